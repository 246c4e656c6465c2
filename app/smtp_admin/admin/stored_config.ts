import type { HttpContext } from '@adonisjs/core/http'
import { SmtpConfig } from '../models/smtp_config.js'
import type { Phrase } from '../texts/phrase.js'
import { flashMessage } from './messages.js'
import type { PageUrl } from './urls.js'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The configuration of the address, or null after sending the visitor to the list. */
export async function storedConfig(ctx: HttpContext, urlTo: PageUrl): Promise<SmtpConfig | null> {
  const id = String(ctx.params.id)
  const config = UUID.test(id) ? await SmtpConfig.find(id) : null
  if (!config) {
    const phrase: Phrase = /^[\w-]{1,40}$/.test(id)
      ? { key: 'messages.noConfigOfId', values: { id } }
      : { key: 'messages.noConfig' }
    flashMessage(ctx, { kind: 'warning', phrases: [phrase] })
    ctx.response.redirect(urlTo('configs.index'))
  }
  return config
}
