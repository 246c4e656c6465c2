import { deactivate } from '../../actions/activation.js'
import { E_SMTP_CONFIG_GONE } from '../../errors.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { Author } from '../../types/main.js'
import { describeDeed } from '../configs/switch_message.js'
import type { Message } from '../http/messages.js'

/**
 * Deactivates active configurations, one after the other, and says what follows: of one for mail,
 * with the way back.
 */
export async function deactivateSelected(
  resolver: Resolver,
  configs: SmtpConfig[],
  author: Author
): Promise<Message> {
  const done = []
  for (const config of configs) {
    try {
      done.push({ config, outcome: await deactivate(config, { author }) })
    } catch (error) {
      if (!(error instanceof E_SMTP_CONFIG_GONE)) {
        throw error
      }
    }
  }
  const [only] = done
  if (done.length !== 1) {
    return {
      kind: 'success',
      phrases: [{ key: 'actions.deactivated', values: { count: done.length } }],
    }
  }
  return describeDeed(resolver, only.config, {
    done: { key: 'outcomes.deactivated', values: { name: only.config.name } },
    activity: { before: true, now: false },
    outcome: only.outcome,
    isOtherServer: true,
  })
}
