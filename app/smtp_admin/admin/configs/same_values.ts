import type { ConfigValues } from '../../models/check_values.js'
import type { SmtpConfig } from '../../models/smtp_config.js'

/** Whether a column holds what was entered for it. Passwords are not compared here. */
export function isSameValue(stored: unknown, entered: unknown): boolean {
  return String(stored ?? '') === String(entered ?? '')
}

/**
 * Whether a password that was entered is the stored one. Only for whoever stored it: it would tell
 * anybody else whether a guess is right.
 */
export function isSamePassword(config: SmtpConfig, entered: ConfigValues): boolean {
  return (
    typeof entered.password === 'string' && (config.password?.matches(entered.password) ?? false)
  )
}
