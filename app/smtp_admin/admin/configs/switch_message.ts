import { activeBefore } from '../../actions/activation_history.js'
import type { SwitchOutcome } from '../../actions/activation.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { Phrase } from '../../i18n/types.js'
import { type Activity, describeOutcome, fallbackOf } from '../http/consequences.js'
import type { Message } from '../http/messages.js'
import { type Offer, shortName } from '../http/offers.js'

/** Something that was done to a configuration and may have switched. */
export interface Deed {
  /** Says what it was, in a sentence. */
  done: Phrase
  activity: Activity
  outcome: SwitchOutcome
  /** Whether mail goes through settings now that it did not go through before. */
  isOtherServer: boolean
}

/** The message after it: what follows for mail, what is not known to work, and the way back. */
export async function describeDeed(
  resolver: Resolver,
  config: SmtpConfig,
  { done, activity, outcome, isOtherServer }: Deed
): Promise<Message> {
  const about = { id: config.id, name: shortName(config.name) }
  const message = { ...(await describeOutcome(resolver, config, done, activity)), about }
  const wayBack = await wayBackFrom(resolver, config, activity, outcome)
  const { state } = outcome.health
  if (!activity.now || !isOtherServer || state === 'working') {
    return { ...message, offers: wayBack }
  }
  // The sentence about a password that cannot be decrypted is there already.
  const lacks: Phrase[] = state === 'unreadable' ? [] : [{ key: `outcomes.${state}` }]
  return {
    ...message,
    kind: 'warning',
    phrases: [...message.phrases, ...lacks],
    offers: [{ what: 'test', id: config.id }, ...wayBack],
  }
}

/** The message after a configuration was deleted. It cannot be brought back, its forerunner can. */
export async function describeDeletion(resolver: Resolver, config: SmtpConfig): Promise<Message> {
  const { isActive, name } = config
  const deleted: Phrase = { key: 'outcomes.deleted', values: { name } }
  const message = await describeOutcome(resolver, config, deleted, {
    before: isActive,
    now: false,
  })
  const before = isActive ? await activeBefore(config) : null
  const forerunner = before && (await SmtpConfig.find(before.id))
  return forerunner ? { ...message, offers: [goBack(forerunner, null)] } : message
}

async function wayBackFrom(
  resolver: Resolver,
  config: SmtpConfig,
  { before: wasActive, now }: Activity,
  { before }: SwitchOutcome
): Promise<Offer[]> {
  if (wasActive === now) {
    return []
  }
  if (!now) {
    return before?.id === config.id ? [goBack(config, null)] : []
  }
  return before
    ? [goBack(before, config.id)]
    : [{ what: 'go back to none', id: config.id, fallback: await fallbackOf(resolver, config) }]
}

function goBack({ id, name }: { id: string; name: string }, from: string | null): Offer {
  return { what: 'go back', id, name: shortName(name), from }
}
