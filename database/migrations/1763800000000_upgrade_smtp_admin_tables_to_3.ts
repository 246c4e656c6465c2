import { BaseSchema } from '@adonisjs/lucid/schema'
import { SmtpAdminTables } from '#smtp_admin'

export default class extends BaseSchema {
  async up() {
    new SmtpAdminTables(this).upgrade({ from: 2, to: 3 })
  }

  async down() {
    new SmtpAdminTables(this).downgrade({ from: 3, to: 2 })
  }
}
