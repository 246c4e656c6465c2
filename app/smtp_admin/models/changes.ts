import type { Changes } from './smtp_history.js'

const UNTOLD = new Set([
  ...['id', 'revision', 'created_at', 'updated_at', 'created_by', 'updated_by'],
  ...['settings_hash', 'password_key', 'search_text'],
])

/**
 * What a save changes, by column, for the history. A password is told by what happened to it and
 * never by its value, sealed or not.
 */
export function describeChanges(
  before: Record<string, unknown>,
  after: Record<string, unknown>
): Changes {
  const changes: Changes = {}
  for (const [column, now] of Object.entries(after)) {
    const old = before[column] ?? null
    if (UNTOLD.has(column) || old === (now ?? null)) {
      continue
    }
    changes[column] = column === 'password' ? [null, passwordChange(old, now)] : [old, now ?? null]
  }
  return changes
}

function passwordChange(old: unknown, now: unknown) {
  if (!now) {
    return 'removed'
  }
  return old ? 'replaced' : 'set'
}
