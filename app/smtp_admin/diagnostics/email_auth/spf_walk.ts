import type { Phrase } from '../../i18n/types.js'
import { type DnsClient, Unanswered } from '../discovery/dns_client.js'
import { type SpfDefault, isSpf, parseSpf } from './spf_record.js'

/** More lookups than this make a record an error (RFC 7208, section 4.6.4). */
export const MOST_LOOKUPS = 10

/** An SPF record with all that it includes. */
export interface SpfWalk {
  /** The SPF records of the domain itself: there has to be one. Null: the domain does not exist. */
  records: string[] | null
  /** Lookups that it takes, counted up to one more than are allowed. */
  lookups: number
  /** What is said of all other servers, by the record or the one that it redirects to. */
  all: SpfDefault | null
  /** The domains that it includes or redirects to, however deep. */
  included: Set<string>
  /** The first thing in it that makes it an error; else null. */
  fault: Phrase | null
  /** Whether everything that it includes could be looked up. */
  isComplete: boolean
}

/**
 * Follows an SPF record through what it includes, until it has needed more lookups than are allowed.
 * Includes in circles end there as well.
 *
 * @throws Unanswered when nothing is known of the domain itself
 */
export async function walkSpf(domain: string, dns: DnsClient): Promise<SpfWalk> {
  const records = await spfRecords(domain, dns)
  const walk: SpfWalk = {
    ...{ records, lookups: 0, all: null, included: new Set<string>() },
    ...{ fault: null, isComplete: true },
  }
  if (records?.length === 1) {
    await follow(records[0], true, walk, dns)
  }
  return walk
}

async function follow(text: string, decides: boolean, walk: SpfWalk, dns: DnsClient) {
  const { all, includes, redirect, lookups, unknown } = parseSpf(text)
  walk.lookups = Math.min(walk.lookups + lookups, MOST_LOOKUPS + 1)
  walk.all = decides ? all : walk.all
  walk.fault ??= unknown === null ? null : { key: 'sender.spfUnknownPart' }

  for (const name of [...includes, ...(redirect ? [redirect] : [])]) {
    if (walk.lookups > MOST_LOOKUPS) {
      return
    }
    walk.included.add(name)
    const records = await recordsIncluded(name, walk, dns)
    if (records.length === 1) {
      await follow(records[0], decides && name === redirect, walk, dns)
    }
  }
}

async function recordsIncluded(name: string, walk: SpfWalk, dns: DnsClient): Promise<string[]> {
  try {
    const records = (await spfRecords(name, dns)) ?? []
    if (records.length !== 1) {
      const key = records.length === 0 ? 'sender.spfIncludesNone' : 'sender.spfIncludesSeveral'
      walk.fault ??= { key, values: { name: name.slice(0, 100) } }
    }
    return records
  } catch (error) {
    if (error instanceof Unanswered) {
      walk.isComplete = false
      return []
    }
    throw error
  }
}

async function spfRecords(name: string, dns: DnsClient) {
  const texts = await dns.txt(name)
  return texts && texts.filter(isSpf)
}
