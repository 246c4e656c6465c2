import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { BaseSchema } from '@adonisjs/lucid/schema'
import db from '@adonisjs/lucid/services/db'
import { getActiveTest, test } from '@japa/runner'
import {
  RETIRED_MIGRATION,
  dropMigration,
} from '../../app/smtp_admin/configure/retired_migrations.js'
import { TABLES } from '../../app/smtp_admin/models/schema/tables.js'
import { createTables } from '../helpers/db/tables.js'

const FOLDER = fileURLToPath(new URL('../../tmp/migrations-', import.meta.url))

/** The class that a migration file exports. */
async function load(text: string): Promise<typeof BaseSchema> {
  const folder = await mkdtemp(FOLDER)
  getActiveTest()?.cleanup(() => rm(folder, { recursive: true }))
  const path = join(folder, 'migration.ts')
  await writeFile(path, text)
  const { default: Migration } = await import(pathToFileURL(path).href)
  return Migration
}

/** The tables of the plugin that are there. */
async function ownTables() {
  const tables = await db.connection().getAllTables(['public'])
  return tables.filter((table) => table.startsWith('smtp_'))
}

test.group('The migrations that smtp:uninstall leaves', (group) => {
  group.each.teardown(createTables)

  test('drop all tables of the package', async ({ assert }) => {
    const Migration = await load(dropMigration(TABLES))
    assert.sameMembers(await ownTables(), [...TABLES])

    await new Migration(db.connection(), 'drop', false).execUp()

    assert.isEmpty(await ownTables())
  })

  test('also run where there have never been any, and can be rolled back', async ({ assert }) => {
    const migrations = [await load(RETIRED_MIGRATION), await load(dropMigration(TABLES))]
    const run = (direction: 'execUp' | 'execDown') => async () => {
      for (const Migration of migrations) {
        await new Migration(db.connection(), 'migration', false)[direction]()
      }
    }
    await run('execUp')()

    await assert.doesNotReject(run('execUp'))
    await assert.doesNotReject(run('execDown'))
    assert.isEmpty(await ownTables())
  })
})
