import type { HttpContext } from '@adonisjs/core/http'
import type { HttpRouterService } from '@adonisjs/core/types'

const ANYWHERE = 'http://anywhere.invalid'

/**
 * The page of ours that an address leads to, as a path of the app: whoever made a form up with another
 * address in it (CWE-601) leads nobody there. Null for everything else, what only takes forms included.
 */
export function ownPage(
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
