import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Expression } from '../../diagnosis/status_query.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import { FILTER_NAMES, type FilterName, type ListQuery } from './list_query.js'
import { filterExpressions, searchCondition } from './list_sql.js'

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

type Group = Record<FilterName, string> & { isFound: boolean; amount: number }

/** Counts the rows of a list in one query, whatever is on. */
export async function countRows(
  query: ListQuery,
  status: Expression,
  client: QueryClientContract
): Promise<Counts> {
  const groups = await groupRows(query.search, status, client)
  const found = groups.filter(({ isFound }) => isFound)
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

/** Every combination that there is: a handful, however many rows. */
async function groupRows(
  search: string,
  status: Expression,
  client: QueryClientContract
): Promise<Group[]> {
  const condition = searchCondition(search, client) ?? { sql: '1 = 1', bindings: [] }
  const expressions = {
    ...filterExpressions(status),
    found: { ...condition, sql: `case when ${condition.sql} then 1 else 0 end` },
  }
  const columns = Object.entries(expressions).map(([name, { sql, bindings }]) => {
    return client.raw(`${sql} as ${name}`, bindings)
  })
  const names = Object.keys(expressions)
  const groups = await client
    .query()
    .from((listed) => listed.from(SmtpConfig.table).select(columns).as('listed'))
    .select(names)
    .count('* as amount')
    .groupBy(names)
  return groups.map((group) => {
    return { ...group, isFound: Boolean(group.found), amount: Number(group.amount) }
  })
}

function sum(groups: Group[]): number {
  return groups.reduce((all, { amount }) => all + amount, 0)
}
