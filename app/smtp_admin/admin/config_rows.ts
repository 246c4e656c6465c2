import type { SmtpConfig } from '../models/smtp_config.js'
import { SITE_SCOPE } from '../models/scope.js'
import { ENCRYPTION_NAMES } from './in_effect.js'
import type { ShownHealth } from './shown_health.js'
import { shownTime } from './shown_time.js'

/** A configuration as a row of the list. */
export type ConfigRow = ReturnType<typeof configRow>

/** What the list shows of a configuration. */
export function configRow(config: SmtpConfig) {
  return {
    id: config.id,
    name: config.name,
    scope: config.scope === SITE_SCOPE ? null : config.scope,
    from: config.fromEmail,
    server: `${config.host}:${config.port}`,
    encryption: ENCRYPTION_NAMES[config.encryption],
    isEncrypted: config.encryption !== 'none',
    checksCertificate: config.verifyCertificate,
    isActive: config.isActive,
    isUnreadable: isUnreadable(config),
    updatedAt: shownTime(config.updatedAt),
    updatedBy: config.updatedBy,
  }
}

/** What the form and the delete page say about a stored configuration, besides its fields. */
export function configDetails(config: SmtpConfig) {
  return {
    ...configRow(config),
    label: String(config),
    hasPassword: config.hasPassword,
    createdAt: config.createdAt,
    createdBy: config.createdBy,
    updatedAt: config.updatedAt,
  }
}

export type ConfigDetails = ReturnType<typeof configDetails> & { health?: ShownHealth }

/** Whether there is a password that cannot be opened any more: a state to show, not a failure. */
function isUnreadable(config: SmtpConfig): boolean {
  return config.password !== null && !config.password.isReadable()
}
