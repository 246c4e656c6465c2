import { type Health, healthOf } from '../../diagnostics/health.js'
import { type Expression, statusExpression } from '../../diagnostics/status_sql.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import { type Counts, countRows } from './counts.js'
import type { ListQuery, SortKey } from './list_query.js'
import { sortExpressions } from './list_sql.js'
import { type ConfigQuery, matching } from './matching.js'

/** Up to so many rows may be shown on one page. */
export const MOST_ON_ONE_PAGE = 200

/** A page of the list. */
export interface Listing {
  rows: ListedConfig[]
  counts: Counts
  page: number
  pages: number
  /** Whether all rows are on this page because somebody wanted that. */
  isAll: boolean
}

export interface ListedConfig {
  config: SmtpConfig
  health: Health
}

/** What rows show, and what their state is told by. */
const SHOWN = [
  ...['id', 'scope', 'name', 'host', 'port', 'use_tls', 'use_ssl', 'verify_certificate'],
  ...['username', 'password', 'from_email', 'timeout', 'ehlo_name', 'is_active'],
  ...['updated_by', 'updated_at'],
]

/**
 * Reads a page of the list. A page that is not there is the last one; more than fit on one page are
 * shown in pages, whatever is asked.
 */
export async function readListing(query: ListQuery, perPage: number): Promise<Listing> {
  const { client } = SmtpConfig.query()
  const status = await statusExpression(client)
  const counts = await countRows(query, status, client)
  const isAll = query.isAll && counts.found <= MOST_ON_ONE_PAGE
  const size = isAll ? MOST_ON_ONE_PAGE : perPage
  const pages = Math.max(1, Math.ceil(counts.found / size))
  const page = Math.min(query.page, pages)
  const matches = await matching(query, { client, status })
  const configs = await ordered(matches().select(SHOWN), query.order, status)
    .offset((page - 1) * size)
    .limit(size)
  const healths = await healthOf(configs, client)
  const rows = configs.map((config) => ({ config, health: healths.get(config.id)! }))
  return { rows, counts, page, pages, isAll }
}

/**
 * In the order that was asked for, else the site's before those of accounts and of each the active
 * one first. No two rows are alike, so that pages do not overlap.
 */
function ordered(query: ConfigQuery, order: SortKey[], status: Expression): ConfigQuery {
  if (order.length === 0) {
    return query.orderByRaw('is_account, scope, is_active desc, name_key, id')
  }
  const expressions = sortExpressions(status, query.client)
  for (const { column, isDescending } of order) {
    for (const { sql, bindings } of expressions[column]) {
      query.orderByRaw(`${sql} ${isDescending ? 'desc' : 'asc'}`, bindings)
    }
  }
  return query.orderByRaw('name_key, id')
}
