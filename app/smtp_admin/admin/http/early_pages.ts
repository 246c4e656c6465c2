import type { HttpContext } from '@adonisjs/core/http'
import type { MessageKey } from '../../i18n/types.js'
import { isPasswordTyped } from '../configs/form_input.js'
import { protect } from './guard.js'
import { translateFor } from './locale.js'
import { wantsNdjson } from './streaming.js'
import type { Pages } from './page_renderer.js'
import type { PageUrl } from './urls.js'
import type { EarlyAnswers } from './early_refusals.js'
import { PREVIEW } from '../configs/submission.js'
import { isOwnForm } from './own_form.js'
import { fieldsAgain, typedFields } from './sent_again.js'

/**
 * The pages for forms that the app has refused before it has asked who sends them: they show what
 * was sent and nothing that is stored, and nothing at all to what another site has sent.
 */
export class EarlyPages implements EarlyAnswers {
  #pages: Pages
  #urlTo: PageUrl

  constructor(pages: Pages, urlTo: PageUrl) {
    this.#pages = pages
    this.#urlTo = urlTo
    this.expired = this.expired.bind(this)
    this.tooLarge = this.tooLarge.bind(this)
  }

  /** 419: the page had been open for too long. What was typed is there to be sent again. */
  async expired(ctx: HttpContext) {
    const translate = translateFor(ctx)
    const own = isOwnForm(ctx)
    if (wantsNdjson(ctx) || !own) {
      const line = own ? 'early.expiredLive' : 'early.foreign'
      return this.#refuse(ctx, 419, own ? 'early.expired' : 'early.foreignTitle', line)
    }
    const input = ctx.request.body()
    const formUrl = this.#formUrl(ctx)
    const title = translate('early.expired')
    protect(ctx, { isInLayout: false })
    const page = await this.#pages.renderAlone(ctx, 'expired', {
      ...{ title, crumbs: [{ text: title }], hasErrors: true },
      ...{ fields: fieldsAgain(input), action: ctx.request.url(true), formUrl },
      backToForm: PREVIEW,
      typed: formUrl ? typedFields(input, translate) : [],
      isPasswordLost: formUrl !== null && isPasswordTyped(input),
    })
    ctx.response.status(419).send(page)
  }

  /** 413: nothing was read of it, so nothing can be shown again. */
  async tooLarge(ctx: HttpContext) {
    return this.#refuse(ctx, 413, 'early.tooLarge', 'early.tooLargeAdvice')
  }

  async #refuse(ctx: HttpContext, status: number, titleKey: MessageKey, lineKey: MessageKey) {
    const translate = translateFor(ctx)
    const title = translate(titleKey)
    const lines = [translate('errors.nothingChanged'), translate(lineKey)]
    protect(ctx, { isInLayout: false })
    if (wantsNdjson(ctx)) {
      return ctx.response.status(status).json({ title, lines })
    }
    const content = { title, crumbs: [{ text: title }], hasErrors: true, lines }
    ctx.response.status(status).send(await this.#pages.renderAlone(ctx, 'error', content))
  }

  /** Where the form of a configuration is sent to; null: it was another one. */
  #formUrl({ route, params }: HttpContext): string | null {
    switch (route?.name) {
      case 'smtp_admin.configs.store':
      case 'smtp_admin.tests.typed_new':
        return this.#urlTo('configs.store')
      case 'smtp_admin.configs.update':
      case 'smtp_admin.tests.typed':
        return this.#urlTo('configs.update', { id: String(params.id) })
      default:
        return null
    }
  }
}
