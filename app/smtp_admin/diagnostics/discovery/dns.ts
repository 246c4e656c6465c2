import { promises as dns } from 'node:dns'
import { isIP } from 'node:net'
import type { Message } from '../../i18n/types.js'

/** Addresses of name servers, as in `192.0.2.53` and `127.0.0.1:5353`, or a resolver. */
export type NameServers = readonly string[] | dns.Resolver

export interface MxHost {
  priority: number
  host: string
}

export interface SrvHost extends MxHost {
  weight: number
  port: number
}

/** A lookup that gave no answer. */
export class LookupError extends Error {
  readonly reason: Message

  constructor(reason: Message) {
    super(reason.key)
    this.reason = reason
  }
}

/** The timeout of one query to one name server. */
const QUERY_MS = 2000
const TRIES = 2

const MAX_RECORDS = 20
const MAX_TEXTS = 50
const MAX_TEXT_LENGTH = 4096
const MAX_CODE_LENGTH = 30

const TIMED_OUT: Message = { key: 'discovery.dnsNotInTime' }

/**
 * DNS lookups that end with a signal. Null: the name does not exist; empty: it has no such records.
 * Anything else throws a LookupError.
 */
export class DnsClient {
  #resolver: dns.Resolver
  #signal: AbortSignal

  /** @param servers default: the name servers of this machine */
  constructor(servers: NameServers | undefined, signal: AbortSignal) {
    this.#signal = signal
    if (servers && 'resolve4' in servers) {
      this.#resolver = servers
      return
    }
    const resolver = new dns.Resolver({ timeout: QUERY_MS, tries: TRIES })
    if (servers) {
      resolver.setServers(servers)
    }
    this.#resolver = resolver
    signal.addEventListener('abort', () => resolver.cancel(), { once: true })
  }

  /** IPv4 addresses first. An IP address resolves to itself. */
  async addresses(host: string): Promise<string[] | null> {
    if (isIP(host)) {
      return [host]
    }
    const [ipv4, ipv6] = await Promise.allSettled([
      this.#lookUp(() => this.#resolver.resolve4(host)),
      this.#lookUp(() => this.#resolver.resolve6(host)),
    ])
    const found = [ipv4, ipv6].flatMap((it) => (it.status === 'fulfilled' ? (it.value ?? []) : []))
    if (found.length > 0) {
      return found.slice(0, MAX_RECORDS)
    }
    const failed = [ipv4, ipv6].find((it) => it.status === 'rejected')
    if (failed) {
      throw failed.reason
    }
    return ipv4.status === 'fulfilled' ? ipv4.value : []
  }

  /** The hosts that receive a domain's mail, the preferred first. */
  async mx(domain: string): Promise<MxHost[] | null> {
    const records = await this.#lookUp(() => this.#resolver.resolveMx(domain))
    const hosts = records?.map(({ priority, exchange }) => ({ priority, host: toHost(exchange) }))
    return hosts?.sort(byPriority).slice(0, MAX_RECORDS) ?? null
  }

  /** The hosts of a service, the preferred first. An empty host means that there is no service. */
  async srv(name: string): Promise<SrvHost[] | null> {
    const records = await this.#lookUp(() => this.#resolver.resolveSrv(name))
    const hosts = records?.map(({ priority, weight, port, name: host }) => {
      return { priority, weight, port, host: toHost(host) }
    })
    hosts?.sort((one, other) => byPriority(one, other) || other.weight - one.weight)
    return hosts?.slice(0, MAX_RECORDS) ?? null
  }

  async txt(name: string): Promise<string[] | null> {
    const records = await this.#lookUp(() => this.#resolver.resolveTxt(name))
    const texts = records?.slice(0, MAX_TEXTS)
    return texts?.map((parts) => parts.join('').slice(0, MAX_TEXT_LENGTH)) ?? null
  }

  async #lookUp<Answer>(query: () => Promise<Answer>): Promise<Answer | null> {
    const { promise: aborted, reject } = Promise.withResolvers<never>()
    const abort = () => reject(new LookupError(TIMED_OUT))
    this.#signal.addEventListener('abort', abort, { once: true })
    try {
      if (this.#signal.aborted) {
        throw new LookupError(TIMED_OUT)
      }
      return await Promise.race([query(), aborted])
    } catch (error) {
      return toAnswer(error)
    } finally {
      this.#signal.removeEventListener('abort', abort)
    }
  }
}

/** Missing names and records are reported as errors. */
function toAnswer<Answer>(error: unknown): Answer | null {
  const { code } = error as { code?: unknown }
  switch (code) {
    case 'ENOTFOUND':
      return null
    case 'ENODATA':
      return [] as Answer
    case 'ETIMEOUT':
    case 'ECANCELLED':
      throw new LookupError(TIMED_OUT)
  }
  if (error instanceof LookupError) {
    throw error
  }
  const params = { code: String(code).slice(0, MAX_CODE_LENGTH) }
  throw new LookupError({ key: 'discovery.dnsNoAnswer', params })
}

function byPriority(one: MxHost, other: MxHost) {
  return one.priority - other.priority
}

function toHost(name: string) {
  return name.toLowerCase().replace(/\.$/, '')
}
