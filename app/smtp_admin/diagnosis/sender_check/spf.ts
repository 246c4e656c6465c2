import type { DnsClient } from '../discovery/dns_client.js'
import type { Preset } from '../presets/preset.js'
import { MOST_LOOKUPS, type SpfWalk, walkSpf } from './spf_walk.js'
import { shown } from './tags.js'
import type { Judgement } from './types.js'

const ENDINGS = {
  '-': 'Mail from all other servers is to be refused (-all).',
  '~': 'Mail from all other servers is to be suspected (~all).',
  '?': 'It says nothing of all other servers (?all), so it protects from nothing.',
  '+': 'It lets every server in the world send for the domain (+all).',
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
    const missing = records
      ? `${domain} has no SPF record: receivers cannot tell which servers may send its mail.`
      : `${domain} does not exist in DNS: mail from it is refused nearly everywhere.`
    return { ...judged, state: 'missing', detail: missing }
  }
  if (records.length > 1) {
    const detail = `${domain} has ${records.length} SPF records, which receivers take for an error. Make one of them.`
    return { ...judged, state: 'doubtful', detail }
  }
  const doubts = [...faults(walk), ...doubtsAbout(walk, preset)]
  return {
    ...judged,
    state: doubts.length > 0 ? 'doubtful' : 'good',
    detail: [...(doubts.length > 0 ? doubts : [praise(walk, preset)]), ...remarks(walk)].join(' '),
  }
}

function faults({ fault, lookups }: SpfWalk): string[] {
  return [
    ...(fault ? [`The SPF record ${fault}: receivers take that for an error.`] : []),
    ...(lookups > MOST_LOOKUPS
      ? [
          `The SPF record needs more than ${MOST_LOOKUPS} lookups in DNS, which receivers take for an error. Take out what is not needed any more.`,
        ]
      : []),
  ]
}

function doubtsAbout(walk: SpfWalk, preset: Preset | null): string[] {
  const { all, isComplete, lookups } = walk
  const isKnown = isComplete && lookups <= MOST_LOOKUPS
  const ending = all === null ? 'It says nothing of all other servers: add ~all or -all.' : ''
  return [
    ...(all === null && isKnown ? [ending] : []),
    ...(all === '+' || all === '?' ? [ENDINGS[all]] : []),
    ...(isKnown && preset && lacks(walk, preset)
      ? [`It does not include ${preset.spf[0]}, which ${preset.label} asks for.`]
      : []),
  ]
}

function praise({ all }: SpfWalk, preset: Preset | null): string {
  const ending = all === null ? '' : ` ${ENDINGS[all]}`
  const includes = preset && preset.spf.length > 0 ? `, ${preset.label} among them` : ''
  return `The SPF record names the servers that send for the domain${includes}.${ending}`
}

function remarks({ isComplete, lookups }: SpfWalk): string[] {
  return isComplete || lookups > MOST_LOOKUPS
    ? []
    : ['Not everything that it includes could be looked up.']
}

function lacks({ included }: SpfWalk, { spf }: Preset) {
  return spf.length > 0 && !spf.some((name) => included.has(name))
}
