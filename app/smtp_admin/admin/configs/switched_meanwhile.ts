import { latestSwitch } from '../../actions/activation_history.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { Phrase } from '../../i18n/types.js'
import type { Message } from '../http/messages.js'

/** The message to somebody whose way back leads away from what is not active any more. */
export async function describeSwitchMeanwhile(scope: string): Promise<Message> {
  const active = await SmtpConfig.getActive(scope)
  const latest = await latestSwitch(scope)
  const by = latest?.by ?? null
  return { kind: 'warning', phrases: [describeSwitch(active?.name ?? null, by)] }
}

function describeSwitch(name: string | null, by: string | null): Phrase {
  if (name === null) {
    return by === null
      ? { key: 'outcomes.switchedToNone' }
      : { key: 'outcomes.switchedToNoneBy', values: { by } }
  }
  return by === null
    ? { key: 'outcomes.switchedTo', values: { name } }
    : { key: 'outcomes.switchedToBy', values: { name, by } }
}
