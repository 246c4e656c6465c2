import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { type Expression, statusExpression } from '../../diagnostics/status_sql.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import { FILTER_NAMES, type ListQuery } from './list_query.js'
import { filterExpressions, searchCondition } from './list_sql.js'

export type ConfigQuery = ModelQueryBuilderContract<typeof SmtpConfig>

/** Where to read, and what a status is told by, for who has asked for it already. */
interface Source {
  client?: QueryClientContract
  status?: Expression
}

/**
 * Makes queries of all rows that a list matches, on whatever page they are: a new one at each call,
 * to be narrowed down, counted or changed.
 */
export async function matching(
  { search, filters }: ListQuery,
  { client = SmtpConfig.query().client, status }: Source = {}
): Promise<() => ConfigQuery> {
  const expressions = filterExpressions(status ?? (await statusExpression(client)))
  const conditions = FILTER_NAMES.flatMap((name) => {
    const value = filters[name]
    const { sql, bindings } = expressions[name]
    return value === undefined ? [] : [{ sql: `(${sql}) = ?`, bindings: [...bindings, value] }]
  })
  const found = searchCondition(search)
  return () => {
    const query = SmtpConfig.query({ client })
    for (const { sql, bindings } of found ? [found, ...conditions] : conditions) {
      query.whereRaw(sql, bindings)
    }
    return query
  }
}
