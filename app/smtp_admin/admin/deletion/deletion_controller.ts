import type { HttpContext } from '@adonisjs/core/http'
import { E_SMTP_CONFIG_GONE } from '../../errors.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../../types.js'
import { describeDeletion } from '../activation/switch_message.js'
import { serverWithout } from '../messages/consequences.js'
import { translateFor } from '../language.js'
import { listUrl } from '../list/preserved_filters.js'
import { flashMessage } from '../messages/messages.js'
import type { Pages } from '../pages.js'
import { authorOf } from '../access/permissions.js'
import { storedConfig, toListWithout } from '../stored_config.js'
import type { PageUrl } from '../urls.js'
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
