import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { Database } from '@adonisjs/lucid/database'
import type { ConnectionConfig } from '@adonisjs/lucid/types/database'
import { getActiveTest } from '@japa/runner'
import { CapturedLog } from '../captured_log.js'
import type { LocalServer } from '../smtp/local_server.js'

const LOCKS: Record<string, string> = {
  mysql: 'lock tables smtp_configs write',
  postgres: 'lock table smtp_configs in access exclusive mode',
}

/** Takes the table away. What it resolves with brings it back; the end of the test does so too. */
export async function loseTable(): Promise<() => Promise<void>> {
  await db.rawQuery('alter table smtp_configs rename to smtp_configs_away')
  return onlyOnce(async () => {
    await db.rawQuery('alter table smtp_configs_away rename to smtp_configs')
  })
}

/** Leaves every reader of the table waiting until what it resolves with is called. */
export async function blockReaders(): Promise<() => Promise<void>> {
  const { name } = db.connection().dialect
  const trx = await db.transaction()
  // SQLite has one connection, and this transaction has it.
  if (name in LOCKS) {
    await trx.rawQuery(LOCKS[name])
  }
  return onlyOnce(async () => {
    if (name === 'mysql') {
      await trx.rawQuery('unlock tables')
    }
    await trx.rollback()
  })
}

/** Holds every connection of the app's pool in a transaction. What it resolves with releases them. */
export async function holdAllConnections(): Promise<() => Promise<void>> {
  const { pool } = db.connection().getWriteClient().client
  const transactions = await Promise.all(Array.from({ length: pool.max }, () => db.transaction()))
  return onlyOnce(async () => {
    await Promise.all(transactions.map((trx) => trx.rollback()))
  })
}

/** A database that is to be found at this address, whatever is there. */
export async function databaseAt(
  client: 'mysql2' | 'pg',
  { address }: Pick<LocalServer, 'address'>
): Promise<Database> {
  const connection = { ...address, user: 'nobody', database: 'none' }
  return databaseOf({ client, connection })
}

/** The database of the tests as one that has a replica, which has heard of nothing yet. */
export async function databaseWithReplica(): Promise<Database> {
  const { config } = db.manager.get(db.primaryConnectionName)!
  const { connection } = config
  const replica = { ...Object(connection), filename: ':memory:', database: 'information_schema' }
  const replicas = { write: { connection }, read: { connection: [replica] } }
  return databaseOf({ ...config, replicas } as ConnectionConfig)
}

async function databaseOf(config: ConnectionConfig): Promise<Database> {
  const database = new Database(
    { connection: 'test', connections: { test: config } },
    new CapturedLog().logger,
    await app.container.make('emitter')
  )
  getActiveTest()?.cleanup(() => database.manager.closeAll())
  return database
}

function onlyOnce(undo: () => Promise<void>): () => Promise<void> {
  let undone: Promise<void> | undefined
  const once = () => (undone ??= undo())
  getActiveTest()?.cleanup(once)
  return once
}
