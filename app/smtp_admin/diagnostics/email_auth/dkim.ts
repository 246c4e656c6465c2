import type { Phrase } from '../../i18n/types.js'
import type { DnsClient } from '../discovery/dns_client.js'
import { isHost } from '../../models/host_name.js'
import { type DkimKey, readDkimKey } from './dkim_key.js'
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
    const phrase: Phrase = { key: key ? 'sender.dkimNoSelector' : 'sender.dkimNotLookedFor' }
    return { state: 'unknown', name: null, text: null, phrases: [phrase] }
  }
  const texts = (await dns.txt(name)) ?? []
  const records = texts.filter((text) => readTags(text).has('p') || /^v\s*=\s*DKIM1/.test(text))
  if (records.length === 0) {
    const phrases: Phrase[] = [{ key: 'sender.dkimMissing', values: { name } }]
    return { state: 'missing', name, text: null, phrases }
  }
  return { name, text: shown(records.join(' | ')), ...judge(records) }
}

function judge(records: string[]): Pick<Judgement, 'state' | 'phrases'> {
  if (records.length > 1) {
    return doubtful({ key: 'sender.dkimSeveral', values: { count: records.length } })
  }
  const tags = readTags(records[0])
  const text = tags.get('p')
  if (text === '') {
    return doubtful({ key: 'sender.dkimRevoked' })
  }
  if (text === undefined || (tags.get('v') ?? 'DKIM1') !== 'DKIM1') {
    return doubtful({ key: 'sender.dkimNoKey' })
  }
  const key = readDkimKey((tags.get('k') ?? 'rsa').toLowerCase(), text)
  if (!key) {
    return doubtful({ key: 'sender.dkimUnreadable' })
  }
  if (key.kind === 'rsa' && key.bits < FEWEST_BITS) {
    return doubtful({ key: 'sender.dkimTooShort', values: { bits: key.bits } })
  }
  return { state: 'good', phrases: praise(key, (tags.get('t') ?? '').split(':')) }
}

function praise({ kind, bits }: DkimKey, flags: string[]): Phrase[] {
  const phrases: Phrase[] = [
    kind === 'rsa' ? { key: 'sender.dkimRsa', values: { bits } } : { key: 'sender.dkimEd25519' },
  ]
  if (kind === 'rsa' && bits < ENOUGH_BITS) {
    phrases.push({ key: 'sender.dkimShort', values: { bits: ENOUGH_BITS } })
  }
  if (flags.includes('y')) {
    phrases.push({ key: 'sender.dkimTest' })
  }
  return phrases
}

function doubtful(phrase: Phrase) {
  return { state: 'doubtful' as const, phrases: [phrase] }
}
