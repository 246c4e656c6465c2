import type { Candidate, CandidateSource } from '../resolution/candidate.js'
import type { Resolution, Step } from '../resolution/resolver.js'

/** What the banner says: which server a message sent now would use, and why. */
export interface InEffect {
  /** good: as an administrator chose. plain: nothing chosen. warning: not as chosen. error: none. */
  tone: 'good' | 'plain' | 'warning' | 'error'
  server: { name: string; address: string } | null
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
export function describeInEffect(resolution: Resolution): InEffect {
  const [candidate] = resolution.candidates
  return {
    tone: toneOf(resolution),
    server: candidate ? describeServer(candidate) : null,
    reason: reasonOf(resolution),
    steps: resolution.steps.map(({ source, state, sentence }) => ({
      source: SOURCES[source],
      state: STATES[state],
      sentence,
    })),
  }
}

function toneOf(resolution: Resolution): InEffect['tone'] {
  const [candidate] = resolution.candidates
  if (!candidate) {
    return 'error'
  }
  const isAsChosen = passedOver(resolution).every((step) => step.state === 'absent')
  if (!isAsChosen || resolution.databaseProblem) {
    return 'warning'
  }
  return candidate.source === 'environment' ? 'plain' : 'good'
}

/** What was found before the server in effect, and then itself: that is why it is this one. */
function reasonOf(resolution: Resolution): string {
  const told = resolution.steps.slice(0, passedOver(resolution).length + 1)
  return told.map((step) => step.sentence).join(' ')
}

function passedOver({ steps }: Resolution): Step[] {
  const inEffect = steps.findIndex((step) => step.state === 'in effect')
  return inEffect === -1 ? steps : steps.slice(0, inEffect)
}

function describeServer({ source, name, host, port, encryption, verifyCertificate }: Candidate) {
  const isUnchecked = encryption !== 'none' && !verifyCertificate
  const traits = [
    `${host}:${port}`,
    encryption === 'none' ? 'no encryption' : ENCRYPTION_NAMES[encryption],
    ...(isUnchecked ? ['certificate not checked'] : []),
  ]
  return {
    name: source === 'environment' ? 'The environment’s server' : name,
    address: traits.join(', '),
  }
}

/** The encryption in the words of the pages. */
export const ENCRYPTION_NAMES = { none: 'None', starttls: 'STARTTLS', tls: 'TLS' }
