import type { Encryption } from '../types/common.js'

/**
 * Where a stored password may be sent, and by which row. A sealed password is bound to all of it:
 * moved to another row, or pointed at another server, it does not open.
 */
export interface Destination {
  id: string
  scope: string
  host: string
  port: number
  encryption: Encryption
  verifyCertificate: boolean
  username: string | null
}

/** The destination as the text that the encryption authenticates. */
export function purposeOf(to: Destination): string {
  return JSON.stringify([
    'smtp_admin.password',
    to.id,
    to.scope,
    to.host,
    to.port,
    to.encryption,
    to.verifyCertificate,
    to.username,
  ])
}
