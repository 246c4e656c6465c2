import type { AdviceRow } from './advice.js'
import { BLOCKED } from './rules/blocked.js'
import { CERTIFICATES } from './rules/certificates.js'
import { CONNECTING } from './rules/connecting.js'
import { ENCRYPTION } from './rules/encryption.js'
import { FALLBACKS } from './rules/fallbacks.js'
import { GREETING } from './rules/greeting.js'
import { LOGIN, LOGIN_NEEDS, PASSWORDS } from './rules/login.js'
import { LOGIN_BY_HOST } from './rules/login_by_host.js'
import { LOGIN_BY_WORDS } from './rules/login_by_words.js'
import { MESSAGE } from './rules/message.js'
import { RECIPIENT } from './rules/recipient.js'
import { SENDER } from './rules/sender.js'
import { SETTINGS_AND_NAMES } from './rules/settings.js'

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
