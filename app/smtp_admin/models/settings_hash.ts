import { hash } from 'node:crypto'
import type { Encryption } from '../types/common.js'

/** What a connection is made from, the password as it is stored. */
export interface ConnectionSettings {
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

/** Changes when the settings of a connection do, and with nothing else: 64 hexadecimal digits. */
export function hashSettings(row: ConnectionSettings): string {
  return hash('sha256', JSON.stringify(SETTINGS.map((name) => row[name] ?? null)))
}
