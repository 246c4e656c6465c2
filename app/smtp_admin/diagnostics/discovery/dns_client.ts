import { promises as dns } from 'node:dns'
import { isIP } from 'node:net'
import type { Message } from '../../i18n/types.js'
import { en, format } from '../../i18n/format.js'

/** Name servers (`192.0.2.53`, `127.0.0.1:5353`), or a resolver that is set up already. */
export type NameServers = readonly string[] | dns.Resolver

/** An MX or SRV record. */
export interface MailHost {
  priority: number
  host: string
}

export interface ServiceHost extends MailHost {
  weight: number
  port: number
}

/** How long one question to one name server may take. */
const QUESTION_MS = 2000

/** As many records of a kind are looked at; somebody may have a thousand. */
const MOST_RECORDS = 20
const LONGEST_TEXT = 4096

const IN_TIME: Message = { key: 'discovery.dnsNotInTime' }

/** A question that nobody has answered, and why: that, too, is something to tell. */
export class Unanswered extends Error {
  readonly phrase: Message

  constructor(phrase: Message) {
    super(format(en, phrase))
    this.phrase = phrase
  }
}

/**
 * Questions to DNS. A name that does not exist gives null, one that has no such records an empty
 * list; both are answers. No answer, for whatever reason, throws Unanswered.
 */
export class DnsClient {
  #resolver: dns.Resolver
  #signal: AbortSignal

  /** @param signal ends every question that is open */
  constructor(servers: NameServers | undefined, signal: AbortSignal) {
    this.#signal = signal
    if (servers && 'resolve4' in servers) {
      this.#resolver = servers
      return
    }
    const resolver = new dns.Resolver({ timeout: QUESTION_MS, tries: 2 })
    if (servers) {
      resolver.setServers(servers)
    }
    this.#resolver = resolver
    signal.addEventListener('abort', () => resolver.cancel(), { once: true })
  }

  /** The addresses of a host, IPv4 first; of an address itself. */
  async addresses(host: string): Promise<string[] | null> {
    if (isIP(host)) {
      return [host]
    }
    const [ipv4, ipv6] = await Promise.allSettled([
      this.#ask(() => this.#resolver.resolve4(host)),
      this.#ask(() => this.#resolver.resolve6(host)),
    ])
    const found = [ipv4, ipv6].flatMap((it) => (it.status === 'fulfilled' ? (it.value ?? []) : []))
    if (found.length === 0) {
      const failed = [ipv4, ipv6].find((it) => it.status === 'rejected')
      if (failed) {
        throw failed.reason
      }
      return ipv4.status === 'fulfilled' ? ipv4.value : []
    }
    return found.slice(0, MOST_RECORDS)
  }

  /** The hosts that take mail for a domain, the preferred first. */
  async mx(domain: string): Promise<MailHost[] | null> {
    const records = await this.#ask(() => this.#resolver.resolveMx(domain))
    return first(records, ({ priority, exchange }) => ({ priority, host: bare(exchange) }))
  }

  /** The hosts of a service, the preferred first; the host `.`, for “not here”, is empty. */
  async srv(name: string): Promise<ServiceHost[] | null> {
    const records = await this.#ask(() => this.#resolver.resolveSrv(name))
    const services = first(records, ({ name: host, ...rest }) => ({ ...rest, host: bare(host) }))
    return services && services.sort((one, other) => order(one, other) || other.weight - one.weight)
  }

  /** The texts of a name, each in one piece. */
  async txt(name: string): Promise<string[] | null> {
    const records = await this.#ask(() => this.#resolver.resolveTxt(name))
    return records && records.slice(0, 50).map((parts) => parts.join('').slice(0, LONGEST_TEXT))
  }

  async #ask<Answer>(question: () => Promise<Answer>): Promise<Answer | null> {
    const { promise: aborted, reject } = Promise.withResolvers<never>()
    const abort = () => reject(new Unanswered(IN_TIME))
    this.#signal.addEventListener('abort', abort, { once: true })
    try {
      if (this.#signal.aborted) {
        throw new Unanswered(IN_TIME)
      }
      return await Promise.race([question(), aborted])
    } catch (error) {
      return answerIn(error)
    } finally {
      this.#signal.removeEventListener('abort', abort)
    }
  }
}

/** “No such name” and “no such records” come as errors. */
function answerIn<Answer>(error: unknown): Answer | null {
  const { code } = error as { code?: unknown }
  switch (code) {
    case 'ENOTFOUND':
      return null
    case 'ENODATA':
      return [] as Answer
    case 'ETIMEOUT':
    case 'ECANCELLED':
      throw new Unanswered(IN_TIME)
  }
  throw error instanceof Unanswered
    ? error
    : new Unanswered({
        key: 'discovery.dnsNoAnswer',
        params: { code: String(code).slice(0, 30) },
      })
}

function first<One, Other extends MailHost>(records: One[] | null, read: (record: One) => Other) {
  return records && records.map(read).sort(order).slice(0, MOST_RECORDS)
}

function order(one: MailHost, other: MailHost) {
  return one.priority - other.priority
}

function bare(host: string) {
  return host.toLowerCase().replace(/\.$/, '')
}
