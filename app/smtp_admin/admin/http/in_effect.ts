import type { Health } from '../../diagnostics/health.js'
import type { Candidate, CandidateSource } from '../../resolution/candidate.js'
import type { Resolution, Step, StepState } from '../../resolution/resolver.js'
import type { Message, MessageKey, Translator } from '../../i18n/types.js'
import { format } from '../../i18n/format.js'
import { shownEncryption } from '../presenters/encryption.js'
import { type ShownHealth, shownHealth } from '../presenters/health.js'

/** What the banner says: which server a message sent now would use, why, and whether it works. */
export interface InEffect {
  /**
   * good: as an administrator chose, and it works. plain: nothing chosen. warning: not as chosen, or
   * nobody knows whether it works. error: it does not, or there is none.
   */
  tone: 'good' | 'plain' | 'warning' | 'error'
  server: ServerInEffect | null
  reason: string
  steps: { state: StepState; place: string; sentence: string }[]
}

/** The server itself. */
export interface ServerInEffect {
  /** Null: it is no configuration. */
  id: string | null
  name: string
  address: string
  isUnchecked: boolean
  /** Null: its tests are not known. */
  health: ShownHealth | null
}

const SOURCES: Record<CandidateSource, MessageKey> = {
  account: 'inEffect.account',
  site: 'inEffect.site',
  environment: 'inEffect.environmentStep',
}

const STATES: Record<StepState, MessageKey> = {
  selected: 'inEffect.used',
  standby: 'inEffect.next',
  unusable: 'inEffect.unusable',
  missing: 'inEffect.absent',
}

/**
 * The resolution in the words of the banner.
 *
 * @param health what is known of the first candidate; null: nothing is
 */
export function describeInEffect(
  resolution: Resolution,
  health: Health | null,
  translate: Translator
): InEffect {
  const [candidate] = resolution.candidates
  const told = reasonsOf(resolution).map((phrase) => format(translate, phrase))
  return {
    tone: toneOf(resolution, health),
    server: candidate ? describeServer(candidate, health, translate) : null,
    reason: told.join(' '),
    steps: resolution.steps.map(({ source, state, message }) => ({
      state,
      place: translate('inEffect.step', {
        source: translate(SOURCES[source]),
        state: translate(STATES[state]),
      }),
      sentence: format(translate, message),
    })),
  }
}

function toneOf(resolution: Resolution, health: Health | null): InEffect['tone'] {
  const [candidate] = resolution.candidates
  const isUnusable = passedOver(resolution).some(({ state }) => state === 'unusable')
  if (!candidate || health?.state === 'failing') {
    return 'error'
  }
  if (isUnusable && !resolution.databaseError) {
    return 'error'
  }
  if (resolution.databaseError || isUnchecked(candidate)) {
    return 'warning'
  }
  if (candidate.source === 'environment') {
    return 'plain'
  }
  return health?.state === 'working' ? 'good' : 'warning'
}

/** What was found before the server in effect, and what makes it the one: that is why it is. */
function reasonsOf(resolution: Resolution): Message[] {
  const found = passedOver(resolution).map(({ message }) => message)
  const source = resolution.candidates[0]?.source
  return source === 'site' || source === 'account'
    ? [...found, because(source, resolution.databaseError)]
    : found
}

function because(source: 'site' | 'account', problem: string | null): Message {
  const key = source === 'site' ? 'inEffect.becauseSite' : 'inEffect.becauseAccount'
  return problem ? { key: `${key}AsKnown`, params: { problem } } : { key }
}

function passedOver({ steps }: Resolution): Step[] {
  const inEffect = steps.findIndex((step) => step.state === 'selected')
  return inEffect === -1 ? steps : steps.slice(0, inEffect)
}

function describeServer(
  candidate: Candidate,
  health: Health | null,
  translate: Translator
): ServerInEffect {
  const { source, id, name, host, port, encryption } = candidate
  const isOfEnvironment = source === 'environment'
  return {
    id: isOfEnvironment ? null : id,
    name: isOfEnvironment ? translate('inEffect.environment') : name,
    address: `${host}:${port}, ${shownEncryption(translate, encryption)}`,
    isUnchecked: isUnchecked(candidate),
    health: health && shownHealth(health, translate),
  }
}

function isUnchecked({ encryption, verifyCertificate }: Candidate): boolean {
  return encryption !== 'none' && !verifyCertificate
}
