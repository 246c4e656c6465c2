import type { HttpContext } from '@adonisjs/core/http'
import { SmtpConfig } from '../../models/smtp_config.js'
import { SmtpHistory } from '../../models/smtp_history.js'
import type { Message } from '../../i18n/types.js'
import { listUrl } from './back_to_list.js'
import { flashMessage } from './messages.js'
import type { PageUrl } from './urls.js'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** A configuration that was deleted. */
export interface Deletion {
  name: string
  /** Who deleted it, if that is known. */
  by: string | null
}

/** The configuration of the address; null: there is none. */
export async function findByParam({ params }: HttpContext): Promise<SmtpConfig | null> {
  const id = String(params.id)
  return isUuid(id) ? SmtpConfig.find(id) : null
}

/** The configuration of the address, or null after a redirect to the list. */
export async function findOrRedirect(ctx: HttpContext, urlTo: PageUrl): Promise<SmtpConfig | null> {
  const config = await findByParam(ctx)
  if (!config) {
    await redirectMissing(ctx, urlTo)
  }
  return config
}

/** Redirects to the list, with a message about the configuration that does not exist. */
export async function redirectMissing(ctx: HttpContext, urlTo: PageUrl): Promise<void> {
  flashMessage(ctx, { kind: 'warning', phrases: [await describeMissing(String(ctx.params.id))] })
  ctx.response.redirect(listUrl(ctx, urlTo))
}

/** The deletion of a configuration as the history recorded it; null: there is no such entry. */
export async function findDeletion(configId: string): Promise<Deletion | null> {
  if (!isUuid(configId)) {
    return null
  }
  const entry = await SmtpHistory.query()
    .where({ config_id: configId, action: 'deleted' })
    .orderBy('id', 'desc')
    .first()
  return entry && { name: entry.configName, by: entry.actorLabel ?? entry.actorId }
}

async function describeMissing(id: string): Promise<Message> {
  const deletion = await findDeletion(id)
  if (deletion) {
    const { name, by } = deletion
    return by
      ? { key: 'deletion.alreadyBy', params: { name, by } }
      : { key: 'deletion.already', params: { name } }
  }
  return /^[\w-]{1,40}$/.test(id)
    ? { key: 'messages.noConfigOfId', params: { id } }
    : { key: 'messages.noConfig' }
}

/** Whether a text can be the id of a configuration. PostgreSQL refuses some other texts. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
