import { DateTime } from 'luxon'
import type { HealthState } from '../../diagnostics/health.js'
import type { Environment } from '../../resolution/environment.js'
import type { Resolution } from '../../resolution/resolver.js'
import type { Message } from '../../i18n/types.js'
import { EXPIRY_WARNING_DAYS } from '../../diagnostics/certificate.js'
import type { OverviewRow } from './overview.js'

/** Something that somebody should see to. */
export interface Concern {
  tone: 'error' | 'warning'
  phrase: Message
  remedy: Remedy | null
}

/** What can be done about it. */
export type Remedy =
  | { what: 'change' | 'test'; id: string; name: string }
  | { what: 'look'; runId: number }
  | { what: 'list' }

/** What is to be judged. */
export interface Judged {
  resolution: Resolution
  environment: Environment
  rows: OverviewRow[]
}

const DOUBTS: Partial<Record<HealthState, Pick<Concern, 'tone'> & Pick<Message, 'key'>>> = {
  failing: { tone: 'error', key: 'home.failing' },
  unreadable: { tone: 'error', key: 'home.unreadable' },
  stale: { tone: 'warning', key: 'home.stale' },
  untested: { tone: 'warning', key: 'home.untested' },
}

/** What needs attention, the worst first: of the configurations only what active ones do. */
export function concernsOf({ resolution, environment, rows }: Judged): Concern[] {
  const active = rows.filter(({ config }) => config.isActive)
  const concerns = [
    ...(resolution.candidates.length === 0 ? [NO_SERVER] : []),
    ...active.flatMap(concernsOfActive),
    ...(environment.isBroken ? [{ ...BROKEN, phrase: environment.reason }] : []),
  ]
  return concerns.toSorted((a, b) => Number(b.tone === 'error') - Number(a.tone === 'error'))
}

const NO_SERVER: Concern = {
  tone: 'error',
  phrase: { key: 'home.noServer' },
  remedy: { what: 'list' },
}

const BROKEN = { tone: 'warning', remedy: null } as const

function concernsOfActive(row: OverviewRow): Concern[] {
  return [...doubtOf(row), ...riskOf(row), ...endOf(row)]
}

/** What its tests do not say: that it works. */
function doubtOf({ config, health }: OverviewRow): Concern[] {
  const { id, name } = config
  const doubt = DOUBTS[health.state]
  if (!doubt) {
    return []
  }
  return [
    {
      tone: doubt.tone,
      phrase: { key: doubt.key, params: { name } },
      remedy:
        health.state === 'failing' && health.runId !== null
          ? { what: 'look', runId: health.runId }
          : { what: health.state === 'unreadable' ? 'change' : 'test', id, name },
    },
  ]
}

/** Who is in between could read what nobody should. */
function riskOf({ config }: OverviewRow): Concern[] {
  const { id, name, encryption, verifyCertificate, hasPassword } = config
  const remedy: Remedy = { what: 'change', id, name }
  if (encryption === 'none') {
    const phrase: Message = { key: 'home.clearText', params: { name } }
    return hasPassword ? [{ tone: 'warning', phrase, remedy }] : []
  }
  const phrase: Message = { key: 'home.unchecked', params: { name } }
  return verifyCertificate ? [] : [{ tone: 'warning', phrase, remedy }]
}

/** A certificate that ends soon, or has ended since the test. */
function endOf({ config, health, certificateEnd }: OverviewRow): Concern[] {
  const days = certificateEnd?.diff(DateTime.now(), 'days').days ?? Infinity
  if (days >= EXPIRY_WARNING_DAYS || health.state !== 'working' || health.runId === null) {
    return []
  }
  const { name } = config
  const phrase: Message =
    days < 0
      ? { key: 'home.certificateEnded', params: { name } }
      : { key: 'home.certificateEnds', params: { name, count: Math.floor(days) } }
  const remedy: Remedy = { what: 'look', runId: health.runId }
  return [{ tone: days < 0 ? 'error' : 'warning', phrase, remedy }]
}
