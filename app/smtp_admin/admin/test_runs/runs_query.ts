import type { Ignored } from '../configs/read_list_query.js'
import { isUuid } from '../http/uuid.js'

/** What an address asks of the list of tests. */
export interface RunsQuery {
  /** Of which configuration; null: of all. */
  config: string | null
  /** From 1; there may be fewer pages. */
  page: number
}

/** More than that no list has. */
const PAGE = /^[1-9]\d{0,8}$/

const LONGEST_VALUE = 100

/** Reads `config` and, as Django calls it, `p`; whatever else there is was not followed. */
export function readRunsQuery(input: Record<string, unknown>): {
  query: RunsQuery
  ignored: Ignored[]
} {
  const query: RunsQuery = { config: null, page: 1 }
  const ignored: Ignored[] = []
  for (const [parameter, value] of Object.entries(input)) {
    if (parameter !== 'config' && parameter !== 'p') {
      ignored.push({ parameter, reason: 'unknown' })
    } else if (typeof value !== 'string') {
      ignored.push({ parameter, reason: 'not text' })
    } else if (parameter === 'config' && isUuid(value)) {
      query.config = value.toLowerCase()
    } else if (parameter === 'p' && PAGE.test(value)) {
      query.page = Number(value)
    } else if (value !== '') {
      ignored.push({ parameter, reason: 'value', value: value.slice(0, LONGEST_VALUE) })
    }
  }
  return { query, ignored }
}
