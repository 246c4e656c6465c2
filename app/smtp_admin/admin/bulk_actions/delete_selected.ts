import { E_SMTP_CONFIG_GONE } from '../../errors.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { Author } from '../../types/main.js'
import { describeDeletion } from '../configs/switch_message.js'
import type { Message } from '../http/messages.js'

/**
 * Deletes configurations one after the other, each with its own history, and says what follows for
 * mail where an active one was among them.
 */
export async function deleteSelected(
  resolver: Resolver,
  configs: SmtpConfig[],
  author: Author
): Promise<Message> {
  const deleted: SmtpConfig[] = []
  for (const config of configs) {
    config.author = author
    try {
      await config.delete()
      deleted.push(config)
    } catch (error) {
      if (!(error instanceof E_SMTP_CONFIG_GONE)) {
        throw error
      }
    }
  }
  const active = deleted.find(({ isActive }) => isActive) ?? deleted[0]
  const message: Message = active
    ? await describeDeletion(resolver, active)
    : { kind: 'warning', phrases: [{ key: 'actions.gone' }] }
  if (deleted.length <= 1) {
    return message
  }
  const [, ...consequences] = message.phrases
  const said = { key: 'actions.deleted', values: { count: deleted.length } } as const
  return { ...message, phrases: [said, ...consequences] }
}
