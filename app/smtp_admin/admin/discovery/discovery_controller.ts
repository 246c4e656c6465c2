import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { format } from '../../i18n/format.js'
import { parseText } from '../configs/form_input.js'
import { translateFor } from '../http/locale.js'
import { authorOf } from '../http/permissions.js'
import { toRateLimited } from '../http/rate_limit.js'
import { abortOnDisconnect } from '../http/streaming.js'
import { type DiscoveryView, discoveryPage } from './discovery_page.js'
import { AdminServices } from '../http/admin_services.js'

/** Longer than any address: the rest is not looked at. */
const LONGEST_INPUT = 320

/** The page that looks for the settings of an address. It asks strangers, so it is a POST. */
@inject()
export default class DiscoveryController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  async create(ctx: HttpContext) {
    return this.#render(ctx, { address: '' })
  }

  /** Counts as a test: it connects to servers as well. */
  async search(ctx: HttpContext) {
    const { config, testLimit } = this.#admin
    const address = parseText(ctx.request.input('address')).slice(0, LONGEST_INPUT)
    const refused = await testLimit.count(await authorOf(config, ctx)).catch(toRateLimited)
    if (refused) {
      const translate = translateFor(ctx)
      const [heading, text] = [format(translate, refused.title), format(translate, refused.message)]
      ctx.response.status(429).header('Retry-After', String(refused.seconds))
      return this.#render(ctx, { address, refusal: { heading, text } })
    }
    const result = await this.#admin.discover(address, abortOnDisconnect(ctx))
    ctx.response.status(result.problem ? 422 : 200)
    return this.#render(ctx, { address, result })
  }

  #render(ctx: HttpContext, view: DiscoveryView) {
    const content = discoveryPage(view, translateFor(ctx), this.#admin.urlTo)
    return this.#admin.pages.render(ctx, 'discovery/index', content)
  }
}
