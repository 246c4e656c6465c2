import { type CandidateSource, describeCandidate } from '../resolution/candidate.js'
import type { Resolution, Step } from '../resolution/resolver.js'

/** What the banner says: which server a message sent now would use, and why. */
export interface InEffect {
  state: 'good' | 'fallback' | 'none'
  server: string | null
  reason: string
  steps: { source: string; state: string; sentence: string }[]
}

const SOURCES: Record<CandidateSource, string> = {
  account: 'Account',
  site: 'Database',
  environment: 'Environment',
}

const STATES: Record<Step['state'], string> = {
  'in effect': 'used',
  'next': 'not needed',
  'unusable': 'cannot be used',
  'absent': 'none',
}

/** The resolution in the words of the banner. */
export function describeInEffect({ candidates, steps, databaseProblem }: Resolution): InEffect {
  const [candidate] = candidates
  const told = steps.map(({ source, state, sentence }) => ({
    source: SOURCES[source],
    state: STATES[state],
    sentence,
  }))
  if (!candidate) {
    const reason = steps.map((step) => step.sentence).join(' ')
    return { state: 'none', server: null, reason, steps: told }
  }

  const { encryption, source } = candidate
  const server = `${describeCandidate(candidate)}, ${ENCRYPTION_NAMES[encryption]}`
  const isFallback = source === 'environment' || databaseProblem !== null
  const before = steps.slice(0, steps.findIndex((step) => step.state === 'in effect') + 1)
  const reason = before.map((step) => step.sentence).join(' ')
  return { state: isFallback ? 'fallback' : 'good', server, reason, steps: told }
}

/** The encryption in the words of the pages. */
export const ENCRYPTION_NAMES = { none: 'no encryption', starttls: 'STARTTLS', tls: 'TLS' }
