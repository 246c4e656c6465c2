import { hash } from 'node:crypto'
import type { Encryption } from '../types.js'

/** A row with what connections are made from, the password as it is stored. */
interface KeyedRow {
  id: string
  revision: number
  scope: string
  host: string
  port: number
  encryption: Encryption
  verifyCertificate: boolean
  username: string | null
  sealedPassword: string | null
  timeout: number
  ehloName: string | null
}

const SETTINGS = [
  ...(['scope', 'host', 'port', 'encryption', 'verifyCertificate'] as const),
  ...(['username', 'sealedPassword', 'timeout', 'ehloName'] as const),
]

/**
 * The key of a row's open connections. The revision alone would do if only models wrote: a row that
 * was altered without raising it must not be served by what was opened, or found to open, before.
 */
export function candidateKey(row: KeyedRow): string {
  const settings = SETTINGS.map((name) => row[name])
  return `${row.id}:${row.revision}:${hash('sha256', JSON.stringify(settings))}`
}
