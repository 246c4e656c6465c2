import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Events } from '../events.js'
import type { Author } from '../types/common.js'
import type { ConfigRef } from '../types/events.js'
import type { Changes } from './smtp_history.js'

/** A change that a transaction has made. */
export interface ConfigChange {
  config: ConfigRef
  kind: 'added' | 'changed' | 'deleted'
  changes: Changes
  /** The configuration that was active before; null: none, or this one. */
  previous: ConfigRef | null
  /** Why it was activated without a passed test. */
  reason: string | null
  author: Author
}

/** Emits after the commit of the caller's own transaction, if there is one. */
export function emitAfterCommit(
  events: Events,
  change: ConfigChange,
  trx: TransactionClientContract | null
) {
  if (trx) {
    trx.after('commit', () => emitChange(events, change))
  } else {
    emitChange(events, change)
  }
}

function emitChange(
  events: Events,
  { config, kind, changes, previous, reason, author }: ConfigChange
) {
  const { is_active: [wasActive, isActive] = [], ...others } = changes
  if (kind === 'deleted') {
    events.emit('smtp_admin:config_deleted', { config, author })
  } else if (kind === 'added' || Object.keys(others).length > 0) {
    const changed = Object.keys(changes)
    events.emit('smtp_admin:config_saved', { config, isNew: kind === 'added', changed, author })
  }
  if (isActive) {
    events.emit('smtp_admin:activated', { config, previous, author, reason })
  } else if (wasActive) {
    events.emit('smtp_admin:deactivated', { config, author })
  }
}
