import type { HealthState } from '../../diagnostics/health.js'
import type { Encryption } from '../../types/main.js'

/** What the list can be sorted by: columns of its table, in their order, which `o` counts from 1. */
export const COLUMNS = ['status', 'name', 'server', 'active', 'updated'] as const
export type Column = (typeof COLUMNS)[number]

/** What rows are sorted by; of several the first decides. */
export interface SortKey {
  column: Column
  isDescending: boolean
}

/** What may be asked of a row; what is not asked is missing. */
export interface Filters {
  active?: '1' | '0'
  status?: HealthState
  encryption?: Encryption
  scope?: 'site' | 'account'
}
export type FilterName = keyof Filters

/** Each filter with its parameter, as Django would call it, and its values. */
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

interface Filter<Value extends string> {
  parameter: string
  values: Value[]
}

/** What an address asks of the list. */
export interface ListQuery {
  /** As it was typed: words, and phrases in quotation marks. */
  search: string
  filters: Filters
  /** Empty: the order that the list has by itself. */
  order: SortKey[]
  /** From 1; there may be fewer pages. */
  page: number
  /** Everything on one page, if it is not too much. */
  isAll: boolean
}

/** The list without a question. */
export const WHOLE_LIST: ListQuery = { search: '', filters: {}, order: [], page: 1, isAll: false }
