import type { PageUrl, UrlQuery } from '../http/urls.js'
import {
  COLUMNS,
  FILTERS,
  FILTER_NAMES,
  type FilterName,
  type Filters,
  type ListQuery,
  type SortKey,
} from './list_query.js'

/** A list as the query string that `readListQuery` reads: only what differs from the whole list. */
export function listParameters({ search, filters, order, page, isAll }: ListQuery): UrlQuery {
  const asked = FILTER_NAMES.flatMap((name) => {
    const value = filters[name]
    return value === undefined ? [] : [[FILTERS[name].parameter, value]]
  })
  return {
    ...(search && { q: search }),
    ...Object.fromEntries(asked),
    ...(order.length > 0 && { o: order.map(orderPart).join('.') }),
    ...(isAll ? { all: '' } : page > 1 && { p: page }),
  }
}

function orderPart({ column, isDescending }: SortKey): string {
  return `${isDescending ? '-' : ''}${COLUMNS.indexOf(column) + 1}`
}

/** The addresses that lead from one list to others, each with one thing changed. */
export class ListUrls {
  #query: ListQuery
  #urlTo: PageUrl

  constructor(query: ListQuery, urlTo: PageUrl) {
    this.#query = query
    this.#urlTo = urlTo
  }

  /** The list with something else asked of it; other rows begin on their first page. */
  with(change: Partial<ListQuery>): string {
    const query = { ...this.#query, page: 1, isAll: false, ...change }
    return this.#urlTo('configs.index', {}, listParameters(query))
  }

  /** @param value undefined: the filter is taken off */
  filteredBy<Name extends FilterName>(name: Name, value: Filters[Name]): string {
    return this.with({ filters: { ...this.#query.filters, [name]: value } })
  }

  /** In another order, on as long a page as it is now. */
  sortedBy(order: SortKey[]): string {
    return this.with({ order, isAll: this.#query.isAll })
  }

  page(page: number): string {
    return this.with({ page })
  }
}
