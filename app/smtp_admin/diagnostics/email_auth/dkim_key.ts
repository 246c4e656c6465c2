import { type KeyObject, createPublicKey } from 'node:crypto'

const ED25519_BYTES = 32

/** A public key as far as it matters here; null for what is none. */
export interface DkimKey {
  kind: 'rsa' | 'ed25519'
  bits: number
}

/** The key in the tags `k` and `p` of a DKIM record (RFC 6376, RFC 8463). */
export function readDkimKey(kind: string, text: string): DkimKey | null {
  const bytes = Buffer.from(text.replace(/\s+/g, ''), 'base64')
  if (kind === 'ed25519') {
    return bytes.length === ED25519_BYTES ? { kind, bits: 256 } : null
  }
  const key = kind === 'rsa' ? (publicKey(bytes, 'spki') ?? publicKey(bytes, 'pkcs1')) : null
  const bits = key?.asymmetricKeyDetails?.modulusLength
  return bits ? { kind: 'rsa', bits } : null
}

function publicKey(key: Buffer, type: 'spki' | 'pkcs1'): KeyObject | null {
  try {
    return createPublicKey({ key, type, format: 'der' })
  } catch {
    return null
  }
}
