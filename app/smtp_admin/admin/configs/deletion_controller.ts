import type { HttpContext } from '@adonisjs/core/http'
import { E_SMTP_CONFIG_GONE } from '../../errors.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { describeDeletion } from './switch_message.js'
import { serverWithout } from '../http/consequences.js'
import { translateFor } from '../http/locale.js'
import { listUrl } from '../http/back_to_list.js'
import { flashMessage } from '../http/messages.js'
import type { Pages } from '../http/page_renderer.js'
import { authorOf } from '../http/permissions.js'
import { storedConfig, toListWithout } from '../http/find_config.js'
import type { PageUrl } from '../http/urls.js'
import { deletionPage } from './deletion_page.js'

/** Deletes a configuration, after a page that says what follows. */
export class DeletionController {
  #config: ResolvedSmtpAdminConfig
  #resolver: Resolver
  #pages: Pages
  #urlTo: PageUrl

  constructor(config: ResolvedSmtpAdminConfig, resolver: Resolver, pages: Pages, urlTo: PageUrl) {
    this.#config = config
    this.#resolver = resolver
    this.#pages = pages
    this.#urlTo = urlTo
  }

  async confirm(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (config) {
      const next = await serverWithout(this.#resolver, config)
      const page = deletionPage(config, next, translateFor(ctx), this.#urlTo)
      return this.#pages.render(ctx, 'configs/delete', page)
    }
  }

  /** Who comes second is told that it is gone already. */
  async destroy(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (!config) {
      return
    }
    config.author = await authorOf(this.#config, ctx)
    try {
      await config.delete()
    } catch (error) {
      if (error instanceof E_SMTP_CONFIG_GONE) {
        return toListWithout(ctx, this.#urlTo)
      }
      throw error
    }
    flashMessage(ctx, await describeDeletion(this.#resolver, config))
    ctx.response.redirect(listUrl(ctx, this.#urlTo))
  }
}
