import { en, format } from '../../i18n/format.js'
import type { SourceResult, FoundServer } from './inquiry.js'
import type { Attempt, Confidence, DiscoveredServer, DiscoverySource } from './types.js'

const MOST_SERVERS = 12
const CONFIDENCE: Confidence[] = ['high', 'medium', 'low']
const SOURCES: DiscoverySource[] = ['preset', 'autoconfig', 'srv', 'ispdb', 'mx', 'probe']

interface Entry {
  source: DiscoverySource
  finding: SourceResult
  /** The place of the question among all that were asked. */
  order: number
}

/** What has been found so far. Who answers first makes no difference to the result. */
export class Findings {
  #entries: Entry[] = []

  /** How many settings there are. */
  get count(): number {
    return this.#entries.reduce((sum, { finding }) => sum + finding.servers.length, 0)
  }

  add(source: DiscoverySource, finding: SourceResult, order = 0): void {
    this.#entries.push({ source, finding, order })
  }

  /** The surest first, each once, with the reason that counts most. */
  result(): { servers: DiscoveredServer[]; attempts: Attempt[] } {
    const entries = this.#entries.toSorted(
      (one, other) => place(one.source) - place(other.source) || one.order - other.order
    )
    const sorted = entries
      .flatMap(({ finding }) => finding.servers)
      .sort((one, other) => rank(one) - rank(other))
    const seen = new Map(sorted.toReversed().map((server) => [keyOf(server), server]))
    return {
      servers: sorted
        .filter((server) => seen.get(keyOf(server)) === server)
        .slice(0, MOST_SERVERS)
        .map((server) => ({ ...server, reason: format(en, server.why) })),
      attempts: entries.map(({ source, finding: { servers, outcome } }) => {
        return { source, found: servers.length, outcome, detail: format(en, outcome) }
      }),
    }
  }
}

function rank({ confidence, source, encryption }: FoundServer): number {
  const inClear = encryption === 'none' ? 1 : 0
  return CONFIDENCE.indexOf(confidence) * 100 + inClear * 10 + place(source)
}

function place(source: DiscoverySource) {
  return SOURCES.indexOf(source)
}

function keyOf({ host, port, encryption }: FoundServer) {
  return `${host} ${port} ${encryption}`
}
