import type { Health } from '../../diagnostics/health.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import { SITE_SCOPE } from '../../models/scope.js'

/** What a page says about a stored configuration besides its fields. */
export type ConfigDetails = ReturnType<typeof configDetails> & { health?: Health }

/** Of one row, without its tests. */
export function configDetails(config: SmtpConfig) {
  return {
    id: config.id,
    name: config.name,
    scope: config.scope === SITE_SCOPE ? null : config.scope,
    server: `${config.host}:${config.port}`,
    isEncrypted: config.encryption !== 'none',
    checksCertificate: config.verifyCertificate,
    isActive: config.isActive,
    isUnreadable: isUnreadable(config),
    hasPassword: config.hasPassword,
    createdAt: config.createdAt,
    createdBy: config.createdBy,
    updatedAt: config.updatedAt,
    updatedBy: config.updatedBy,
  }
}

/** Whether there is a password that cannot be opened any more: a state to show, not a failure. */
function isUnreadable(config: SmtpConfig): boolean {
  return config.password !== null && !config.password.canDecrypt()
}
