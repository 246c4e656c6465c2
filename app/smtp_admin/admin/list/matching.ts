import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { SmtpConfig } from '../../models/smtp_config.js'
import { FILTER_NAMES, type ListQuery } from './list_query.js'
import { type Sql, filterExpressions, searchCondition } from './list_sql.js'

export type ConfigQuery = ModelQueryBuilderContract<typeof SmtpConfig>

/**
 * Makes queries of all rows that a list matches, on whatever page they are: a new one at each call,
 * to be narrowed down, counted or changed.
 *
 * @param client a transaction to read in
 */
export async function matching(
  { search, filters }: ListQuery,
  client?: QueryClientContract
): Promise<() => ConfigQuery> {
  const expressions = filterExpressions(await statusSql())
  const conditions: Sql[] = FILTER_NAMES.flatMap((name) => {
    const value = filters[name]
    const { sql, bindings } = expressions[name]
    return value === undefined ? [] : [{ sql: `(${sql}) = ?`, bindings: [...bindings, value] }]
  })
  return () => {
    const query = SmtpConfig.query({ client })
    const found = searchCondition(search, query.client)
    for (const { sql, bindings } of found ? [found, ...conditions] : conditions) {
      query.whereRaw(sql, bindings)
    }
    return query
  }
}

// Until statuses are known to the database.
async function statusSql(): Promise<Sql> {
  return { sql: "'untested'", bindings: [] }
}
