import type { HistoryAction } from '../../models/smtp_history.js'
import type { ChangeSource } from '../../types/main.js'
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

/** Parses a query string. Everything else in it is ignored. */
export function readHistoryQuery(input: Record<string, unknown>): HistoryQuery {
  const filters = HISTORY_FILTER_NAMES.flatMap((name) => {
    const values: readonly unknown[] = HISTORY_FILTERS[name]
    return values.includes(input[name]) ? [[name, input[name]]] : []
  })
  const page = typeof input.p === 'string' && /^[1-9]\d{0,8}$/.test(input.p) ? Number(input.p) : 1
  return { filters: Object.fromEntries(filters), page }
}

/** The same as the parameters of an address. */
export function historyParameters({ filters, page }: HistoryQuery): UrlQuery {
  return { ...filters, ...(page > 1 && { p: page }) }
}
