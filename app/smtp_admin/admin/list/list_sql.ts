import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { SITE_SCOPE } from '../../models/scope.js'
import type { Column, FilterName } from './list_query.js'
import { searchTerms } from './search_terms.js'

/** A piece of SQL, with what stands at its question marks. */
export interface Sql {
  sql: string
  bindings: (string | number)[]
}

const SEARCHED = ['name', 'host', 'username', 'from_email']

const plain = (sql: string): Sql => ({ sql, bindings: [] })

/** Of each filter the expression that gives the value which a row has. */
export function filterExpressions(status: Sql): Record<FilterName, Sql> {
  return {
    status,
    active: plain("case when is_active then '1' else '0' end"),
    encryption: plain("case when use_tls then 'starttls' when use_ssl then 'tls' else 'none' end"),
    scope: plain(`case when scope = '${SITE_SCOPE}' then 'site' else 'account' end`),
  }
}

/** Of each column what its rows are sorted by; of statuses those first that want something done. */
export function sortExpressions(status: Sql): Record<Column, Sql[]> {
  const urgency =
    "when 'failing' then 1 when 'unreadable' then 2 when 'stale' then 3 when 'untested' then 4 else 5"
  return {
    status: [{ sql: `case ${status.sql} ${urgency} end`, bindings: status.bindings }],
    name: [plain('lower(name)')],
    server: [plain('lower(host)'), plain('port')],
    active: [plain('is_active')],
    updated: [plain('updated_at')],
  }
}

/** What is true of the rows that have every term of a search somewhere; null: all have. */
export function searchCondition(search: string, { dialect }: QueryClientContract): Sql | null {
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
function contains(column: string, term: string, isMysql: boolean): Sql {
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
