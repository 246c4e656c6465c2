import type { Phrase, TextKey } from '../../i18n/types.js'
import type { DnsClient } from '../discovery/dns_client.js'
import { registrableDomain } from '../presets/registrable_domain.js'
import { readTags, shown } from './tags.js'
import type { Judgement } from './types.js'

const DMARC = /^v\s*=\s*DMARC1\s*(?:;|$)/

const POLICIES = new Map<string, TextKey>([
  ['none', 'sender.dmarcNone'],
  ['quarantine', 'sender.dmarcQuarantine'],
  ['reject', 'sender.dmarcReject'],
])

/**
 * Whether a domain says in DNS what to do with mail that only pretends to come from it (RFC 7489). Its
 * own record counts, or else that of its organisational domain, which is told from the name alone,
 * without the list of public suffixes: the answer says which was taken.
 *
 * @throws Unanswered
 */
export async function checkDmarc(domain: string, dns: DnsClient): Promise<Judgement> {
  const organisation = registrableDomain(domain)
  const names = [...new Set([domain, organisation])]
  for (const name of names) {
    const texts = (await dns.txt(`_dmarc.${name}`)) ?? []
    const records = texts.filter((text) => DMARC.test(text))
    if (records.length > 0) {
      return judge(name, records, name !== domain)
    }
  }
  const key = names.length > 1 ? 'sender.dmarcMissingAbove' : 'sender.dmarcMissing'
  return {
    state: 'missing',
    name: `_dmarc.${domain}`,
    text: null,
    phrases: [{ key, values: { domain, organisation } }],
  }
}

function judge(owner: string, records: string[], isInherited: boolean): Judgement {
  const tags = readTags(records[0])
  const policy = (isInherited && tags.get('sp')) || tags.get('p') || ''
  const meaning = POLICIES.get(policy.toLowerCase())
  const whose: Phrase[] = isInherited ? [{ key: 'sender.dmarcAbove', values: { owner } }] : []
  const judged = { name: `_dmarc.${owner}`, text: shown(records.join(' | ')) }

  if (records.length > 1) {
    const several: Phrase = { key: 'sender.dmarcSeveral', values: { count: records.length } }
    return { ...judged, state: 'doubtful', phrases: [...whose, several] }
  }
  return meaning
    ? { ...judged, state: 'good', phrases: [...whose, { key: meaning }] }
    : { ...judged, state: 'doubtful', phrases: [...whose, { key: 'sender.dmarcNoPolicy' }] }
}
