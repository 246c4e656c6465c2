import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Expression } from '../../diagnosis/status_query.js'
import { SITE_SCOPE } from '../../models/scope.js'
import type { Column, FilterName } from './list_query.js'
import { searchTerms } from './search_terms.js'

const SEARCHED = ['name', 'host', 'username', 'from_email']

const plain = (sql: string): Expression => ({ sql, bindings: [] })

/** Of each filter the expression that gives the value which a row has. */
export function filterExpressions(status: Expression): Record<FilterName, Expression> {
  return {
    status,
    active: plain("case when is_active then '1' else '0' end"),
    encryption: plain("case when use_tls then 'starttls' when use_ssl then 'tls' else 'none' end"),
    scope: plain(`case when scope = '${SITE_SCOPE}' then 'site' else 'account' end`),
  }
}

/** Of each column what its rows are sorted by; of statuses those first that want something done. */
export function sortExpressions(
  status: Expression,
  client: QueryClientContract
): Record<Column, Expression[]> {
  const urgency =
    "when 'failing' then 1 when 'unreadable' then 2 when 'stale' then 3 when 'untested' then 4 else 5"
  return {
    status: [{ sql: `case (${status.sql}) ${urgency} end`, bindings: status.bindings }],
    name: [plain(caseless('name', client))],
    server: [plain(caseless('host', client)), plain('port')],
    active: [plain('is_active')],
    updated: [plain('updated_at')],
  }
}

/** To sort by a name whatever its case, letter by letter: PostgreSQL's locales pass over some. */
export function caseless(column: 'name' | 'host', { dialect }: QueryClientContract): string {
  return dialect.name === 'postgres' ? `lower(${column}) collate "C"` : `lower(${column})`
}

/** What is true of the rows that have every term of a search somewhere; null: all have. */
export function searchCondition(
  search: string,
  { dialect }: QueryClientContract
): Expression | null {
  const conditions = searchTerms(search).map((term) => {
    const places = SEARCHED.map((column) => contains(column, term, dialect.name === 'mysql'))
    return {
      sql: places.map(({ sql }) => sql),
      bindings: places.flatMap((place) => place.bindings),
    }
  })
  if (conditions.length === 0) {
    return null
  }
  return {
    sql: conditions.map(({ sql }) => `(${sql.join(' or ')})`).join(' and '),
    bindings: conditions.flatMap(({ bindings }) => bindings),
  }
}

/**
 * Whatever the case. `lower()` knows no letter beyond ASCII in SQLite, and in PostgreSQL's locale
 * `C`, so those of the term are put into lower case one by one. MySQL's own collation would find
 * `u` where `ü` is meant, in some columns.
 */
function contains(column: string, term: string, isMysql: boolean): Expression {
  const searched = term.toLowerCase()
  const foreign = [...new Set(searched)].filter((letter) => {
    return (
      letter > '\x7f' && [...letter.toUpperCase()].length === 1 && letter.toUpperCase() !== letter
    )
  })
  const lower = foreign.reduce((sql) => `replace(${sql}, ?, ?)`, `lower(${column})`)
  const text = isMysql ? `convert(${lower} using utf8mb4) collate utf8mb4_bin` : lower
  return {
    sql: `${text} like ? escape '!'`,
    bindings: [
      ...foreign.flatMap((letter) => [letter.toUpperCase(), letter]),
      `%${searched.replace(/[!%_]/g, '!$&')}%`,
    ],
  }
}
