import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { SmtpConfig } from '#smtp_admin'
import { createConfig, createConfigWithLogin, emptyTables } from '../helpers/db/configs.js'
import { NEW_KEY, OLD_KEY, useKeys } from '../helpers/db/secret_boxes.js'
import { returnTo } from '../helpers/db/tables.js'
import { createConfigIn, recordTest } from '../helpers/db/tested_configs.js'

/** The version before the status was kept for the database. */
const BEFORE = 2

function storedRows() {
  return db.from('smtp_configs').orderBy('id')
}

/** More rows than are read at once, written past the model. */
async function insertMany(amount: number) {
  const now = '2026-01-31 12:00:00'
  const rows = Array.from({ length: amount }, (_, index) => {
    const server = { host: 'mail.example.com', port: 587, created_at: now, updated_at: now }
    return { id: randomUUID(), scope: 'site', name: `Server ${index}`, ...server }
  })
  for (let first = 0; first < amount; first += 50) {
    await db.table('smtp_configs').multiInsert(rows.slice(first, first + 50))
  }
}

test.group('The upgrade of tables in which the status was not kept', (group) => {
  group.each.setup(emptyTables)

  test('writes down what every later save and test would have', async ({ assert }) => {
    for (const state of ['working', 'failing', 'untested', 'stale'] as const) {
      await createConfigIn(state, { name: state })
    }
    await recordTest(await createConfigWithLogin({ name: 'With a login' }))
    await recordTest(await createConfig({ name: 'Cut off' }), 'cancelled')
    const before = await storedRows()

    const upgrade = await returnTo(BEFORE)
    assert.notProperty(await storedRows().first(), 'settings_hash')
    await upgrade()

    assert.deepEqual(await storedRows(), before)
  })

  test('gives no mark to a password that cannot be opened', async ({ assert }) => {
    const { id } = await createConfigIn('unreadable')

    const upgrade = await returnTo(BEFORE)
    await upgrade()

    const config = await SmtpConfig.findOrFail(id)
    assert.isNull(config.passwordKey)
    assert.equal(config.storedSettingsHash, config.settingsHash)
  })

  test('gives none while there are several keys, any of which may have sealed', async ({
    assert,
  }) => {
    useKeys(NEW_KEY, OLD_KEY)
    const { id } = await createConfigWithLogin()

    const upgrade = await returnTo(BEFORE)
    await upgrade()

    const config = await SmtpConfig.findOrFail(id)
    assert.isNull(config.passwordKey)
  })

  test('reaches every row, however many there are', async ({ assert }) => {
    const upgrade = await returnTo(BEFORE)
    await insertMany(1201)
    await upgrade()

    assert.isEmpty(await storedRows().whereNull('settings_hash'))
    assert.lengthOf(await storedRows().where('search_text', 'like', 'server %'), 1201)
    assert.lengthOf(await storedRows(), 1201)
  })
})
