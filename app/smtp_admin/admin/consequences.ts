import { SITE_SCOPE } from '../models/scope.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import { type Candidate, describeCandidate } from '../resolution/candidate.js'
import type { Resolver } from '../resolution/resolver.js'
import type { Message } from './messages.js'
import type { Fallback } from './offers.js'

const NO_SERVER = 'there is no mail server, and mail cannot be sent.'

/** Which server mail goes through when this configuration is not there any more, in one sentence. */
export async function describeWithout(resolver: Resolver, config: SmtpConfig): Promise<string> {
  const next = await serverWithout(resolver, config)
  return `Without it, ${next ? `mail goes through ${describeServer(next)}.` : NO_SERVER}`
}

/** What mail of its scope goes through when this configuration is not active. */
export async function fallbackOf(resolver: Resolver, config: SmtpConfig): Promise<Fallback> {
  const next = await serverWithout(resolver, config)
  return next?.source === 'environment' || next?.source === 'site' ? next.source : 'none'
}

/** Whether a configuration was active before something was done to it, and whether it is now. */
export interface Activity {
  before: boolean
  now: boolean
}

/** The message after something was done: what it was, and what follows for mail. */
export async function describeOutcome(
  resolver: Resolver,
  config: SmtpConfig,
  done: string,
  activity: Activity
): Promise<Message> {
  const said = `“${config.name}” was ${done}.`
  if (!activity.before && !activity.now) {
    return { kind: 'success', text: said }
  }

  const { candidates, steps } = await resolver.resolve(accountOf(config))
  const [inEffect] = candidates
  if (activity.now && inEffect?.id === config.id) {
    return { kind: 'success', text: `${said} The next mail goes through it.` }
  }
  const problems = steps.filter((step) => step.state === 'unusable').map((step) => step.sentence)
  const next = inEffect ? `Mail goes through ${describeServer(inEffect)}.` : `Now ${NO_SERVER}`
  const isWanted = !activity.now && inEffect !== undefined && problems.length === 0
  return { kind: isWanted ? 'success' : 'warning', text: [said, ...problems, next].join(' ') }
}

/** As in `changed and made active`. */
export function describeSave(done: 'added' | 'changed', { before, now }: Activity): string {
  if (before === now) {
    return done
  }
  return `${done} and ${now ? 'made active' : 'deactivated'}`
}

async function serverWithout(resolver: Resolver, config: SmtpConfig) {
  const { candidates } = await resolver.resolve(accountOf(config))
  return candidates.find((candidate) => candidate.id !== config.id)
}

function describeServer(candidate: Candidate): string {
  return candidate.source === 'environment'
    ? `the environment’s server (${candidate.host}:${candidate.port})`
    : describeCandidate(candidate)
}

function accountOf({ scope }: SmtpConfig): string | undefined {
  return scope === SITE_SCOPE ? undefined : scope.replace(/^account:/, '')
}
