import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

if (db.connection().dialect.name === 'better-sqlite3') {
  test.group('SQLite', () => {
    test('runs with a write-ahead log and with foreign keys that hold', async ({ assert }) => {
      assert.deepEqual(await db.rawQuery('pragma journal_mode'), [{ journal_mode: 'wal' }])
      assert.deepEqual(await db.rawQuery('pragma foreign_keys'), [{ foreign_keys: 1 }])
    })
  })
}
