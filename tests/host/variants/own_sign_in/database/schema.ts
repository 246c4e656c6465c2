import { BaseModel, column } from '@adonisjs/lucid/orm'
import { DateTime } from 'luxon'

export class MemberSchema extends BaseModel {
  static $columns = ['id', 'email', 'password', 'role', 'createdAt', 'updatedAt'] as const
  $columns = MemberSchema.$columns
  @column({ isPrimary: true })
  declare id: string
  @column()
  declare email: string
  @column({ serializeAs: null })
  declare password: string
  @column()
  declare role: string
  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime
  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime | null
}
