import type { ActivationOutcome } from '../../actions/activation.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Activity } from '../http/consequences.js'

/** What came of a form that was stored: what the message after it is made from. */
export interface Saved {
  done: 'added' | 'changed'
  config: SmtpConfig
  activity: Activity
  outcome: ActivationOutcome
  /** Whether mail goes through settings now that it did not go through before. */
  isOtherServer: boolean
}
