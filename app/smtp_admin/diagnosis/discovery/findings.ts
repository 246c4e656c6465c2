import type { Finding } from './inquiry.js'
import type { Attempt, Confidence, DiscoveredServer, DiscoverySource } from './types.js'

const MOST_SERVERS = 12
const CONFIDENCE: Confidence[] = ['high', 'medium', 'low']
const SOURCES: DiscoverySource[] = ['preset', 'autoconfig', 'srv', 'ispdb', 'mx', 'probe']

/** What has been found so far, in whatever order it came. */
export class Findings {
  #servers: DiscoveredServer[] = []
  #attempts: Attempt[] = []

  /** How many settings there are. */
  get count(): number {
    return this.#servers.length
  }

  add(source: DiscoverySource, { servers, detail }: Finding): void {
    this.#servers.push(...servers)
    this.#attempts.push({ source, found: servers.length, detail })
  }

  /** The surest first, each once, with the reason that counts most. */
  result(): { servers: DiscoveredServer[]; attempts: Attempt[] } {
    const sorted = this.#servers.toSorted((one, other) => rank(one) - rank(other))
    const unique = new Map(sorted.toReversed().map((server) => [keyOf(server), server]))
    const servers = sorted.filter((server) => unique.get(keyOf(server)) === server)
    return {
      servers: servers.slice(0, MOST_SERVERS),
      attempts: this.#attempts.toSorted((one, other) => place(one.source) - place(other.source)),
    }
  }
}

function rank({ confidence, source, encryption }: DiscoveredServer): number {
  const inClear = encryption === 'none' ? 1 : 0
  return CONFIDENCE.indexOf(confidence) * 100 + inClear * 10 + place(source)
}

function place(source: DiscoverySource) {
  return SOURCES.indexOf(source)
}

function keyOf({ host, port, encryption }: DiscoveredServer) {
  return `${host} ${port} ${encryption}`
}
