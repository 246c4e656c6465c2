import type { HttpContext } from '@adonisjs/core/http'
import type { Resolver } from '../../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { breakableText } from '../presenters/breakable.js'
import { translateFor } from '../http/locale.js'
import type { Pages } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import { listPage } from './list_page.js'
import { readListing } from './listing.js'
import { readListQuery } from './read_list_query.js'

/** The list of configurations. */
export class ListController {
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

  async index(ctx: HttpContext) {
    const { perPage, columns } = this.#config
    const read = readListQuery(ctx.request.qs())
    const listing = await readListing(read.query, perPage)
    const environment = this.#resolver.environment.candidate
    const view = { ...read, listing, perPage, columns, environment }
    ctx.view.share({ breakable: await breakableText() })
    return this.#pages.render(ctx, 'configs/index', listPage(view, translateFor(ctx), this.#urlTo))
  }
}
