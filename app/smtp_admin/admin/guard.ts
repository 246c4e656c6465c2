import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Ability, ResolvedSmtpAdminConfig } from '../types.js'
import type { Pages } from './pages.js'
import { isAllowed } from './permissions.js'

/** Holds for a host without a policy of its own; one with a policy keeps it. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'"

/** Lets a request through to a page only with this ability, and keeps what follows out of caches. */
export function requireAbility(ability: Ability, config: ResolvedSmtpAdminConfig, pages: Pages) {
  return async (ctx: HttpContext, next: NextFn) => {
    protect(ctx)
    if (await isAllowed(config, ctx, ability)) {
      return next()
    }
    ctx.response.status(403)
    return pages.error(ctx, 'You do not have permission to do this.')
  }
}

function protect({ response }: HttpContext) {
  response.header('Cache-Control', 'no-store')
  response.header('X-Robots-Tag', 'noindex, noarchive')
  response.header('Referrer-Policy', 'same-origin')
  response.header('X-Frame-Options', 'DENY')
  if (!response.getHeader('Content-Security-Policy')) {
    response.header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  }
}
