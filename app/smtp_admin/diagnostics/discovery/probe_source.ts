import type { Message, MessageKey } from '../../i18n/types.js'
import { checkedAddresses } from './checked_addresses.js'
import { Unanswered } from './dns_client.js'
import {
  type SourceResult,
  type FoundServer,
  type Inquiry,
  isInternetName,
  knownOf,
} from './inquiry.js'
import { type ProbeAnswer, probe } from './probe.js'
import type { ProbePort } from './types.js'

/** Mail servers that take mail from other servers often take it from users as well. */
const MOST_MX = 2

interface LikelyHost {
  host: string
  /** Whether it is named like a server for users, not for other servers. */
  isForUsers: boolean
}

/** Connects to the servers that a domain may have, on the usual ports, all at once. */
export async function findByProbing(inquiry: Inquiry): Promise<SourceResult[]> {
  const hosts = await likelyHosts(inquiry)
  return Promise.all(hosts.map((host) => probeHost(inquiry, host)))
}

async function likelyHosts({ domain, entered, mx }: Inquiry): Promise<LikelyHost[]> {
  const forUsers = [...new Set([entered ?? [], `smtp.${domain}`, `mail.${domain}`].flat())]
  const arriving = (await mx().catch(() => null)) ?? []
  const others = arriving
    .map(({ host }) => host)
    .filter((host) => isInternetName(host) && !forUsers.includes(host))
  return [
    ...forUsers.map((host) => ({ host, isForUsers: true })),
    ...others.slice(0, MOST_MX).map((host) => ({ host, isForUsers: false })),
  ]
}

async function probeHost(inquiry: Inquiry, likely: LikelyHost): Promise<SourceResult> {
  const { host } = likely
  const { dns, signal, options } = inquiry
  try {
    const [address] = await checkedAddresses(host, dns, options.allowPrivate)
    const probed = options.probePorts.map(async (port) => {
      const answer = await probe(host, address, port, signal)
      return answer ? [serverOf(likely, port, answer)] : []
    })
    const answers = await Promise.all(probed)
    const servers = answers.flat()
    const ports = options.probePorts.map(({ port }) => port).join(', ')
    const silent: Message = { key: 'discovery.silent', params: { host, ports } }
    return { servers, outcome: servers[0]?.why ?? silent }
  } catch (error) {
    if (error instanceof Unanswered) {
      return { servers: [], outcome: error.phrase }
    }
    throw error
  }
}

function serverOf(
  { host, isForUsers }: LikelyHost,
  { port }: ProbePort,
  answer: ProbeAnswer
): FoundServer {
  const { encryption } = answer
  return {
    ...{ host, port, encryption, ...knownOf(host) },
    source: 'probe',
    // A port for users, on a name for users, with a certificate for it: hardly by chance.
    confidence: isForUsers && answer.isTrusted && port !== 25 ? 'medium' : 'low',
    why: { key: keyFor(answer), params: { host, port } },
  }
}

function keyFor({ encryption, isTrusted }: ProbeAnswer): MessageKey {
  if (encryption === 'none') {
    return 'discovery.answeredInClear'
  }
  if (encryption === 'tls') {
    return isTrusted ? 'discovery.answeredTls' : 'discovery.answeredTlsUntrusted'
  }
  return isTrusted ? 'discovery.answeredStarttls' : 'discovery.answeredStarttlsUntrusted'
}
