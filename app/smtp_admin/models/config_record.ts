import type { DateTime } from 'luxon'
import { RuntimeException } from '@adonisjs/core/exceptions'
import { Secret } from '@adonisjs/core/helpers'
import {
  BaseModel,
  SnakeCaseNamingStrategy,
  beforeSave,
  column,
  computed,
} from '@adonisjs/lucid/orm'
import { type Events, noEvents } from '../events.js'
import { Password, type SecretBox } from '../secrets/secret_box.js'
import type { Author, Encryption } from '../types/common.js'
import { hashSettings, toDestination } from './config_fields.js'
import { toEncryption } from './encryption.js'
import { nameKey, searchText } from './search_text.js'

const boolean = { consume: Boolean }

/** The text of a stored password. Lucid assigns it to the attribute, as an app assigns a new password. */
class SealedText {
  constructor(readonly text: string) {}

  toJSON() {
    return '[sealed]'
  }
}

/** The columns of a configuration. `SmtpConfig` adds what saving, activating and deleting do. */
export class ConfigRecord extends BaseModel {
  static table = 'smtp_configs'
  static selfAssignPrimaryKey = true
  static namingStrategy = new SnakeCaseNamingStrategy()

  /** Set by the provider when the app boots. */
  static secretBox?: SecretBox

  /** Set by the provider when the app boots. */
  static events: Events = noEvents

  /** Who is changing this row, for the history. Without an author the source is `code`. */
  declare author?: Author

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare scope: string

  @column()
  declare name: string

  @column()
  declare host: string

  @column()
  declare port: number

  @column(boolean)
  declare useTls: boolean

  @column(boolean)
  declare useSsl: boolean

  @column()
  declare username: string | null

  /** In `$attributes` a stored password is a `SealedText`, a new one a `Password` until it is saved. */
  @column({
    serializeAs: null,
    prepare: (stored: SealedText | null) => stored?.text ?? null,
    consume: (text: string | null) => (text === null ? null : new SealedText(text)),
  })
  get password(): Password | null {
    const stored = this.$attributes.password as StoredPassword
    return stored instanceof SealedText
      ? this.#box.open(stored.text, this.destination, this.name)
      : (stored ?? null)
  }

  set password(value: string | Secret<string> | SealedText | null | undefined) {
    if (value instanceof SealedText) {
      this.$attributes.password = value
      return
    }
    const text = value instanceof Secret ? value.release() : value
    this.$attributes.password = text ? new Password(text) : null
  }

  @column()
  declare fromEmail: string | null

  @column()
  declare fromName: string | null

  @column()
  declare replyTo: string | null

  /** Seconds, for the DNS lookup, the connection, the greeting and each reply. */
  @column()
  declare timeout: number

  @column(boolean)
  declare isActive: boolean

  /** The place among the backups; null: never a backup. */
  @column()
  declare fallbackOrder: number | null

  @column(boolean)
  declare verifyCertificate: boolean

  @column()
  declare ehloName: string | null

  @column()
  declare rateLimitPerMinute: number | null

  @column()
  declare notes: string | null

  /** Incremented by every change. */
  @column()
  declare revision: number

  /** The settings hash of the stored row, for the database to compare tests with. */
  @column({ columnName: 'settings_hash', serializeAs: null })
  declare storedSettingsHash: string | null

  /** The fingerprint of the key that sealed the password; null: no password, or an unknown key. */
  @column({ serializeAs: null })
  declare encryptionKeyId: string | null

  /** The name as it is compared and sorted. */
  @column({ serializeAs: null })
  declare nameKey: string

  /** The text that the list searches. */
  @column({ serializeAs: null })
  declare searchText: string | null

  @column()
  declare createdBy: string | null

  @column()
  declare updatedBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @beforeSave()
  static setDerivedColumns(config: ConfigRecord) {
    config.storedSettingsHash = config.settingsHash
    config.nameKey = nameKey(config.name)
    config.searchText = searchText(config)
    if (config.$dirty.password !== undefined) {
      config.encryptionKeyId = config.hasPassword ? config.#box.keyFingerprint : null
    }
  }

  /** Seals and opens passwords. */
  static get box(): SecretBox {
    if (!this.secretBox) {
      throw new RuntimeException(
        'SmtpConfig is used before the app has booted, or without "adonis-smtp-admin/smtp_admin_provider" in adonisrc.ts'
      )
    }
    return this.secretBox
  }

  get encryption(): Encryption {
    return toEncryption(this)
  }

  @computed({ serializeAs: 'has_password' })
  get hasPassword(): boolean {
    return Boolean(this.$attributes.password)
  }

  /** The password as it is stored; null: there is none, or it is not stored yet. */
  get sealedPassword(): string | null {
    const stored = this.$attributes.password as StoredPassword
    return stored instanceof SealedText ? stored.text : null
  }

  /** Identifies the settings of a connection, as the row is now. */
  get settingsHash(): string {
    return hashSettings(this, this.sealedPassword)
  }

  /** Where the password may be sent, as the row is now. */
  get destination() {
    return toDestination(this)
  }

  /** The attributes by column, with null for those that are not set. */
  toColumns(attributes: object = this.$attributes): Record<string, unknown> {
    const columns = (this.constructor as typeof ConfigRecord).$keys.attributesToColumns
    return Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [columns.get(name, name), value ?? null])
    )
  }

  /** Seals a new password for the destination that the row has now. */
  sealPassword() {
    const { password } = this.$attributes
    if (password instanceof Password) {
      const text = this.#box.seal(password.release(), this.destination)
      this.$attributes.password = new SealedText(text)
    }
  }

  /** As in `Primary Mail Server - mail.example.com:587 (Active)`. */
  toString(): string {
    return `${this.name} - ${this.host}:${this.port} (${this.isActive ? 'Active' : 'Inactive'})`
  }

  get #box(): SecretBox {
    return (this.constructor as typeof ConfigRecord).box
  }
}

type StoredPassword = SealedText | Password | null | undefined
