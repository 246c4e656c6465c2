import { SmtpConfig } from '../../models/smtp_config.js'
import { FILTER_NAMES, type FilterName, type ListParams } from './list_params.js'
import { FILTER_COLUMNS, type ListQuery, filterExpressions, searchCondition } from './list_sql.js'

/** How many rows there are in all, and how many for each value of each filter. */
export interface Facets {
  /** Without search and filters. */
  total: number
  /** With search and filters. */
  found: number
  /** With the search and the other filters: for each value of a filter, and without it. */
  filters: Record<FilterName, { all: number; counts: Record<string, number> }>
  hasAccounts: boolean
}

type Group = Record<FilterName, string> & { amount: number }

export async function countFacets(
  { search, filters }: ListParams,
  list: ListQuery
): Promise<Facets> {
  const all = await countGroups('', list)
  const found = search === '' ? all : await countGroups(search, list)
  const matching = (names: FilterName[]) => {
    return found.filter((group) => {
      return names.every((name) => (filters[name] ?? group[name]) === group[name])
    })
  }
  const facets = FILTER_NAMES.map((name) => {
    const groups = matching(FILTER_NAMES.filter((other) => other !== name))
    const byValue = Object.groupBy(groups, (group) => group[name])
    const counts = Object.entries(byValue).map(([value, some]) => [value, sum(some ?? [])])
    return [name, { all: sum(groups), counts: Object.fromEntries(counts) }]
  })
  return {
    total: sum(all),
    found: sum(matching(FILTER_NAMES)),
    filters: Object.fromEntries(facets),
    hasAccounts: all.some(({ scope }) => scope === 'account'),
  }
}

/**
 * Counts the rows by the columns that the filters read. An index covers these columns, and there are
 * few groups however many rows there are. The values of the filters are computed from the groups: the
 * subquery therefore has the name of the table.
 */
async function countGroups(search: string, { client, status }: ListQuery): Promise<Group[]> {
  const { table } = SmtpConfig
  const condition = searchCondition(search)
  const columns = [...status.columns, ...FILTER_COLUMNS]
  // MySQL reads the groups from the index only in the order of the index. A search has to read every
  // row, which is slower by way of the index.
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
  return groups.reduce((total, { amount }) => total + amount, 0)
}
