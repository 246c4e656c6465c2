import type { HistoryAction } from '../../models/smtp_history.js'
import type { ChangeSource } from '../../types/main.js'
import type { Ignored } from '../configs/read_list_query.js'
import type { UrlQuery } from '../http/urls.js'

/** What can be asked of the history, by the parameter that asks it. */
export const HISTORY_FILTERS = {
  action__exact: ['added', 'changed', 'activated', 'deactivated', 'deleted'],
  source__exact: ['admin', 'api', 'command', 'code', 'automatic'],
} as const satisfies { action__exact: HistoryAction[]; source__exact: ChangeSource[] }

export type HistoryFilter = keyof typeof HISTORY_FILTERS
export const HISTORY_FILTER_NAMES = Object.keys(HISTORY_FILTERS) as HistoryFilter[]

/** What an address asks of the history. */
export interface HistoryQuery {
  filters: Partial<Record<HistoryFilter, string>>
  /** From 1; there may be fewer pages. */
  page: number
}

/** What a query string asks, and what of it was not followed: nothing else can be asked. */
export function readHistoryQuery(input: Record<string, unknown>): {
  query: HistoryQuery
  ignored: Ignored[]
} {
  const query: HistoryQuery = { filters: {}, page: 1 }
  const ignored: Ignored[] = []
  for (const [parameter, value] of Object.entries(input)) {
    if (parameter !== 'p' && !isFilter(parameter)) {
      ignored.push({ parameter, reason: 'unknown' })
    } else if (typeof value !== 'string') {
      ignored.push({ parameter, reason: 'not text' })
    } else if (!follow(query, parameter, value)) {
      ignored.push({ parameter, reason: 'value', value })
    }
  }
  return { query, ignored }
}

/** The same as the parameters of an address. */
export function historyParameters({ filters, page }: HistoryQuery): UrlQuery {
  return { ...filters, ...(page > 1 && { p: page }) }
}

function isFilter(parameter: string): parameter is HistoryFilter {
  return Object.hasOwn(HISTORY_FILTERS, parameter)
}

function follow(query: HistoryQuery, parameter: 'p' | HistoryFilter, value: string): boolean {
  if (parameter === 'p') {
    const isNumber = /^[1-9]\d{0,8}$/.test(value)
    query.page = isNumber ? Number(value) : 1
    return isNumber
  }
  const values: readonly string[] = HISTORY_FILTERS[parameter]
  const isKnown = values.includes(value)
  if (isKnown) {
    query.filters[parameter] = value
  }
  return isKnown
}
