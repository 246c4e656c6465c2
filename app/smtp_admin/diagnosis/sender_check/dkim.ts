import type { DnsClient } from '../discovery/dns_client.js'
import { isHost } from '../../models/host_name.js'
import { readDkimKey } from './dkim_key.js'
import { readTags, shown } from './tags.js'
import type { Judgement } from './types.js'

/** Shorter keys are not to be trusted (RFC 8301). */
const FEWEST_BITS = 1024
const ENOUGH_BITS = 2048

/**
 * Whether the key is in DNS by which receivers check the signatures of a domain's mail (RFC 6376).
 *
 * @param selector names the key; the name of the record in DNS will do as well. Without one there is
 * no telling where to look.
 * @throws Unanswered
 */
export async function checkDkim(
  domain: string,
  selector: string | undefined,
  dns: DnsClient
): Promise<Judgement> {
  const key = (selector ?? '')
    .trim()
    .toLowerCase()
    .replace(/\._domainkey\b.*$/, '')
  const name = `${key}._domainkey.${domain}`
  if (!key || !isHost(name)) {
    const detail = key
      ? 'This is no selector. Enter the word that stands before ._domainkey in the record that the provider gave you.'
      : 'The key was not looked for: its selector is not known. The provider names it, and it stands in the DKIM-Signature of every message as s=.'
    return { state: 'unknown', name: null, text: null, detail }
  }
  const texts = (await dns.txt(name)) ?? []
  const records = texts.filter((text) => readTags(text).has('p') || /^v\s*=\s*DKIM1/.test(text))
  if (records.length === 0) {
    const detail = `There is no key at ${name}: receivers cannot check signatures made with it.`
    return { state: 'missing', name, text: null, detail }
  }
  return { name, text: shown(records.join(' | ')), ...judge(records) }
}

function judge(records: string[]): Pick<Judgement, 'state' | 'detail'> {
  if (records.length > 1) {
    return doubtful(
      `There are ${records.length} keys of this name. Receivers may take any of them.`
    )
  }
  const tags = readTags(records[0])
  const text = tags.get('p')
  if (text === '') {
    return doubtful('The key was revoked (p is empty): every signature made with it fails.')
  }
  if (text === undefined || (tags.get('v') ?? 'DKIM1') !== 'DKIM1') {
    return doubtful('The record is no key for DKIM: it needs v=DKIM1 and p with the public key.')
  }
  const key = readDkimKey((tags.get('k') ?? 'rsa').toLowerCase(), text)
  if (!key) {
    return doubtful('The public key cannot be read. Copy the record again, in one piece.')
  }
  if (key.kind === 'rsa' && key.bits < FEWEST_BITS) {
    return doubtful(`The key has only ${key.bits} bits, which receivers do not accept any more.`)
  }
  const isShort = key.kind === 'rsa' && key.bits < ENOUGH_BITS
  const advice = isShort ? ` ${ENOUGH_BITS} bits are better.` : ''
  const isTest = (tags.get('t') ?? '').split(':').includes('y')
  const test = isTest ? ' It is marked as a test (t=y), so receivers may ignore it.' : ''
  const kind = key.kind === 'rsa' ? `RSA, ${key.bits} bits` : 'Ed25519'
  return { state: 'good', detail: `The key is there (${kind}).${advice}${test}` }
}

function doubtful(detail: string) {
  return { state: 'doubtful' as const, detail }
}
