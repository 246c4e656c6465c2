import type { Message, MessageKey } from '../../i18n/types.js'
import type { Finding } from '../../models/test_report.js'
import type { DnsClient } from '../discovery/dns.js'
import { registrableDomain } from '../presets/registrable_domain.js'
import { parseTags } from './dkim.js'

const DMARC = /^v\s*=\s*DMARC1\s*(?:;|$)/

const POLICIES = new Map<string, MessageKey>([
  ['none', 'sender.dmarcNone'],
  ['quarantine', 'sender.dmarcQuarantine'],
  ['reject', 'sender.dmarcReject'],
])

/**
 * Checks the policy for mail that fails authentication (RFC 7489): the record of the domain, or else
 * that of its organizational domain, which is derived from the name without the public suffix list.
 *
 * @throws LookupError
 */
export async function checkDmarc(domain: string, dns: DnsClient): Promise<Omit<Finding, 'name'>> {
  const organisation = registrableDomain(domain)
  const owners = [...new Set([domain, organisation])]
  for (const owner of owners) {
    const texts = (await dns.txt(`_dmarc.${owner}`)) ?? []
    const records = texts.filter((text) => DMARC.test(text))
    if (records.length > 0) {
      return checkRecords(records, owner === domain ? null : owner)
    }
  }
  const key = owners.length > 1 ? 'sender.dmarcMissingAbove' : 'sender.dmarcMissing'
  return { state: 'missing', messages: [{ key, params: { domain, organisation } }] }
}

/** @param parent the organizational domain that the records are inherited from; null: the domain's own */
function checkRecords(records: string[], parent: string | null): Omit<Finding, 'name'> {
  const tags = parseTags(records[0])
  const policy = POLICIES.get(((parent && tags.get('sp')) || tags.get('p') || '').toLowerCase())
  const origin: Message[] = parent ? [{ key: 'sender.dmarcAbove', params: { owner: parent } }] : []
  if (records.length > 1) {
    const several: Message = { key: 'sender.dmarcSeveral', params: { count: records.length } }
    return { state: 'doubtful', messages: [...origin, several] }
  }
  return policy
    ? { state: 'good', messages: [...origin, { key: policy }] }
    : { state: 'doubtful', messages: [...origin, { key: 'sender.dmarcNoPolicy' }] }
}
