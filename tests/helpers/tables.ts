import db from '@adonisjs/lucid/services/db'
import { BaseSchema } from '@adonisjs/lucid/schema'
import { getActiveTest } from '@japa/runner'
import { SmtpAdminTables } from '#smtp_admin'
import { readSchemaVersion, SCHEMA_VERSION } from '../../app/smtp_admin/models/schema_version.js'

/** What a published migration looks like. */
class Migration extends BaseSchema {
  async up() {
    new SmtpAdminTables(this).upgrade({ from: 0, to: SCHEMA_VERSION })
  }

  async down() {
    new SmtpAdminTables(this).downgrade({ from: SCHEMA_VERSION, to: 0 })
  }
}

/** Makes the plugin's tables where they are not. */
export async function createTables() {
  if ((await readSchemaVersion(db.connection())) === 0) {
    await new Migration(db.connection(), 'tables', false).execUp()
  }
}

/** Takes the plugin's tables away until the end of the test. */
export async function dropTables() {
  await new Migration(db.connection(), 'tables', false).execDown()
  getActiveTest()?.cleanup(createTables)
}
