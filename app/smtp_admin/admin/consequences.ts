import { SITE_SCOPE } from '../models/scope.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import { type Candidate, describeCandidate } from '../resolution/candidate.js'
import type { Resolver } from '../resolution/resolver.js'
import type { Message } from './messages.js'

const NO_SERVER = 'there is no mail server, and mail cannot be sent.'

/** Which server mail goes through when this configuration is not there any more, in one sentence. */
export async function describeWithout(resolver: Resolver, config: SmtpConfig): Promise<string> {
  const { candidates } = await resolver.resolve(accountOf(config))
  const next = candidates.find((candidate) => candidate.id !== config.id)
  return `Without it, ${next ? `mail goes through ${describeServer(next)}.` : NO_SERVER}`
}

/** The message after something was done that left the configuration active or not. */
export async function describeActivity(
  resolver: Resolver,
  config: SmtpConfig,
  done: string,
  isActive: boolean
): Promise<Message> {
  const { candidates, steps } = await resolver.resolve(accountOf(config))
  const [inEffect] = candidates
  const said = `“${config.name}” was ${done}.`

  if (isActive && inEffect?.id === config.id) {
    return { kind: 'success', text: `${said} The next mail goes through it.` }
  }
  const problems = steps.filter((step) => step.state === 'unusable').map((step) => step.sentence)
  const now = inEffect ? `Mail goes through ${describeServer(inEffect)}.` : `Now ${NO_SERVER}`
  const isWanted = !isActive && inEffect !== undefined && problems.length === 0
  return { kind: isWanted ? 'success' : 'warning', text: [said, ...problems, now].join(' ') }
}

function describeServer(candidate: Candidate): string {
  return candidate.source === 'environment'
    ? `the environment’s server (${candidate.host}:${candidate.port})`
    : describeCandidate(candidate)
}

function accountOf({ scope }: SmtpConfig): string | undefined {
  return scope === SITE_SCOPE ? undefined : scope.replace(/^account:/, '')
}
