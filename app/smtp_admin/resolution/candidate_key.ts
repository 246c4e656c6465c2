import { type ConnectionSettings, hashSettings } from '../models/settings_hash.js'

/** A row with what connections are made from. */
interface KeyedRow extends ConnectionSettings {
  id: string
  revision: number
}

/**
 * The key of a row's open connections. The revision alone would do if only models wrote: a row that
 * was altered without raising it must not be served by what was opened, or found to open, before.
 */
export function candidateKey(row: KeyedRow): string {
  return `${row.id}:${row.revision}:${hashSettings(row)}`
}
