import { DateTime } from 'luxon'
import { BaseModel, SnakeCaseNamingStrategy, afterCreate, column } from '@adonisjs/lucid/orm'
import type { ChangeSource, Encryption } from '../types/common.js'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { TestReport, Verdict } from './test_report.js'

const MAX_AGE_DAYS = 90
const MAX_RUNS_PER_CONFIG = 50

/** The columns that determine the status of a configuration. */
const STATUS_COLUMNS = ['id', 'config_id', 'settings_hash', 'verdict', 'created_at']

const json = { prepare: (value: unknown) => JSON.stringify(value), consume: parse }

/** One test of a server. Written once, never changed; it outlives the configuration. */
export class SmtpTestRun extends BaseModel {
  static table = 'smtp_test_runs'
  static namingStrategy = new SnakeCaseNamingStrategy()

  @column({ isPrimary: true, consume: Number })
  declare id: number

  /** Null: values that are not of a stored configuration. */
  @column()
  declare configId: string | null

  @column()
  declare scope: string

  @column()
  declare configName: string

  @column()
  declare host: string

  @column()
  declare port: number

  @column()
  declare encryption: Encryption

  @column()
  declare username: string | null

  /** The revision whose values were tested; null: values that were not saved. */
  @column()
  declare revision: number | null

  /** Of the settings that were tested: what changes later makes the result stale. */
  @column()
  declare settingsHash: string | null

  @column()
  declare verdict: Verdict

  /** Milliseconds. */
  @column()
  declare ms: number

  @column(json)
  declare report: TestReport

  /** What was said on the connection, with every credential masked. */
  @column()
  declare transcript: string

  @column()
  declare actorId: string | null

  @column()
  declare actorLabel: string | null

  @column()
  declare source: ChangeSource

  @column()
  declare ip: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  /** A finished test of stored values is the latest of its configuration, if that is still there. */
  @afterCreate()
  static async becomeLatest(run: SmtpTestRun) {
    const { configId, revision, verdict, $trx } = run
    // An attribute that was never set is undefined.
    if (configId && revision && verdict !== 'cancelled') {
      await recordAsLatest(configId, run, this.query({ client: $trx }).client)
    }
  }
}

/**
 * The latest finished test of each stored configuration, by configuration id, with the columns that
 * determine the status.
 *
 * @param client a transaction to read in
 */
export async function latestTests(
  configIds: string[],
  client?: QueryClientContract
): Promise<Map<string, SmtpTestRun>> {
  if (configIds.length === 0) {
    return new Map()
  }
  const latest = SmtpTestRun.query({ client })
    .whereIn('config_id', configIds)
    .whereNotNull('revision')
    .whereNot('verdict', 'cancelled')
    .groupBy('config_id')
    .max('id')
  const tests = await SmtpTestRun.query({ client }).select(STATUS_COLUMNS).whereIn('id', latest)
  return new Map(tests.map((test) => [test.configId!, test]))
}

/**
 * Deletes tests older than 90 days, and of one configuration, or of unsaved settings, all but the latest
 * 50.
 */
export async function pruneTestRuns(configId: string | null): Promise<void> {
  const oldest = DateTime.now().minus({ days: MAX_AGE_DAYS })
  await SmtpTestRun.query().where('created_at', '<', oldest.toSQL()!).delete()

  const runs = () =>
    configId === null
      ? SmtpTestRun.query().whereNull('config_id')
      : SmtpTestRun.query().where('config_id', configId)
  const last = await runs().select('id').orderBy('id', 'desc').offset(MAX_RUNS_PER_CONFIG).first()
  if (last) {
    await runs().where('id', '<=', last.id).delete()
  }
  await clearDeleted(SmtpTestRun.query().client)
}

/** Records a test as the latest of its configuration, unless there is a later one. */
async function recordAsLatest(configId: string, run: SmtpTestRun, client: QueryClientContract) {
  await client
    .from('smtp_configs')
    .where('id', configId)
    .where((query) => query.whereNull('latest_test_id').orWhere('latest_test_id', '<', run.id))
    .update(latestTestColumns(run))
}

/** Configurations whose latest test was deleted have no test. */
async function clearDeleted(client: QueryClientContract) {
  const withDeleted = () => {
    return client
      .from('smtp_configs')
      .whereNotNull('latest_test_id')
      .whereNotExists((query) => {
        void query.from('smtp_test_runs').whereColumn('smtp_test_runs.id', 'latest_test_id')
      })
  }
  // Selected first: MySQL would lock every row that an update reads.
  const rows = await withDeleted().select('id')
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await withDeleted().whereIn('id', ids).update(latestTestColumns(null))
  }
}

function latestTestColumns(run: SmtpTestRun | null) {
  return {
    latest_test_id: run?.id ?? null,
    tested_settings_hash: run?.settingsHash ?? null,
    tested_verdict: run?.verdict ?? null,
  }
}

function parse(text: string): TestReport {
  return JSON.parse(text)
}
