import {
  COLUMNS,
  FILTERS,
  FILTER_NAMES,
  type FilterName,
  type ListQuery,
  type SortKey,
  WHOLE_LIST,
} from './list_query.js'
import { LONGEST_SEARCH, MOST_TERMS, searchTerms } from './search_terms.js'

/** A parameter that was not followed, and why. The value is that of a known parameter only. */
export interface Ignored {
  parameter: string
  reason: 'unknown' | 'not text' | 'value' | 'column' | 'length' | 'terms'
  value?: string
}

/** What a query string asks of the list, and what of it was not followed. */
export interface ReadQuery {
  query: ListQuery
  ignored: Ignored[]
}

type Read = (value: string, read: ReadQuery) => void

/** Every parameter that there is. */
const PARAMETERS = new Map<string, Read>([
  ['q', readSearch],
  ['o', readOrder],
  ['p', readPage],
  ['all', readAll],
  ...FILTER_NAMES.map((name) => [FILTERS[name].parameter, filterReader(name)] as const),
])

/** Sane addresses are shorter. */
const LONGEST_VALUE = 100

/**
 * What a query string asks of the list, by Django's names: `q`, `o`, `p`, `all` and
 * `<field>__exact`. Nothing else is looked at, so that nobody can ask the list for what it does not
 * show: `password__startswith` would be an oracle.
 */
export function readListQuery(input: Record<string, unknown>): ReadQuery {
  const read: ReadQuery = { query: { ...WHOLE_LIST, filters: {}, order: [] }, ignored: [] }
  for (const [parameter, value] of Object.entries(input)) {
    const reader = PARAMETERS.get(parameter)
    if (!reader) {
      read.ignored.push({ parameter, reason: 'unknown' })
    } else if (typeof value === 'string') {
      reader(value, read)
    } else {
      read.ignored.push({ parameter, reason: 'not text' })
    }
  }
  return read
}

function readSearch(value: string, { query, ignored }: ReadQuery) {
  const search = value.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (search.length > LONGEST_SEARCH) {
    ignored.push({ parameter: 'q', reason: 'length', value: search })
  } else if (searchTerms(search).length > MOST_TERMS) {
    ignored.push({ parameter: 'q', reason: 'terms', value: search })
  } else {
    query.search = search
  }
}

function readOrder(value: string, { query, ignored }: ReadQuery) {
  const parts = value.length > LONGEST_VALUE ? [value] : value.split('.').filter(Boolean)
  for (const part of parts) {
    const key = sortKey(part)
    const isNew = key && query.order.every(({ column }) => column !== key.column)
    if (isNew) {
      query.order.push(key)
    } else {
      ignored.push({ parameter: 'o', reason: 'column', value: part })
    }
  }
}

function sortKey(part: string): SortKey | null {
  const [, minus, index] = /^(-?)([1-9])$/.exec(part) ?? []
  const column = COLUMNS[Number(index) - 1]
  return column ? { column, isDescending: minus === '-' } : null
}

function readPage(value: string, { query, ignored }: ReadQuery) {
  if (/^[1-9]\d{0,8}$/.test(value)) {
    query.page = Number(value)
  } else {
    ignored.push({ parameter: 'p', reason: 'value', value })
  }
}

function readAll(value: string, { query, ignored }: ReadQuery) {
  if (value === '' || value === '1') {
    query.isAll = true
  } else {
    ignored.push({ parameter: 'all', reason: 'value', value })
  }
}

function filterReader(name: FilterName): Read {
  const { parameter, values } = FILTERS[name]
  return (value, { query, ignored }) => {
    if ((values as string[]).includes(value)) {
      query.filters = { ...query.filters, [name]: value }
    } else {
      ignored.push({ parameter, reason: 'value', value })
    }
  }
}
