import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { E_NO_CSRF_GUARD } from '../../errors.js'
import type { Ability, ResolvedSmtpAdminConfig } from '../../types/main.js'
import type { ErrorPages } from './error_pages.js'
import { isAllowed } from './permissions.js'

/** Holds for a host without a policy of its own; one with a policy keeps it. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'"

/** What the host's layout loads, and where its forms lead, is the host's affair. */
const POLICY_IN_A_LAYOUT = "base-uri 'self'; object-src 'none'; frame-ancestors 'none'"

/** Requires all of these abilities, and keeps the page out of caches. */
export function requireAbility(
  needed: Ability | readonly Ability[],
  config: ResolvedSmtpAdminConfig,
  errorPages: ErrorPages
) {
  const findDenied = errorPages.around(async (ctx) => {
    for (const ability of [needed].flat()) {
      if (!(await isAllowed(config, ctx, ability))) {
        return ability
      }
    }
  })
  return async (ctx: HttpContext, next: NextFn) => {
    protect(ctx, { isInLayout: Boolean(config.layout) })
    requireCsrfGuard(ctx)
    const denied = (await findDenied(ctx)) as Ability | undefined
    return denied ? errorPages.forbidden(ctx, denied) : next()
  }
}

/** Keeps a page out of caches, search engines and frames, and foreign code out of the page. */
export function protect({ response }: HttpContext, { isInLayout }: { isInLayout: boolean }) {
  response.header('Cache-Control', 'no-store')
  response.header('X-Robots-Tag', 'noindex, noarchive')
  response.header('Referrer-Policy', 'same-origin')
  response.header('X-Frame-Options', 'DENY')
  if (!response.getHeader('Content-Security-Policy')) {
    const policy = isInLayout ? POLICY_IN_A_LAYOUT : CONTENT_SECURITY_POLICY
    response.header('Content-Security-Policy', policy)
  }
}

/**
 * Without the host's guard anybody's page could post our forms in the name of whoever is signed in.
 *
 * @throws E_NO_CSRF_GUARD
 */
function requireCsrfGuard({ request }: HttpContext) {
  if (!('csrfToken' in request)) {
    throw new E_NO_CSRF_GUARD()
  }
}
