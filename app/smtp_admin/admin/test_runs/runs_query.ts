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

/** Parses `config` and, as Django names it, `p`. Everything else is ignored. */
export function readRunsQuery({ config, p }: Record<string, unknown>): RunsQuery {
  return {
    config: typeof config === 'string' && isUuid(config) ? config.toLowerCase() : null,
    page: typeof p === 'string' && PAGE.test(p) ? Number(p) : 1,
  }
}
