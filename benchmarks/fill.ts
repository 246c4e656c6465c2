import 'reflect-metadata'
import { createIgnitor } from '../bin/ignitor.ts'
import { rowsOf } from './rows.ts'

/** So that no insert has more rows than SQLite takes: 500. */
const AT_ONCE = 40

/** Puts so many configurations, with their tests and their history, into the database of the app. */
const amount = Number(process.argv[2])
const app = createIgnitor().createApp('console')
await app.init()
await app.boot()
const { SmtpConfig } = await import('#smtp_admin')
const { default: db } = await import('@adonisjs/lucid/services/db')

for (let first = 0; first < amount; first += AT_ONCE) {
  const last = Math.min(amount, first + AT_ONCE)
  const rows = Array.from({ length: last - first }, (_, index) =>
    rowsOf(first + index, SmtpConfig.box)
  )
  await db.transaction(async (trx) => {
    await trx.table('smtp_configs').multiInsert(rows.map(({ config }) => config))
    await trx.table('smtp_test_runs').multiInsert(rows.flatMap(({ tests }) => tests))
    await trx.table('smtp_history').multiInsert(rows.flatMap(({ entries }) => entries))
  })
}
// PostgreSQL does so by itself, within a minute.
if (db.connection().dialect.name === 'postgres') {
  await db.rawQuery('vacuum analyze')
}
await app.terminate()
