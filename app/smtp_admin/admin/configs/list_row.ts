import type { DateTime } from 'luxon'
import type { Health } from '../../diagnostics/health.js'
import type { MessageKey, Translator } from '../../i18n/types.js'
import { SITE_SCOPE } from '../../models/scope.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Encryption } from '../../types/main.js'
import { type ShownHealth, shownHealth } from '../presenters/health.js'

export interface ListedConfig {
  config: SmtpConfig
  health: Health
}

/** A configuration as a row of the list. */
export interface ListRow {
  id: string
  name: string
  /** The account that it belongs to; null: the site. */
  account: string | null
  from: string | null
  server: string
  encryption: string
  isCertificateUnchecked: boolean
  isActive: boolean
  /** Where it is active, or that it is inactive. */
  activity: string
  /** Only for the site's active configuration. */
  tone: 'active' | 'unusable' | null
  isUnreadable: boolean
  health: ShownHealth
  updatedAt: DateTime
  updatedBy: string | null
}

export const ENCRYPTION_LABELS: Record<Encryption, MessageKey> = {
  starttls: 'list.starttls',
  tls: 'list.tls',
  none: 'list.noEncryption',
}

export function presentRow({ config, health }: ListedConfig, translate: Translator): ListRow {
  const { scope, encryption, isActive } = config
  const account = scope === SITE_SCOPE ? null : scope.slice(scope.indexOf(':') + 1)
  const isUnreadable = health.state === 'unreadable'
  const activeKey = account === null ? 'list.activeSite' : 'list.activeAccount'
  const activeTone = isUnreadable ? 'unusable' : 'active'
  return {
    id: config.id,
    name: config.name,
    account,
    from: config.fromEmail,
    server: `${config.host}:${config.port}`,
    encryption: translate(ENCRYPTION_LABELS[encryption]),
    isCertificateUnchecked: encryption !== 'none' && !config.verifyCertificate,
    isActive,
    activity: translate(isActive ? activeKey : 'list.inactive', { account }),
    tone: isActive && account === null ? activeTone : null,
    isUnreadable,
    health: shownHealth(health, translate),
    updatedAt: config.updatedAt,
    updatedBy: config.updatedBy,
  }
}
