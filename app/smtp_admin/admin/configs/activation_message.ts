import type { ActivationOutcome } from '../../actions/activation.js'
import { activeBefore, lastChange } from '../../actions/activation_history.js'
import type { Message } from '../../i18n/types.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { Resolver } from '../../resolution/resolver.js'
import { type Activity, describeOutcome, fallbackOf } from '../http/consequences.js'
import type { FlashMessage } from '../http/messages.js'
import { type Offer, shortName } from '../http/offers.js'

/** The result of an action that may have activated or deactivated a configuration. */
export interface ActionResult {
  /** A sentence that says what was done. */
  done: Message
  activity: Activity
  outcome: ActivationOutcome
  /** Whether mail is sent with settings that were not used before. */
  isOtherServer: boolean
}

/**
 * The message after an action: what was done, the effect on mail, a warning if the configuration is not
 * known to work, and an undo button.
 */
export async function actionMessage(
  resolver: Resolver,
  config: SmtpConfig,
  { done, activity, outcome, isOtherServer }: ActionResult
): Promise<FlashMessage> {
  const about = { id: config.id, name: shortName(config.name) }
  const message = { ...(await describeOutcome(resolver, config, done, activity)), about }
  const undo = await undoActions(resolver, config, activity, outcome)
  const { state } = outcome.health
  if (!activity.now || !isOtherServer || state === 'working') {
    return { ...message, offers: undo }
  }
  // The outcome says already that the password cannot be decrypted.
  const warnings: Message[] = state === 'unreadable' ? [] : [{ key: `outcomes.${state}` }]
  return {
    ...message,
    kind: 'warning',
    phrases: [...message.phrases, ...warnings],
    offers: [{ what: 'test', id: config.id }, ...undo],
  }
}

/** The message after a deletion. Its undo button activates the configuration that was active before. */
export async function deletionMessage(
  resolver: Resolver,
  config: SmtpConfig
): Promise<FlashMessage> {
  const { isActive, name } = config
  const done: Message = { key: 'outcomes.deleted', params: { name } }
  const activity = { before: isActive, now: false }
  const message = await describeOutcome(resolver, config, done, activity)
  const before = isActive ? await activeBefore(config) : null
  const previous = before && (await SmtpConfig.find(before.id))
  return previous ? { ...message, offers: [undoTo(previous, null)] } : message
}

/** The message when an undo does not apply because the active configuration has changed since. */
export async function activationConflictMessage(scope: string): Promise<FlashMessage> {
  const active = await SmtpConfig.getActive(scope)
  const last = await lastChange(scope)
  const by = last?.by ?? null
  return { kind: 'warning', phrases: [describeConflict(active?.name ?? null, by)] }
}

function describeConflict(name: string | null, by: string | null): Message {
  if (name === null) {
    return by === null
      ? { key: 'outcomes.switchedToNone' }
      : { key: 'outcomes.switchedToNoneBy', params: { by } }
  }
  return by === null
    ? { key: 'outcomes.switchedTo', params: { name } }
    : { key: 'outcomes.switchedToBy', params: { name, by } }
}

async function undoActions(
  resolver: Resolver,
  config: SmtpConfig,
  { before: wasActive, now: isActive }: Activity,
  { before }: ActivationOutcome
): Promise<Offer[]> {
  if (wasActive === isActive) {
    return []
  }
  if (!isActive) {
    return before?.id === config.id ? [undoTo(config, null)] : []
  }
  return before
    ? [undoTo(before, config.id)]
    : [{ what: 'go back to none', id: config.id, fallback: await fallbackOf(resolver, config) }]
}

function undoTo({ id, name }: { id: string; name: string }, from: string | null): Offer {
  return { what: 'go back', id, name: shortName(name), from }
}
