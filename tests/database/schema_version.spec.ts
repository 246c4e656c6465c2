import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { SmtpConfig } from '#smtp_admin'
import { readSchemaVersion, SCHEMA_VERSION } from '../../app/smtp_admin/models/schema/version.js'
import { createConfig, emptyTables } from '../helpers/db/configs.js'
import { services } from '../helpers/services.js'
import { createTables, dropTables } from '../helpers/db/tables.js'

/** PostgreSQL wants to be told which schemas. */
function tableNames() {
  return db.connection().getAllTables(['public'])
}

test.group('The tables and their version', (group) => {
  group.each.setup(emptyTables)

  test('are of the version that the package works with', async ({ assert }) => {
    assert.equal(await readSchemaVersion(db.connection()), SCHEMA_VERSION)
    assert.isNull(await services.checkSchema())
  })

  test('go without a trace when the migration is taken back, and can be made again', async ({
    assert,
  }) => {
    const before = await tableNames()
    await createConfig()

    await dropTables()
    const without = await tableNames()
    await createTables()

    assert.isEmpty(without.filter((table) => table.startsWith('smtp_')))
    assert.sameMembers(await tableNames(), before)
    assert.isEmpty(await SmtpConfig.all())
  })

  test('are reported as missing', async ({ assert }) => {
    await dropTables()
    assert.deepEqual(await services.checkSchema(), { key: 'errors.noTables' })
  })
})
