import 'reflect-metadata'
import { DateTime } from 'luxon'
import { createIgnitor } from '../../../bin/ignitor.ts'
import { CONFIGS, CONFIGS_OF_AN_OLD_KEY, type StoredServer } from './configs.ts'

/**
 * Stores the configurations of the screenshots, in a process of its own: those of an old key are
 * sealed with the APP_KEY that this process was given.
 */
const app = createIgnitor().createApp('console')
await app.init()
await app.boot()
const { SmtpConfig } = await import('#smtp_admin')
const { default: db } = await import('@adonisjs/lucid/services/db')

const isOldKey = process.argv[2] === 'old-key'
for (const server of Object.values<StoredServer>(isOldKey ? CONFIGS_OF_AN_OLD_KEY : CONFIGS)) {
  await store(server)
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

function sqlTime(iso: string) {
  return DateTime.fromISO(iso).toFormat(db.connection().dialect.dateTimeFormat)
}
