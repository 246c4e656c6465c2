import type { HttpContext } from '@adonisjs/core/http'
import { SmtpConfig } from '../models/smtp_config.js'
import { flashMessage } from './messages.js'
import type { PageUrl } from './urls.js'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The configuration of the address, or null after sending the visitor to the list. */
export async function storedConfig(ctx: HttpContext, urlTo: PageUrl): Promise<SmtpConfig | null> {
  const id = String(ctx.params.id)
  const config = UUID.test(id) ? await SmtpConfig.find(id) : null
  if (!config) {
    const named = /^[\w-]{1,40}$/.test(id) ? ` with the ID “${id}”` : ' at this address'
    const text = `There is no SMTP configuration${named}. Perhaps it was deleted?`
    flashMessage(ctx, { kind: 'warning', text })
    ctx.response.redirect(urlTo('configs.index'))
  }
  return config
}
