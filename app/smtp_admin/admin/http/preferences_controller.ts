import type { HttpContext } from '@adonisjs/core/http'
import type { HttpRouterService } from '@adonisjs/core/types'
import vine from '@vinejs/vine'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import type { PageUrl } from './urls.js'
import { ownPage } from './own_page.js'
import { sectionPath } from './section_path.js'
import { keepTheme, THEMES } from './theme.js'

const choice = vine.create({ theme: vine.enum(THEMES) })

/** How somebody wants to see the pages. It is theirs alone, and of one browser. */
export class PreferencesController {
  #config: ResolvedSmtpAdminConfig
  #router: HttpRouterService
  #urlTo: PageUrl

  constructor(config: ResolvedSmtpAdminConfig, router: HttpRouterService, urlTo: PageUrl) {
    this.#config = config
    this.#router = router
    this.#urlTo = urlTo
  }

  /** Keeps a theme, and goes back to the page that was open. */
  async theme(ctx: HttpContext) {
    const { request, response } = ctx
    const { theme } = await choice.validate(request.all())
    keepTheme(ctx, theme, sectionPath(this.#config))
    const page = ownPage(request.input('back'), request, this.#router)
    return response.redirect(page ? `${this.#config.basePath}${page}` : this.#urlTo('home'))
  }
}
