import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Expression } from '../../diagnostics/status_sql.js'
import { foldCase } from '../../models/search_text.js'
import type { Column, FilterName } from './list_query.js'
import { searchTerms } from './search_terms.js'

const plain = (sql: string): Expression => ({ sql, bindings: [] })

/** What the expressions of the filters read, besides what that of the status does. */
export const FILTERED_COLUMNS = ['is_active', 'use_tls', 'use_ssl', 'is_account']

/** Of each filter the expression that gives the value which a row has. */
export function filterExpressions(status: Expression): Record<FilterName, Expression> {
  return {
    status,
    active: plain("case when is_active then '1' else '0' end"),
    encryption: plain("case when use_tls then 'starttls' when use_ssl then 'tls' else 'none' end"),
    scope: plain("case when is_account then 'account' else 'site' end"),
  }
}

/** Of each column what its rows are sorted by; of statuses those first that want something done. */
export function sortExpressions(
  status: Expression,
  { dialect }: QueryClientContract
): Record<Column, Expression[]> {
  const urgency =
    "when 'failing' then 1 when 'unreadable' then 2 when 'stale' then 3 when 'untested' then 4 else 5"
  // Letter by letter: PostgreSQL's locales pass over some.
  const host = dialect.name === 'postgres' ? 'lower(host) collate "C"' : 'lower(host)'
  return {
    status: [{ sql: `case (${status.sql}) ${urgency} end`, bindings: status.bindings }],
    name: [plain('name_key')],
    server: [plain(host), plain('port')],
    active: [plain('is_active')],
    updated: [plain('updated_at')],
  }
}

/** What is true of the rows that have every term of a search somewhere; null: all have. */
export function searchCondition(search: string): Expression | null {
  const terms = searchTerms(search)
  return terms.length === 0
    ? null
    : {
        sql: terms.map(() => "search_text like ? escape '!'").join(' and '),
        bindings: terms.map((term) => `%${foldCase(term).replace(/[!%_]/g, '!$&')}%`),
      }
}
