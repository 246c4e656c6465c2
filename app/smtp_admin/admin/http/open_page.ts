import type { HttpContext } from '@adonisjs/core/http'
import { PRESERVED } from './back_to_list.js'

/** The addresses of the form: what fills it in may be a pasted address with its credentials. */
const FORM = /\/configs\/(add|[^/]+\/change)(\/test)?$/

/** What the address of the form says besides. */
const CHOICES = ['provider', 'region', PRESERVED]

/**
 * The address of the page that is open, for coming back to it. What an address fills into a form is
 * shown in its fields, as far as it may be, and nowhere else in the page.
 */
export function openPage({ request }: HttpContext): string {
  const path = request.url()
  if (!FORM.test(path)) {
    return request.url(true)
  }
  const query = Object.entries(request.qs()).filter(
    (entry): entry is [string, string] => CHOICES.includes(entry[0]) && typeof entry[1] === 'string'
  )
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`
}
