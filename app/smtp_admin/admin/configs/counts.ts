import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Expression, StatusExpression } from '../../diagnostics/status_sql.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import { FILTER_NAMES, type FilterName, type ListQuery } from './list_query.js'
import { FILTERED_COLUMNS, filterExpressions, searchCondition } from './list_sql.js'

/** How many rows there are, and how many of each kind. */
export interface Counts {
  /** Without search and filters. */
  total: number
  /** With both. */
  found: number
  /** With the search and the other filters: by the value of the filter, and all of them. */
  facets: Record<FilterName, { all: number; by: Record<string, number> }>
  hasAccounts: boolean
}

type Group = Record<FilterName, string> & { amount: number }

/** Counts the rows of a list, whatever is on. */
export async function countRows(
  query: ListQuery,
  status: StatusExpression,
  client: QueryClientContract
): Promise<Counts> {
  const condition = searchCondition(query.search)
  const groups = await groupRows(null, status, client)
  const found = condition ? await groupRows(condition, status, client) : groups
  const matching = (asked: FilterName[]) => {
    return found.filter((group) => {
      return asked.every((name) => (query.filters[name] ?? group[name]) === group[name])
    })
  }
  const facets = FILTER_NAMES.map((name) => {
    const shown = matching(FILTER_NAMES.filter((other) => other !== name))
    const by = Object.groupBy(shown, (group) => group[name])
    const amounts = Object.entries(by).map(([value, some]) => [value, sum(some ?? [])])
    return [name, { all: sum(shown), by: Object.fromEntries(amounts) }]
  })
  return {
    total: sum(groups),
    found: sum(matching(FILTER_NAMES)),
    facets: Object.fromEntries(facets),
    hasAccounts: groups.some(({ scope }) => scope === 'account'),
  }
}

/**
 * Counts the rows by what the filters read, which an index knows: there is a handful of groups, however
 * many rows. What each means to the filters is asked of the groups, under the name of the table.
 */
async function groupRows(
  condition: Expression | null,
  status: StatusExpression,
  client: QueryClientContract
): Promise<Group[]> {
  const { table } = SmtpConfig
  const columns = [...status.columns, ...FILTERED_COLUMNS]
  // In the order of the index MySQL reads the groups from it, and in another it does not: a search has
  // to look at every row, which takes longer by way of an index.
  const grouped = condition ? columns.toReversed() : columns
  const values = Object.entries(filterExpressions(status)).map(([name, { sql, bindings }]) => {
    return client.raw(`${sql} as ${name}`, bindings)
  })
  const counted = client.from(table).select(columns).count('* as amount').groupBy(grouped).as(table)
  if (condition) {
    void counted.whereRaw(condition.sql, condition.bindings)
  }
  const groups = await client.query().from(counted).select(values).select('amount')
  return groups.map((group) => ({ ...group, amount: Number(group.amount) }))
}

function sum(groups: Group[]): number {
  return groups.reduce((all, { amount }) => all + amount, 0)
}
