import { DateTime } from 'luxon'
import { BaseModel, SnakeCaseNamingStrategy, column } from '@adonisjs/lucid/orm'
import type { Author, ChangeSource } from '../types/common.js'
import { DEFINITIONS } from './config_fields.js'

export type HistoryAction = 'added' | 'changed' | 'activated' | 'deactivated' | 'deleted'

/** The old and the new value of each changed column; of a password only what happened to it. */
export type Changes = Record<string, [old: unknown, now: unknown]>

/** One change of a configuration. Never changed, and kept when the configuration is deleted. */
export class SmtpHistory extends BaseModel {
  static table = 'smtp_history'
  static namingStrategy = new SnakeCaseNamingStrategy()

  @column({ isPrimary: true, consume: Number })
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

const MAX_ACTOR_ID_LENGTH = 100
const MAX_ACTOR_LABEL_LENGTH = 191

/** An author as history and test runs store it, cut to the length of the columns. */
export function toActorColumns({ id, label, source, ip }: Author) {
  return {
    actorId: id && truncate(id, MAX_ACTOR_ID_LENGTH),
    actorLabel: label && truncate(label, MAX_ACTOR_LABEL_LENGTH),
    source,
    ip,
  }
}

/** The differences of the fields of two rows, by column. Passwords are never part of it, sealed or not. */
export function diff(before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  const changes: Changes = {}
  for (const [, { column: name, type }] of DEFINITIONS) {
    const [old, now] = [before[name] ?? null, after[name] ?? null]
    if (name in after && old !== now) {
      changes[name] = type === 'password' ? [null, passwordChange(old, now)] : [old, now]
    }
  }
  return changes
}

function passwordChange(old: unknown, now: unknown) {
  if (!now) {
    return 'removed'
  }
  return old ? 'replaced' : 'set'
}

/** By characters, so that none is cut in two. */
function truncate(text: string, length: number): string {
  return text.length > length ? [...text].slice(0, length).join('') : text
}
