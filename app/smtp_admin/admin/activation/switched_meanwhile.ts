import { latestSwitch } from '../../diagnosis/activation_history.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { Message } from '../messages.js'

/** The message to somebody whose way back leads away from what is not active any more. */
export async function describeSwitchMeanwhile(scope: string): Promise<Message> {
  const active = await SmtpConfig.getActive(scope)
  const latest = await latestSwitch(scope)
  const by = latest?.by ? `${latest.by} has` : 'Somebody has'
  const deed = active ? `made “${active.name}” active` : 'left no configuration active'
  return {
    kind: 'warning',
    text: `Nothing was changed. ${by} switched since then, and ${deed}: decide again, by what is in effect now.`,
  }
}
