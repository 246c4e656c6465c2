import 'reflect-metadata'
import { DateTime } from 'luxon'
import { createIgnitor } from '../../../bin/ignitor.ts'
import { CONFIGS, CONFIGS_OF_AN_OLD_KEY, type StoredServer } from './configs.ts'
import { HISTORY, type StoredEntry } from './history.ts'
import { type StoredTest, TESTS } from './tests.ts'

/**
 * Stores the configurations of the screenshots, their tests and their history, in a process of its
 * own: those of an old key are sealed with the APP_KEY that this process was given.
 */
const app = createIgnitor().createApp('console')
await app.init()
await app.boot()
const { SmtpConfig, SmtpHistory, SmtpTestRun } = await import('#smtp_admin')
const { default: db } = await import('@adonisjs/lucid/services/db')

const isOldKey = process.argv[2] === 'old-key'
for (const server of Object.values<StoredServer>(isOldKey ? CONFIGS_OF_AN_OLD_KEY : CONFIGS)) {
  await store(server)
}
if (!isOldKey) {
  for (const test of Object.values<StoredTest>(TESTS)) {
    await keep(test)
  }
  await SmtpHistory.query().delete()
  for (const entry of HISTORY) {
    await tell(entry)
  }
}
await app.terminate()

/** The times are written past the model, which would say that everything was added just now. */
async function store({ id, values, by, createdAt, updatedAt }: StoredServer) {
  const config = new SmtpConfig().merge({ id, ...values })
  config.author = { id: null, label: by, source: 'admin', ip: null }
  await config.save()
  await db
    .from('smtp_configs')
    .where({ id })
    .update({ created_at: sqlTime(createdAt), updated_at: sqlTime(updatedAt) })
}

async function keep({ id, of, settings, values, at }: StoredTest) {
  const config = await SmtpConfig.findOrFail(of.id)
  const { name: configName, scope, host, port, encryption, username } = config
  const isSaved = settings !== 'unsaved'
  await SmtpTestRun.create({
    ...{ id, configId: of.id, configName, scope, host, port, encryption, username },
    revision: isSaved ? config.revision : null,
    settingsHash: settings === 'current' ? config.settingsHash : 'as it was before',
    ...{ actorLabel: config.updatedBy, source: 'admin', ...values },
  })
  await db
    .from('smtp_test_runs')
    .where({ id })
    .update({ created_at: sqlTime(at) })
}

async function tell({ of, by, at, ...values }: StoredEntry) {
  const subject = { configId: of.id, configName: String(of.values.name), scope: 'site' }
  const { id } = await SmtpHistory.create({ ...subject, actorLabel: by, ...values })
  await db
    .from('smtp_history')
    .where({ id })
    .update({ created_at: sqlTime(at) })
}

function sqlTime(iso: string) {
  return DateTime.fromISO(iso).toFormat(db.connection().dialect.dateTimeFormat)
}
