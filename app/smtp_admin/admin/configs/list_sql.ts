import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import {
  type Expression,
  type StatusExpression,
  statusExpression,
} from '../../diagnostics/status_sql.js'
import { CONNECTION_COLUMNS } from '../../models/config_fields.js'
import { foldCase } from '../../models/search_text.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import {
  FILTER_NAMES,
  type FilterName,
  type ListParams,
  type SortColumn,
  parseSearch,
} from './list_params.js'

export type ConfigQuery = ModelQueryBuilderContract<typeof SmtpConfig>

/** The columns that a row displays, and those that its health depends on. */
export const ROW_COLUMNS = [
  'id',
  'name',
  ...CONNECTION_COLUMNS,
  'from_email',
  'is_active',
  'updated_by',
  'updated_at',
]

/** Builds the queries of a list. */
export class ListQuery {
  readonly client: QueryClientContract
  readonly status: StatusExpression
  #params: ListParams
  #filters: Record<FilterName, Expression>

  private constructor(params: ListParams, status: StatusExpression, client: QueryClientContract) {
    this.client = client
    this.status = status
    this.#params = params
    this.#filters = filterExpressions(status)
  }

  static async prepare(params: ListParams, client = SmtpConfig.query().client): Promise<ListQuery> {
    return new ListQuery(params, await statusExpression(client), client)
  }

  /** The matching rows of all pages, without an order. */
  matching(): ConfigQuery {
    const { search, filters } = this.#params
    const query = SmtpConfig.query({ client: this.client })
    const searched = searchCondition(search)
    if (searched) {
      query.whereRaw(searched.sql, searched.bindings)
    }
    for (const name of FILTER_NAMES) {
      const value = filters[name]
      const { sql, bindings } = this.#filters[name]
      if (value !== undefined) {
        query.whereRaw(`(${sql}) = ?`, [...bindings, value])
      }
    }
    return query
  }

  /**
   * The matching rows of all pages, in order. By default the site's configurations come first, and in
   * each scope the active one. The order is total, so that pages do not overlap.
   */
  sorted(): ConfigQuery {
    const query = this.matching()
    const { order } = this.#params
    if (order.length === 0) {
      return query.orderByRaw('is_account, scope, is_active desc, name_key, id')
    }
    const expressions = sortExpressions(this.status, this.client)
    for (const { column, isDescending } of order) {
      for (const { sql, bindings } of expressions[column]) {
        query.orderByRaw(`${sql} ${isDescending ? 'desc' : 'asc'}`, bindings)
      }
    }
    return query.orderByRaw('name_key, id')
  }
}

const plain = (sql: string): Expression => ({ sql, bindings: [] })

/** The columns that the filters read, apart from those of the status. */
export const FILTER_COLUMNS = ['is_active', 'use_tls', 'use_ssl', 'is_account']

/** The SQL of the value that a row has for each filter. */
export function filterExpressions(status: Expression): Record<FilterName, Expression> {
  return {
    status,
    active: plain("case when is_active then '1' else '0' end"),
    encryption: plain("case when use_tls then 'starttls' when use_ssl then 'tls' else 'none' end"),
    scope: plain("case when is_account then 'account' else 'site' end"),
  }
}

/** The condition that a row contains every term of a search; null: there is no search. */
export function searchCondition(search: string): Expression | null {
  const terms = parseSearch(search)
  return terms.length === 0
    ? null
    : {
        sql: terms.map(() => "search_text like ? escape '!'").join(' and '),
        bindings: terms.map((term) => `%${foldCase(term).replace(/[!%_]/g, '!$&')}%`),
      }
}

/** What each column sorts by. Statuses that need attention come first. */
function sortExpressions(
  status: Expression,
  { dialect }: QueryClientContract
): Record<SortColumn, Expression[]> {
  const urgency =
    "when 'failing' then 1 when 'unreadable' then 2 when 'stale' then 3 when 'untested' then 4 else 5"
  // PostgreSQL's locales ignore punctuation; the C collation compares every character.
  const host = dialect.name === 'postgres' ? 'lower(host) collate "C"' : 'lower(host)'
  return {
    status: [{ sql: `case (${status.sql}) ${urgency} end`, bindings: status.bindings }],
    name: [plain('name_key')],
    server: [plain(host), plain('port')],
    active: [plain('is_active')],
    updated: [plain('updated_at')],
  }
}
