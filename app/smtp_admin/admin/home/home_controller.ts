import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { AdminServices } from '../http/admin_services.js'
import { translateFor } from '../http/locale.js'
import { breakableText } from '../presenters/breakable.js'
import { homePage } from './home_page.js'
import { readOverview } from './overview.js'

/** The start page, the help page, and the answer to every other address. */
@inject()
export default class HomeController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  async index(ctx: HttpContext) {
    const { resolver, pages, urlTo } = this.#admin
    ctx.view.share({ breakable: await breakableText() })
    const overview = await readOverview()
    const resolution = await resolver.resolve()
    const view = { overview, resolution, environment: resolver.environment }
    return pages.render(ctx, 'home', homePage(view, translateFor(ctx), urlTo))
  }

  help(ctx: HttpContext) {
    const title = translateFor(ctx)('shell.help')
    return this.#admin.pages.render(ctx, 'help', { title, crumbs: [{ text: title }] })
  }

  notFound(ctx: HttpContext) {
    return this.#admin.errorPages.notFound(ctx)
  }
}
