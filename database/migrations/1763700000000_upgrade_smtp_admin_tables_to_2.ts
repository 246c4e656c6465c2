import { BaseSchema } from '@adonisjs/lucid/schema'
import { SmtpAdminTables } from '#smtp_admin'

export default class extends BaseSchema {
  async up() {
    new SmtpAdminTables(this).upgrade({ from: 1, to: 2 })
  }

  async down() {
    new SmtpAdminTables(this).downgrade({ from: 2, to: 1 })
  }
}
