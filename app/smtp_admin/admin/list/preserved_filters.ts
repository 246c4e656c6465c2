import type { HttpContext } from '@adonisjs/core/http'
import type { PageUrl, UrlQuery } from '../urls.js'
import { type ListQuery, WHOLE_LIST } from './list_query.js'
import { listParameters } from './list_urls.js'
import { readListQuery } from './read_list_query.js'

/** The parameter, and the field of forms, that keeps the list which somebody came from. */
export const PRESERVED = '_changelist_filters'

/** The longest of our own is shorter. */
const LONGEST = 2000

/** The list that somebody came from, by the address or the form; the whole list if they say none. */
export function listBefore({ request }: HttpContext): ListQuery {
  const text = request.body()[PRESERVED] ?? request.qs()[PRESERVED]
  return typeof text === 'string' && text.length <= LONGEST ? parsed(text) : WHOLE_LIST
}

/** A list as the value of the parameter; nothing for the whole list. */
export function preservedText(query: ListQuery): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(listParameters(query))) {
    parameters.set(name, String(value))
  }
  return parameters.toString()
}

/** What an address needs to come back to a list: for the third parameter of a `PageUrl`. */
export function preserving(query: ListQuery): UrlQuery {
  const text = preservedText(query)
  return text === '' ? {} : { [PRESERVED]: text }
}

/** The address of the list that somebody came from: where saving, deleting and cancelling end. */
export function listUrl(ctx: HttpContext, urlTo: PageUrl): string {
  return urlTo('configs.index', {}, listParameters(listBefore(ctx)))
}

/** Only what the list itself would follow: nobody is led anywhere else. */
function parsed(text: string): ListQuery {
  return readListQuery(Object.fromEntries(new URLSearchParams(text))).query
}
