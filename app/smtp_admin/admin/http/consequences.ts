import { SITE_SCOPE } from '../../models/scope.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Candidate } from '../../resolution/candidate.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { Message } from '../../i18n/types.js'
import type { FlashMessage } from './messages.js'
import type { Fallback } from './offers.js'

/** Which server mail goes through when this configuration is not there any more, in one sentence. */
export async function describeWithout(resolver: Resolver, config: SmtpConfig): Promise<Message> {
  const next = await serverWithout(resolver, config)
  if (!next) {
    return { key: 'outcomes.withoutItNoServer' }
  }
  return next.source === 'environment'
    ? { key: 'outcomes.withoutItThroughEnvironment', params: placesOf(next) }
    : { key: 'outcomes.withoutItThrough', params: placesOf(next) }
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

/**
 * The message after something was done: what it was, and what follows for mail.
 *
 * @param done says what was done, in a sentence
 */
export async function describeOutcome(
  resolver: Resolver,
  config: SmtpConfig,
  done: Message,
  activity: Activity
): Promise<FlashMessage> {
  if (!activity.before && !activity.now) {
    return { kind: 'success', phrases: [done] }
  }

  const { candidates, steps } = await resolver.resolve(accountOf(config))
  const [inEffect] = candidates
  if (activity.now && inEffect?.id === config.id) {
    return { kind: 'success', phrases: [done, { key: 'outcomes.nextMail' }] }
  }
  const problems = steps.filter(({ state }) => state === 'unusable').map(({ message }) => message)
  const isWanted = !activity.now && inEffect !== undefined && problems.length === 0
  return {
    kind: isWanted ? 'success' : 'warning',
    phrases: [done, ...problems, describeNext(inEffect)],
  }
}

/** As in “Primary” was changed and made active. */
export function describeSave(
  { name }: SmtpConfig,
  done: 'added' | 'changed',
  { before, now }: Activity,
  password: 'kept' | 'entered'
): Message {
  if (done === 'added') {
    return { key: now ? 'outcomes.addedAndActivated' : 'outcomes.added', params: { name } }
  }
  const switched = before === now ? '' : now ? 'AndActivated' : 'AndDeactivated'
  const kept = password === 'kept' ? 'KeepingPassword' : ''
  return { key: `outcomes.changed${switched}${kept}`, params: { name } }
}

/** The server that mail of its scope goes through once this configuration is gone; undefined: none. */
export async function serverWithout(
  resolver: Resolver,
  config: SmtpConfig
): Promise<Candidate | undefined> {
  const { candidates } = await resolver.resolve(accountOf(config))
  return candidates.find((candidate) => candidate.id !== config.id)
}

function describeNext(candidate: Candidate | undefined): Message {
  if (!candidate) {
    return { key: 'outcomes.noServer' }
  }
  return candidate.source === 'environment'
    ? { key: 'outcomes.mailThroughEnvironment', params: placesOf(candidate) }
    : { key: 'outcomes.mailThrough', params: placesOf(candidate) }
}

function placesOf({ name, host, port }: Candidate) {
  return { name, address: `${host}:${port}` }
}

/** The account whose mail a configuration is for; undefined: the whole site's. */
export function accountOf({ scope }: SmtpConfig): string | undefined {
  return scope === SITE_SCOPE ? undefined : scope.replace(/^account:/, '')
}
