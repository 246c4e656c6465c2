import type { HealthState } from '../../diagnostics/health.js'
import type { Encryption } from '../../types/main.js'
import type { PageUrl, UrlQuery } from '../http/urls.js'

/** The columns that the list can be sorted by, in the order in which `o` counts them from 1. */
export const SORT_COLUMNS = ['status', 'name', 'server', 'active', 'updated'] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]

export interface SortKey {
  column: SortColumn
  isDescending: boolean
}

/** The filters that are set. */
export interface Filters {
  active?: '1' | '0'
  status?: HealthState
  encryption?: Encryption
  scope?: 'site' | 'account'
}
export type FilterName = keyof Filters

interface Filter<Value extends string> {
  parameter: string
  values: Value[]
}

/** The parameter of each filter, as Django would name it, and its values. */
export const FILTERS: { [Name in FilterName]-?: Filter<NonNullable<Filters[Name]>> } = {
  active: { parameter: 'is_active__exact', values: ['1', '0'] },
  status: {
    parameter: 'status__exact',
    values: ['working', 'failing', 'untested', 'stale', 'unreadable'],
  },
  encryption: { parameter: 'encryption__exact', values: ['starttls', 'tls', 'none'] },
  scope: { parameter: 'scope__exact', values: ['site', 'account'] },
}
export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[]

/** The list that a query string asks for. */
export interface ListParams {
  /** As typed: words, and phrases in quotation marks. */
  search: string
  filters: Filters
  /** The first key decides. Empty: the default order. */
  order: SortKey[]
  /** Counted from 1. The list may have fewer pages. */
  page: number
  /** Whether all rows are shown on one page, if they are few enough. */
  isAll: boolean
}

export const DEFAULT_LIST: ListParams = {
  search: '',
  filters: {},
  order: [],
  page: 1,
  isAll: false,
}

const MAX_SEARCH_LENGTH = 200
const MAX_SEARCH_TERMS = 10

/** A phrase in straight or typographic quotation marks, or a word. */
const SEARCH_TERM = /["“”„]([^"“”„]*)["“”„]|[^\s"“”„]+/g

/**
 * Parses a query string by Django's names: `q`, `o`, `p`, `all` and `<field>__exact`. Everything else is
 * ignored, and so are invalid values: a parameter such as `password__startswith` would be an oracle.
 */
export function parseListParams(query: Record<string, unknown>): ListParams {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : null)
  const search = text('q') ?? ''
  const page = text('p') ?? ''
  return {
    search: search
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, MAX_SEARCH_LENGTH),
    filters: parseFilters(text),
    order: parseOrder(text('o') ?? ''),
    page: /^[1-9]\d{0,8}$/.test(page) ? Number(page) : 1,
    isAll: ['', '1'].includes(text('all') ?? '0'),
  }
}

/** The query string of a list, without what is the default. `parseListParams` reads it. */
export function toListQuery({ search, filters, order, page, isAll }: ListParams): UrlQuery {
  const set = FILTER_NAMES.flatMap((name) => {
    const value = filters[name]
    return value === undefined ? [] : [[FILTERS[name].parameter, value]]
  })
  return {
    ...(search && { q: search }),
    ...Object.fromEntries(set),
    ...(order.length > 0 && { o: order.map(formatSortKey).join('.') }),
    ...(isAll ? { all: '' } : page > 1 && { p: page }),
  }
}

/** The words and quoted phrases of a search. A row matches if it contains all of them. */
export function parseSearch(search: string): string[] {
  const found = [...search.matchAll(SEARCH_TERM)].map(([word, phrase]) => phrase ?? word)
  const terms = found.map((term) => term.trim().replace(/\s+/g, ' '))
  return [...new Set(terms.filter((term) => term !== ''))].slice(0, MAX_SEARCH_TERMS)
}

/** Links from one list to others that differ in one respect. */
export class ListUrls {
  #params: ListParams
  #urlTo: PageUrl

  constructor(params: ListParams, urlTo: PageUrl) {
    this.#params = params
    this.#urlTo = urlTo
  }

  /** The list with a change. Other rows start on the first page. */
  with(change: Partial<ListParams>): string {
    const params = { ...this.#params, page: 1, isAll: false, ...change }
    return this.#urlTo('configs.index', {}, toListQuery(params))
  }

  /** @param value undefined removes the filter */
  filteredBy<Name extends FilterName>(name: Name, value: Filters[Name]): string {
    return this.with({ filters: { ...this.#params.filters, [name]: value } })
  }

  sortedBy(order: SortKey[]): string {
    return this.with({ order, isAll: this.#params.isAll })
  }

  page(page: number): string {
    return this.with({ page })
  }
}

function parseFilters(text: (name: string) => string | null): Filters {
  const set = FILTER_NAMES.flatMap((name) => {
    const { parameter, values } = FILTERS[name]
    const value = text(parameter)
    return value !== null && (values as string[]).includes(value) ? [[name, value]] : []
  })
  return Object.fromEntries(set)
}

/** Columns are separated by dots; a column that occurs twice counts once. */
function parseOrder(text: string): SortKey[] {
  const keys = text.slice(0, 100).split('.').map(parseSortKey)
  return keys.filter((key): key is SortKey => {
    return key !== null && keys.find((it) => it?.column === key.column) === key
  })
}

function parseSortKey(text: string): SortKey | null {
  const [, minus, index] = /^(-?)([1-9])$/.exec(text) ?? []
  const column = SORT_COLUMNS[Number(index) - 1]
  return column ? { column, isDescending: minus === '-' } : null
}

function formatSortKey({ column, isDescending }: SortKey): string {
  return `${isDescending ? '-' : ''}${SORT_COLUMNS.indexOf(column) + 1}`
}
