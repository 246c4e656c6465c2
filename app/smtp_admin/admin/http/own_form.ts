import type { HttpContext } from '@adonisjs/core/http'

/**
 * Whether a form was sent from a page of this app, as far as the browser says so (Fetch Metadata, or
 * the Origin header of RFC 6454 in a browser or on a connection without it).
 */
export function isOwnForm({ request }: HttpContext): boolean {
  const site = request.header('sec-fetch-site')
  if (site) {
    return site === 'same-origin'
  }
  const origin = request.header('origin') ?? ''
  return URL.canParse(origin) && new URL(origin).host === request.host()
}
