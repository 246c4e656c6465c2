import type { HttpContext } from '@adonisjs/core/http'
import { SmtpConfig } from '../models/smtp_config.js'
import type { Pages } from './pages.js'
import { rowsWithHealth } from './shown_health.js'
import { storedConfig } from './stored_config.js'
import type { PageUrl } from './urls.js'

const LIST = 'SMTP configurations'

/** The list of the configurations. */
export class ConfigsController {
  #pages: Pages
  #urlTo: PageUrl

  constructor(pages: Pages, urlTo: PageUrl) {
    this.#pages = pages
    this.#urlTo = urlTo
  }

  async index(ctx: HttpContext) {
    const configs = await SmtpConfig.query()
      .orderBy('scope', 'desc')
      .orderBy('is_active', 'desc')
      .orderBy('name')
    const rows = await rowsWithHealth(configs)
    return this.#pages.render(ctx, 'configs/index', { title: LIST, crumbs: [{ text: LIST }], rows })
  }

  /** There is one page for looking and changing, as in Django's admin. */
  async show(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (config) {
      ctx.response.redirect(this.#urlTo('configs.change', { id: config.id }))
    }
  }
}
