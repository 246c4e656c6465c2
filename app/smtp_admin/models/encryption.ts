import type { Encryption } from '../types/common.js'

/** The port that goes with each: RFC 8314 section 3, RFC 5321 section 4.5.4.2. */
export const USUAL_PORTS: Record<Encryption, number> = { none: 25, starttls: 587, tls: 465 }

/** The two exclusive booleans of a row as the one choice that they are. */
export function toEncryption(row: { useTls: boolean; useSsl: boolean }): Encryption {
  if (row.useSsl) {
    return 'tls'
  }
  return row.useTls ? 'starttls' : 'none'
}

/** The one choice as the two booleans of a row. */
export function encryptionFlags(encryption: Encryption): { useTls: boolean; useSsl: boolean } {
  return { useTls: encryption === 'starttls', useSsl: encryption === 'tls' }
}
