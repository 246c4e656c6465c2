import type { DateTime } from 'luxon'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import User from '#models/user'

export type OrderAction = 'BUY' | 'SELL'

const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' })

/** A trade that was executed for a user. */
export default class Order extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare userId: number

  /** The order id that people see. */
  @column()
  declare number: string

  @column()
  declare symbol: string

  @column()
  declare action: OrderAction

  @column()
  declare quantity: number

  /** Per share. MySQL and PostgreSQL hand decimals over as text. */
  @column({ consume: Number })
  declare price: number

  @column.dateTime()
  declare executedAt: DateTime

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  /** The price as people read it. */
  get displayPrice() {
    return rupees.format(this.price)
  }

  /** The time of execution as people read it, with its zone. */
  get displayTime() {
    return this.executedAt.toUTC().setLocale('en-GB').toFormat("d LLL yyyy, HH:mm 'UTC'")
  }
}
