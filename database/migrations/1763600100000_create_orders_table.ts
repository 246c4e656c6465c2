import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  protected tableName = 'orders'

  async up() {
    this.schema.createTable(this.tableName, (table) => {
      table.increments('id')
      table.integer('user_id').unsigned().notNullable()
      table.foreign('user_id').references('users.id').onDelete('CASCADE')
      table.string('number', 32).notNullable().unique()
      table.string('symbol', 32).notNullable()
      table.string('action', 4).notNullable()
      table.integer('quantity').unsigned().notNullable()
      table.decimal('price', 12, 2).notNullable()
      table.dateTime('executed_at').notNullable()
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable(this.tableName)
  }
}
