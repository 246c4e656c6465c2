import { type KeyObject, createPublicKey } from 'node:crypto'
import type { Message } from '../../i18n/types.js'
import { isHost } from '../../models/host.js'
import type { Finding } from '../../models/test_report.js'
import type { DnsClient } from '../discovery/dns.js'

type Verdict = Omit<Finding, 'name'>

interface PublicKey {
  type: 'rsa' | 'ed25519'
  bits: number
}

/** RFC 8301 forbids shorter keys. */
const MIN_BITS = 1024
const RECOMMENDED_BITS = 2048

const ED25519_BYTES = 32

/**
 * Checks the public key that receivers verify the domain's signatures with (RFC 6376).
 *
 * @param selector the selector, or the name of the record in DNS
 * @throws LookupError
 */
export async function checkDkim(
  domain: string,
  selector: string,
  dns: DnsClient
): Promise<Verdict> {
  const label = selector
    .trim()
    .toLowerCase()
    .replace(/\._domainkey\b.*$/, '')
  const name = `${label}._domainkey.${domain}`
  if (!label || !isHost(name)) {
    return { state: 'unknown', messages: [{ key: 'sender.dkimNoSelector' }] }
  }
  const texts = (await dns.txt(name)) ?? []
  const records = texts.filter((text) => parseTags(text).has('p') || /^v\s*=\s*DKIM1/.test(text))
  if (records.length === 0) {
    return { state: 'missing', messages: [{ key: 'sender.dkimMissing', params: { name } }] }
  }
  return checkRecords(records)
}

function checkRecords(records: string[]): Verdict {
  if (records.length > 1) {
    return doubtful({ key: 'sender.dkimSeveral', params: { count: records.length } })
  }
  const tags = parseTags(records[0])
  const encoded = tags.get('p')
  if (encoded === '') {
    return doubtful({ key: 'sender.dkimRevoked' })
  }
  if (encoded === undefined || (tags.get('v') ?? 'DKIM1') !== 'DKIM1') {
    return doubtful({ key: 'sender.dkimNoKey' })
  }
  const key = parseKey((tags.get('k') ?? 'rsa').toLowerCase(), encoded)
  if (!key) {
    return doubtful({ key: 'sender.dkimUnreadable' })
  }
  if (key.type === 'rsa' && key.bits < MIN_BITS) {
    return doubtful({ key: 'sender.dkimTooShort', params: { bits: key.bits } })
  }
  return { state: 'good', messages: summary(key, (tags.get('t') ?? '').split(':')) }
}

function summary({ type, bits }: PublicKey, flags: string[]): Message[] {
  const messages: Message[] = [
    type === 'rsa' ? { key: 'sender.dkimRsa', params: { bits } } : { key: 'sender.dkimEd25519' },
  ]
  if (type === 'rsa' && bits < RECOMMENDED_BITS) {
    messages.push({ key: 'sender.dkimShort', params: { bits: RECOMMENDED_BITS } })
  }
  if (flags.includes('y')) {
    messages.push({ key: 'sender.dkimTest' })
  }
  return messages
}

function doubtful(message: Message): Verdict {
  return { state: 'doubtful', messages: [message] }
}

/** The key in the tags `k` and `p` (RFC 6376, RFC 8463); null: not a valid key. */
function parseKey(type: string, encoded: string): PublicKey | null {
  const bytes = Buffer.from(encoded.replace(/\s+/g, ''), 'base64')
  if (type === 'ed25519') {
    return bytes.length === ED25519_BYTES ? { type, bits: 256 } : null
  }
  const key = type === 'rsa' ? (decodeKey(bytes, 'spki') ?? decodeKey(bytes, 'pkcs1')) : null
  const bits = key?.asymmetricKeyDetails?.modulusLength
  return bits ? { type: 'rsa', bits } : null
}

function decodeKey(key: Buffer, type: 'spki' | 'pkcs1'): KeyObject | null {
  try {
    return createPublicKey({ key, type, format: 'der' })
  } catch {
    return null
  }
}

/**
 * The tags of a DKIM or DMARC record (RFC 6376 section 3.2), as in `v=DMARC1; p=none`, by their name
 * in lower case. The first of several with the same name counts.
 */
export function parseTags(record: string): Map<string, string> {
  const tags = new Map<string, string>()
  for (const part of record.split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, Math.max(at, 0)).trim().toLowerCase()
    if (name && !tags.has(name)) {
      tags.set(name, part.slice(at + 1).trim())
    }
  }
  return tags
}
