import type { Message } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'
import { registrableDomain } from '../presets/registrable_domain.js'
import { type SourceResult, type Inquiry, isInternetName, knownOf } from './inquiry.js'

/** The names under which a domain says where mail is handed in (RFC 6186, RFC 8314). */
export const SUBMISSION_SERVICES: [service: string, encryption: Encryption][] = [
  ['_submissions._tcp', 'tls'],
  ['_submission._tcp', 'starttls'],
]

const MOST_SERVERS = 3

/** The servers that a domain names in DNS, in the order in which it wants them used. */
export async function findBySrv(
  { domain, dns }: Inquiry,
  [service, encryption]: [service: string, encryption: Encryption]
): Promise<SourceResult> {
  const records = (await dns.srv(`${service}.${domain}`)) ?? []
  if (records.length === 0) {
    return { servers: [], outcome: { key: 'discovery.srvNone', params: { domain, service } } }
  }
  const offered = records.filter(({ host, port }) => isInternetName(host) && port > 0)
  if (offered.length === 0) {
    const isRefused = records.every(({ host }) => host === '')
    const key = isRefused ? 'discovery.srvRefused' : 'discovery.srvUnusable'
    return { servers: [], outcome: { key, params: { domain, service } } }
  }
  const servers = offered.slice(0, MOST_SERVERS).map(({ host, port }) => ({
    ...{ host, port, encryption, ...knownOf(host) },
    source: 'srv' as const,
    confidence: 'high' as const,
    why: whyOf(domain, host, service),
  }))
  return { servers, outcome: servers[0].why }
}

/** RFC 6186 wants somebody to look at a server that is in another domain: DNS may lie. */
function whyOf(domain: string, host: string, service: string): Message {
  const isElsewhere = registrableDomain(domain) !== registrableDomain(host)
  const key = isElsewhere ? 'discovery.srvElsewhere' : 'discovery.srvNamed'
  return { key, params: { domain, host, service } }
}
