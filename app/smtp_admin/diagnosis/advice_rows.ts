import type { AdviceRow } from './advice.js'
import { BLOCKED } from './advice/blocked.js'
import { CERTIFICATES } from './advice/certificates.js'
import { CONNECTING } from './advice/connecting.js'
import { ENCRYPTION } from './advice/encryption.js'
import { FALLBACKS } from './advice/fallbacks.js'
import { GREETING } from './advice/greeting.js'
import { LOGIN, LOGIN_NEEDS, PASSWORDS } from './advice/login.js'
import { LOGIN_BY_HOST } from './advice/login_by_host.js'
import { LOGIN_BY_WORDS } from './advice/login_by_words.js'
import { MESSAGE } from './advice/message.js'
import { RECIPIENT } from './advice/recipient.js'
import { SENDER } from './advice/sender.js'
import { SETTINGS_AND_NAMES } from './advice/settings.js'

/** The table of advice, the most particular first: the first line that fits is taken. */
export const ADVICE_ROWS: readonly AdviceRow[] = [
  ...SETTINGS_AND_NAMES,
  ...CONNECTING,
  ...CERTIFICATES,
  ...ENCRYPTION,
  ...BLOCKED,
  ...GREETING,
  ...LOGIN_NEEDS,
  ...LOGIN_BY_WORDS,
  ...LOGIN,
  ...LOGIN_BY_HOST,
  ...PASSWORDS,
  ...SENDER,
  ...RECIPIENT,
  ...MESSAGE,
  ...FALLBACKS,
]
