import type { HttpContext } from '@adonisjs/core/http'
import type { DiscoveryResult } from '../../diagnostics/discovery/context.js'
import { format } from '../../i18n/format.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { parseText } from '../configs/form_input.js'
import { translateFor } from '../http/locale.js'
import type { PageRenderer } from '../http/page_renderer.js'
import { authorOf } from '../http/permissions.js'
import { orRefused } from '../http/retry_after.js'
import type { TestLimit } from '../test_runs/rate_limit.js'
import { abortOnDisconnect } from '../http/streaming.js'
import type { PageUrl } from '../http/urls.js'
import { type DiscoveryView, discoveryPage } from './discovery_page.js'

/** What settings are looked for with. */
export interface DiscoveryServices {
  config: ResolvedSmtpAdminConfig
  testLimit: TestLimit
  discover: (input: string, signal: AbortSignal) => Promise<DiscoveryResult>
}

/** Longer than any address: the rest is not looked at. */
const LONGEST_INPUT = 320

/** The page that looks for the settings of an address. It asks strangers, so it is a POST. */
export class DiscoveryController {
  #services: DiscoveryServices
  #pages: PageRenderer
  #urlTo: PageUrl

  constructor(services: DiscoveryServices, pages: PageRenderer, urlTo: PageUrl) {
    this.#services = services
    this.#pages = pages
    this.#urlTo = urlTo
  }

  async form(ctx: HttpContext) {
    return this.#render(ctx, { address: '' })
  }

  /** Counts as a test: it connects to servers as well. */
  async search(ctx: HttpContext) {
    const { config, testLimit } = this.#services
    const address = parseText(ctx.request.input('address')).slice(0, LONGEST_INPUT)
    const refused = await testLimit.count(await authorOf(config, ctx)).catch(orRefused)
    if (refused) {
      const translate = translateFor(ctx)
      const [heading, text] = [format(translate, refused.title), format(translate, refused.message)]
      ctx.response.status(429).header('Retry-After', String(refused.seconds))
      return this.#render(ctx, { address, refusal: { heading, text } })
    }
    const result = await this.#services.discover(address, abortOnDisconnect(ctx))
    ctx.response.status(result.problem ? 422 : 200)
    return this.#render(ctx, { address, result })
  }

  #render(ctx: HttpContext, view: DiscoveryView) {
    const content = discoveryPage(view, translateFor(ctx), this.#urlTo)
    return this.#pages.render(ctx, 'discovery/index', content)
  }
}
