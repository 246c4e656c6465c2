import type { SmtpConfig } from '../models/smtp_config.js'
import { SITE_SCOPE } from '../models/scope.js'
import { ENCRYPTION_NAMES } from './in_effect.js'

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
    updatedAt: timeOf(config.updatedAt),
    updatedBy: config.updatedBy,
  }
}

/** What the form and the delete page say about a stored configuration, besides its fields. */
export function configDetails(config: SmtpConfig) {
  return {
    ...configRow(config),
    label: String(config),
    hasPassword: config.hasPassword,
    createdAt: timeOf(config.createdAt),
    createdBy: config.createdBy,
  }
}

export type ConfigDetails = ReturnType<typeof configDetails>

/** Whether there is a password that cannot be opened any more: a state to show, not a failure. */
function isUnreadable(config: SmtpConfig): boolean {
  return config.password !== null && !config.password.isReadable()
}

/** A time for machines and for people, with its zone. */
function timeOf(time: SmtpConfig['updatedAt']) {
  const text = time.setLocale('en').toFormat('d LLL yyyy, HH:mm ZZZZ')
  return { iso: time.toISO() ?? '', text }
}
