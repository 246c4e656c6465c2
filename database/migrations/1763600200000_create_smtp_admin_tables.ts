import { BaseSchema } from '@adonisjs/lucid/schema'
import { SmtpAdminTables } from '#smtp_admin'

export default class extends BaseSchema {
  async up() {
    const tables = new SmtpAdminTables(this)
    tables.createConfigs()
    tables.createHistory()
  }

  async down() {
    new SmtpAdminTables(this).drop()
  }
}
