import db from '@adonisjs/lucid/services/db'
import { BaseSchema } from '@adonisjs/lucid/schema'
import { getActiveTest } from '@japa/runner'
import { SmtpAdminTables } from '#smtp_admin'
import { readSchemaVersion, SCHEMA_VERSION } from '../../../app/smtp_admin/models/schema/version.js'

/** What a published migration looks like. */
function migrationFrom(version: number) {
  class Migration extends BaseSchema {
    async up() {
      new SmtpAdminTables(this).upgrade({ from: version, to: SCHEMA_VERSION })
    }

    async down() {
      new SmtpAdminTables(this).downgrade({ from: SCHEMA_VERSION, to: version })
    }
  }
  return new Migration(db.connection(), 'tables', false)
}

/** Makes the plugin's tables where they are not. */
export async function createTables() {
  if ((await readSchemaVersion(db.connection())) === 0) {
    await migrationFrom(0).execUp()
  }
}

/** Takes the plugin's tables away until the end of the test. */
export async function dropTables() {
  await migrationFrom(0).execDown()
  getActiveTest()?.cleanup(createTables)
}
