import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { HttpRouterService } from '@adonisjs/core/types'
import vine from '@vinejs/vine'
import { storeTheme, sectionPath, THEMES } from './theme.js'
import { AdminServices } from './admin_services.js'

const ANYWHERE = 'http://anywhere.invalid'

const choice = vine.create({ theme: vine.enum(THEMES) })

/** Preferences of one browser. */
@inject()
export default class PreferencesController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  /** Stores the theme, and redirects to the page that was open. */
  async theme(ctx: HttpContext) {
    const { request, response } = ctx
    const { theme } = await choice.validate(request.all())
    storeTheme(ctx, theme, sectionPath(this.#admin.config))
    const page = ownPage(request.input('back'), request, this.#admin.router)
    return response.redirect(
      page ? `${this.#admin.config.basePath}${page}` : this.#admin.urlTo('home')
    )
  }
}

/** The path of an address that is one of these pages; null: it leads elsewhere (CWE-601). */
function ownPage(
  address: unknown,
  request: HttpContext['request'],
  router: HttpRouterService
): string | null {
  if (typeof address !== 'string' || !URL.canParse(address, ANYWHERE)) {
    return null
  }
  const { origin, pathname, search } = new URL(address, ANYWHERE)
  const hostname = router.usingDomains ? request.hostname() : null
  const match = origin === ANYWHERE ? router.match(pathname, 'GET', true, hostname) : null
  const name = match?.route.name ?? ''
  const isPage = name.startsWith('smtp_admin.') && name !== 'smtp_admin.not_found'
  return isPage ? `${pathname}${search}` : null
}
