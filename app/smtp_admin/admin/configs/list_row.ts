import type { DateTime } from 'luxon'
import { SITE_SCOPE } from '../../models/scope.js'
import type { TextKey, Translate } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'
import { type ShownHealth, shownHealth } from '../presenters/health.js'
import type { ListedConfig } from './listing.js'

/** A configuration as a row of the list. */
export interface ListRow {
  id: string
  name: string
  /** The account whose server it is; null: it is the site's. */
  account: string | null
  from: string | null
  server: string
  encryption: string
  isCertificateUnchecked: boolean
  isActive: boolean
  /** Where it is active, or that it is not. */
  activity: string
  /** As the banner judges it: what the whole site uses, or could not. */
  tone: 'active' | 'unusable' | null
  isUnreadable: boolean
  health: ShownHealth
  updatedAt: DateTime
  updatedBy: string | null
}

const ENCRYPTIONS: Record<Encryption, TextKey> = {
  starttls: 'list.starttls',
  tls: 'list.tls',
  none: 'list.noEncryption',
}

/** What the list shows of a configuration. */
export function listRow({ config, health }: ListedConfig, translate: Translate): ListRow {
  const { scope, encryption, isActive } = config
  const account = scope === SITE_SCOPE ? null : scope.slice(scope.indexOf(':') + 1)
  const isUnreadable = health.state === 'unreadable'
  const activeOf = account === null ? 'list.activeSite' : 'list.activeAccount'
  const activeTone = isUnreadable ? 'unusable' : 'active'
  return {
    id: config.id,
    name: config.name,
    account,
    from: config.fromEmail,
    server: `${config.host}:${config.port}`,
    encryption: translate(ENCRYPTIONS[encryption]),
    isCertificateUnchecked: encryption !== 'none' && !config.verifyCertificate,
    isActive,
    activity: translate(isActive ? activeOf : 'list.inactive', { account }),
    tone: isActive && account === null ? activeTone : null,
    isUnreadable,
    health: shownHealth(health, translate),
    updatedAt: config.updatedAt,
    updatedBy: config.updatedBy,
  }
}
