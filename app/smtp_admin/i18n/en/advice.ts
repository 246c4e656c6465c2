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

/**
 * What failures mean and what to do, by the rows of the table of advice: `row.cause`, `row.step1` and
 * so on. Of several causes, such as `row.cause_unnamed`, the first is said that names only what is
 * known.
 */
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
}
