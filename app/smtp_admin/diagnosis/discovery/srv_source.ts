import type { Encryption } from '../../types.js'
import { registrableDomain } from '../presets/registrable_domain.js'
import { type Finding, type Inquiry, isInternetName, knownOf } from './inquiry.js'

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
): Promise<Finding> {
  const records = (await dns.srv(`${service}.${domain}`)) ?? []
  if (records.length === 0) {
    return { servers: [], detail: `${domain} names no server in DNS (${service}).` }
  }
  const offered = records.filter(({ host, port }) => isInternetName(host) && port > 0)
  if (offered.length === 0) {
    const isRefused = records.every(({ host }) => host === '')
    const detail = isRefused
      ? `${domain} says in DNS that it has no such server (${service}).`
      : `What ${domain} names in DNS is no server (${service}).`
    return { servers: [], detail }
  }
  const servers = offered.slice(0, MOST_SERVERS).map(({ host, port }) => ({
    ...{ host, port, encryption, ...knownOf(host) },
    source: 'srv' as const,
    confidence: 'high' as const,
    reason: reasonFor(domain, host, service),
  }))
  return { servers, detail: servers[0].reason }
}

/** RFC 6186 wants somebody to look at a server that is in another domain: DNS may lie. */
function reasonFor(domain: string, host: string, service: string) {
  const isElsewhere = registrableDomain(domain) !== registrableDomain(host)
  const where = isElsewhere
    ? ', which is in another domain: make sure that it is the right one'
    : ''
  return `${domain} names ${host} in DNS (${service})${where}.`
}
