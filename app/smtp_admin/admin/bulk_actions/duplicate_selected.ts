import { SmtpConfig } from '../../models/smtp_config.js'
import type { Translate } from '../../i18n/types.js'
import type { Author } from '../../types/main.js'
import { freeName } from '../configs/copies.js'
import type { Message } from '../http/messages.js'

/** More than that nobody wants to fill in. */
const MOST_DUPLICATES = 50

/**
 * Adds a copy of each, inactive. Copies have no login: the password stays where it is, and a username
 * is of no use without it.
 */
export async function duplicateSelected(
  configs: SmtpConfig[],
  author: Author,
  translate: Translate
): Promise<Message> {
  if (configs.length > MOST_DUPLICATES) {
    const values = { most: MOST_DUPLICATES }
    return { kind: 'warning', phrases: [{ key: 'actions.duplicateFewer', values }] }
  }
  for (const config of configs) {
    await copyOf(config, await freeName(config.name, { scope: config.scope }, translate), author)
  }
  return {
    kind: 'success',
    phrases: [
      { key: 'actions.duplicated', values: { count: configs.length } },
      { key: 'actions.duplicatedNote' },
    ],
  }
}

function copyOf(config: SmtpConfig, name: string, author: Author): Promise<SmtpConfig> {
  const { scope, host, port, useTls, useSsl, verifyCertificate, timeout, ehloName } = config
  const { fromEmail, fromName, replyTo, rateLimitPerMinute, notes } = config
  const copy = new SmtpConfig().merge({
    ...{ name, scope, host, port, useTls, useSsl, verifyCertificate, timeout, ehloName },
    ...{ fromEmail, fromName, replyTo, rateLimitPerMinute, notes },
  })
  copy.author = author
  return copy.save()
}
