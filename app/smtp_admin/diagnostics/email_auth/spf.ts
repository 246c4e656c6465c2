import type { Phrase, TextKey } from '../../i18n/types.js'
import type { DnsClient } from '../discovery/dns_client.js'
import type { Preset } from '../presets/preset.js'
import type { SpfDefault } from './spf_record.js'
import { MOST_LOOKUPS, type SpfWalk, walkSpf } from './spf_walk.js'
import { shown } from './tags.js'
import type { Judgement } from './types.js'

const ENDINGS: Record<SpfDefault, TextKey> = {
  '-': 'sender.spfRefuses',
  '~': 'sender.spfSuspects',
  '?': 'sender.spfSaysNothing',
  '+': 'sender.spfLetsAll',
}

/**
 * Whether a domain says in DNS which servers send its mail (RFC 7208).
 *
 * @param preset of the server that will send, to see whether it is among them
 * @throws Unanswered
 */
export async function checkSpf(
  domain: string,
  preset: Preset | null,
  dns: DnsClient
): Promise<Judgement> {
  const walk = await walkSpf(domain, dns)
  const { records } = walk
  const text = records && records.length > 0 ? shown(records.join(' | ')) : null
  const judged = { name: domain, text }

  if (!records || records.length === 0) {
    const missing = records ? 'sender.spfMissing' : 'sender.spfNoDomain'
    return { ...judged, state: 'missing', phrases: [{ key: missing, values: { domain } }] }
  }
  if (records.length > 1) {
    const values = { domain, count: records.length }
    return { ...judged, state: 'doubtful', phrases: [{ key: 'sender.spfSeveral', values }] }
  }
  const doubts = [...faults(walk), ...doubtsAbout(walk, preset)]
  return {
    ...judged,
    state: doubts.length > 0 ? 'doubtful' : 'good',
    phrases: [...(doubts.length > 0 ? doubts : praise(walk, preset)), ...remarks(walk)],
  }
}

function faults({ fault, lookups }: SpfWalk): Phrase[] {
  const most = MOST_LOOKUPS
  return [
    ...(fault ? [fault] : []),
    ...(lookups > most ? [{ key: 'sender.spfLookups', values: { most } } satisfies Phrase] : []),
  ]
}

function doubtsAbout(walk: SpfWalk, preset: Preset | null): Phrase[] {
  const { all, isComplete, lookups } = walk
  const isKnown = isComplete && lookups <= MOST_LOOKUPS
  const doubts: Phrase[] = []
  if (all === null && isKnown) {
    doubts.push({ key: 'sender.spfNoEnding' })
  }
  if (all === '+' || all === '?') {
    doubts.push({ key: ENDINGS[all] })
  }
  if (isKnown && preset && lacks(walk, preset)) {
    const values = { name: preset.spf[0], provider: preset.name }
    doubts.push({ key: 'sender.spfLacks', values })
  }
  return doubts
}

function praise({ all }: SpfWalk, preset: Preset | null): Phrase[] {
  const named: Phrase =
    preset && preset.spf.length > 0
      ? { key: 'sender.spfGoodWith', values: { provider: preset.name } }
      : { key: 'sender.spfGood' }
  return all === null ? [named] : [named, { key: ENDINGS[all] }]
}

function remarks({ isComplete, lookups }: SpfWalk): Phrase[] {
  return isComplete || lookups > MOST_LOOKUPS ? [] : [{ key: 'sender.spfIncomplete' }]
}

function lacks({ included }: SpfWalk, { spf }: Preset) {
  return spf.length > 0 && !spf.some((name) => included.has(name))
}
