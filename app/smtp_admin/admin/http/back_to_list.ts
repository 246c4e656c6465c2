import type { HttpContext } from '@adonisjs/core/http'
import type { PageUrl, UrlQuery } from './urls.js'
import {
  DEFAULT_LIST,
  type ListParams,
  parseListParams,
  toListQuery,
} from '../configs/list_params.js'

/** The parameter, and the field of forms, that keeps the list which somebody came from. */
export const PRESERVED = '_changelist_filters'

/** The longest of our own is shorter. */
const LONGEST = 2000

/** The list that somebody came from, by the address or the form; the whole list if they say none. */
export function listBefore({ request }: HttpContext): ListParams {
  const text = request.body()[PRESERVED] ?? request.qs()[PRESERVED]
  return typeof text === 'string' && text.length <= LONGEST ? parsed(text) : DEFAULT_LIST
}

/** How pages that a list leads to come back to it. */
export interface WayBack {
  /** The address of the list: for links. */
  url: string
  /** The value of the hidden field `_changelist_filters` of a form; nothing for the whole list. */
  filters: string
  /** What an address needs to keep the list: the third parameter of a `PageUrl`. */
  query: UrlQuery
}

/** @param query the list to come back to */
export function wayBack(query: ListParams, urlTo: PageUrl): WayBack {
  const parameters = toListQuery(query)
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => {
    return [name, String(value)]
  })
  const filters = new URLSearchParams(texts).toString()
  return {
    url: urlTo('configs.index', {}, parameters),
    filters,
    query: filters === '' ? {} : { [PRESERVED]: filters },
  }
}

/** The address of the list that somebody came from: where saving, deleting and cancelling end. */
export function listUrl(ctx: HttpContext, urlTo: PageUrl): string {
  return wayBack(listBefore(ctx), urlTo).url
}

/** Only what the list itself would follow: nobody is led anywhere else. */
function parsed(text: string): ListParams {
  return parseListParams(Object.fromEntries(new URLSearchParams(text)))
}
