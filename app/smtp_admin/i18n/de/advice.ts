import type en from '../en/advice.js'
import type { Translation } from '../types.js'
import blocked from './advice/blocked.js'
import certificates from './advice/certificates.js'
import connecting from './advice/connecting.js'
import encryption from './advice/encryption.js'
import fallbacks from './advice/fallbacks.js'
import greeting from './advice/greeting.js'
import login from './advice/login.js'
import loginByHost from './advice/login_by_host.js'
import loginByWords from './advice/login_by_words.js'
import message from './advice/message.js'
import recipient from './advice/recipient.js'
import sender from './advice/sender.js'
import settings from './advice/settings.js'

export default {
  ...blocked,
  ...certificates,
  ...connecting,
  ...encryption,
  ...fallbacks,
  ...greeting,
  ...login,
  ...loginByHost,
  ...loginByWords,
  ...message,
  ...recipient,
  ...sender,
  ...settings,
} satisfies Translation<typeof en>
