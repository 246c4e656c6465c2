import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { healthOf } from '../../diagnostics/health.js'
import { type Expression, statusExpression } from '../../diagnostics/status_sql.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import { SITE_SCOPE } from '../../models/scope.js'
import type { TestReport } from '../../models/test_report.js'
import { SmtpTestRun } from '../../models/smtp_test_run.js'
import { type Entries, latestEntries } from '../history/entries.js'
import type { ListedConfig } from '../configs/list_row.js'

/** What the home page tells of the configurations. */
export interface Overview {
  /** Those that matter most, first. */
  rows: OverviewRow[]
  total: number
  /** How many of those that nothing goes through do not work, by what is wrong with them. */
  idle: Record<IdleTrouble, number>
  recent: Pick<Entries, 'entries' | 'stored'>
}

/** What can be wrong with a configuration that is not active, and was found out already. */
export type IdleTrouble = 'failing' | 'unreadable'

export interface OverviewRow extends ListedConfig {
  /** When the certificate ends that the latest test has met; null: it met none that it could read. */
  certificateEnd: DateTime | null
}

const ROWS = 10
const RECENT = 10

/** Reads what the home page shows: so much, however many configurations there are. */
export async function readOverview(): Promise<Overview> {
  const { client } = SmtpConfig.query()
  const status = await statusExpression(client)
  return {
    rows: await mostImportant(status),
    ...(await countConfigs(status, client)),
    recent: await latestEntries(RECENT),
  }
}

async function countConfigs(
  { sql, bindings }: Expression,
  client: QueryClientContract
): Promise<Pick<Overview, 'total' | 'idle'>> {
  const state = client.raw(`case when is_active then 'active' else (${sql}) end as state`, bindings)
  const counted = await client
    .query()
    .from((configs) => configs.from(SmtpConfig.table).select(state).as('configs'))
    .select('state')
    .count('* as amount')
    .groupBy('state')
  const amounts = new Map(counted.map(({ state: name, amount }) => [name, Number(amount)]))
  return {
    total: [...amounts.values()].reduce((all, amount) => all + amount, 0),
    idle: { failing: amounts.get('failing') ?? 0, unreadable: amounts.get('unreadable') ?? 0 },
  }
}

/** The site's active one, then others that are active and not known to work, then the rest of them. */
async function mostImportant({ sql, bindings }: Expression): Promise<OverviewRow[]> {
  const rank = `case
    when is_active and scope = '${SITE_SCOPE}' then 0
    when is_active and (${sql}) <> 'working' then 1
    when is_active then 2
    when (${sql}) in ('failing', 'unreadable') then 3
    else 4 end`
  const configs = await SmtpConfig.query()
    .orderByRaw(`${rank}, name_key, id`, [...bindings, ...bindings])
    .limit(ROWS)
  const healths = await healthOf(configs)
  const listed = configs.map((config) => ({ config, health: healths.get(config.id)! }))
  const ends = await certificateEnds(listed)
  return listed.map((row) => ({ ...row, certificateEnd: ends.get(row.config.id) ?? null }))
}

/** By the id of the configuration, of those that are active. */
async function certificateEnds(rows: ListedConfig[]): Promise<Map<string, DateTime | null>> {
  const tested = rows.filter(({ config, health }) => config.isActive && health.runId !== null)
  const ids = tested.map(({ health }) => health.runId!)
  const runs = ids.length > 0 ? await SmtpTestRun.query().whereIn('id', ids) : []
  return new Map(runs.map((run) => [run.configId!, certificateEnd(run.report)]))
}

/** The end of the certificate that a test received; null: it received none, or one without an end. */
export function certificateEnd({ tls }: Pick<TestReport, 'tls'>): DateTime | null {
  const end = DateTime.fromISO(tls?.certificate?.validTo ?? '')
  return end.isValid ? end : null
}
