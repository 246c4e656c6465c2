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

/** The row, and its state, that a key belongs to; null: it is not a row's. */
export function keyedRow(
  key: string
): { id: string; revision: number; settingsHash: string } | null {
  const [id, revision, settingsHash] = key.split(':')
  return settingsHash ? { id, revision: Number(revision), settingsHash } : null
}
