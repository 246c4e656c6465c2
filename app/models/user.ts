import { createHash } from 'node:crypto'
import type { DateTime } from 'luxon'
import hash from '@adonisjs/core/services/hash'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { BaseModel, column, hasMany } from '@adonisjs/lucid/orm'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import Order from '#models/order'
import type { Ability } from '#smtp_admin'

export const ROLES = ['administrator', 'operator', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** What each role may do on the SMTP administration pages; an administrator may do everything. */
const GRANTED: Record<Exclude<Role, 'administrator'>, readonly Ability[]> = {
  operator: ['view', 'activate', 'test'],
  viewer: ['view'],
}

/** Someone who can sign in to this app. */
export default class User extends compose(
  BaseModel,
  withAuthFinder(() => hash.use())
) {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare name: string

  /** Stored in lower case, so that it is unique in the same way on every database. */
  @column({ prepare: (email: string) => email.toLowerCase() })
  declare email: string

  /** The hash; a plain password that is assigned here is hashed when the user is saved. */
  @column({ serializeAs: null })
  declare password: string

  @column()
  declare role: Role

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @hasMany(() => Order)
  declare orders: HasMany<typeof Order>

  /** Changes with the password and the address, and so ends what was issued for earlier ones. */
  fingerprint(): string {
    return createHash('sha256').update(`${this.email}\n${this.password}`).digest('hex').slice(0, 16)
  }

  /** Whether the role of this user grants an ability. */
  may(ability: Ability): boolean {
    return this.role === 'administrator' || Boolean(GRANTED[this.role]?.includes(ability))
  }
}
