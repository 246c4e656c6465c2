import type { SwitchOutcome } from '../../diagnosis/activation_policy.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Activity } from '../messages/consequences.js'

/** What came of a form that was stored: what the message after it is made from. */
export interface Saved {
  done: 'added' | 'changed'
  config: SmtpConfig
  activity: Activity
  outcome: SwitchOutcome
  /** Whether mail goes through settings now that it did not go through before. */
  isOtherServer: boolean
}
