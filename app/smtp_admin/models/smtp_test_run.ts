import { DateTime } from 'luxon'
import { BaseModel, SnakeCaseNamingStrategy, afterCreate, column } from '@adonisjs/lucid/orm'
import type { ChangeSource, Encryption } from '../types/common.js'
import { keepTest } from './kept_test.js'
import type { TestReport, Verdict } from './test_report.js'

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
    // What was never set is not null.
    if (configId && revision && verdict !== 'cancelled') {
      await keepTest(configId, run, this.query({ client: $trx }).client)
    }
  }
}

function parse(text: string): TestReport {
  return JSON.parse(text)
}
