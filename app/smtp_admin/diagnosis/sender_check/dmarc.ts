import type { DnsClient } from '../discovery/dns_client.js'
import { registrableDomain } from '../presets/registrable_domain.js'
import { readTags, shown } from './tags.js'
import type { Judgement } from './types.js'

const DMARC = /^v\s*=\s*DMARC1\s*(?:;|$)/

const POLICIES = new Map([
  ['none', 'Mail that fails is to be delivered all the same (p=none): it only asks for reports.'],
  ['quarantine', 'Mail that fails is to be treated as spam (p=quarantine).'],
  ['reject', 'Mail that fails is to be refused (p=reject).'],
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
  const nobody = names.length > 1 ? `Neither ${domain} nor ${organisation} has` : `${domain} has no`
  const noun = names.length > 1 ? ' a DMARC record' : ' DMARC record'
  return {
    state: 'missing',
    name: `_dmarc.${domain}`,
    text: null,
    detail: `${nobody}${noun}. Large receivers ask for one from whoever sends much: begin with v=DMARC1; p=none.`,
  }
}

function judge(owner: string, records: string[], isInherited: boolean): Judgement {
  const tags = readTags(records[0])
  const policy = (isInherited && tags.get('sp')) || tags.get('p') || ''
  const words = POLICIES.get(policy.toLowerCase())
  const whose = isInherited ? `The record of the domain above it, ${owner}, counts. ` : ''
  const judged = { name: `_dmarc.${owner}`, text: shown(records.join(' | ')) }

  if (records.length > 1) {
    const detail = `${whose}There are ${records.length} DMARC records, which receivers take for none at all. Make one of them.`
    return { ...judged, state: 'doubtful', detail }
  }
  return words
    ? { ...judged, state: 'good', detail: `${whose}${words}` }
    : {
        ...judged,
        state: 'doubtful',
        detail: `${whose}The DMARC record has no policy that is known: p is to be none, quarantine or reject.`,
      }
}
