import { DateTime } from 'luxon'
import { BaseModel, SnakeCaseNamingStrategy, column } from '@adonisjs/lucid/orm'
import type { ChangeSource } from '../types/common.js'

export type HistoryAction = 'added' | 'changed' | 'activated' | 'deactivated' | 'deleted'

/** Old and new value of each changed column; of a password only what happened to it. */
export type Changes = Record<string, [old: unknown, now: unknown]>

/** One change of a configuration. Written once, never changed, kept when the configuration goes. */
export class SmtpHistory extends BaseModel {
  static table = 'smtp_history'
  static namingStrategy = new SnakeCaseNamingStrategy()

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare configId: string

  @column()
  declare scope: string

  @column()
  declare configName: string

  @column()
  declare action: HistoryAction

  @column({ prepare: (changes) => JSON.stringify(changes), consume: (text) => JSON.parse(text) })
  declare changes: Changes

  @column()
  declare actorId: string | null

  @column()
  declare actorLabel: string | null

  @column()
  declare source: ChangeSource

  @column()
  declare ip: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime
}
