import { randomUUID } from 'node:crypto'
import type { DateTime } from 'luxon'
import { RuntimeException } from '@adonisjs/core/exceptions'
import {
  BaseModel,
  SnakeCaseNamingStrategy,
  beforeSave,
  column,
  computed,
} from '@adonisjs/lucid/orm'
import type { LucidModel, ModelAssignOptions, ModelAttributes } from '@adonisjs/lucid/types/model'
import { PlainPassword } from '../secrets/plain_password.js'
import type { SealedPassword } from '../secrets/sealed_password.js'
import { SealedText } from '../secrets/sealed_text.js'
import type { SecretBox } from '../secrets/secret_box.js'
import { type Events, noEvents } from '../events.js'
import type { Author, Encryption } from '../types/common.js'
import type { ChangeTerms } from './change_terms.js'
import { toEncryption } from './encryption.js'
import { SITE_SCOPE } from './scope.js'
import { searchTextOf } from './search_text.js'
import { hashSettings } from './config_fields.js'

const boolean = { consume: Boolean }

/** Loads on first use, with the validator: sending does not need it. */
const persistence = () => import('./persistence.js')

/**
 * A named SMTP server that mail can be sent through. At most one is active in its scope: saving an
 * active one deactivates the others, in the same transaction.
 */
export class SmtpConfig extends BaseModel {
  static table = 'smtp_configs'
  static selfAssignPrimaryKey = true
  static namingStrategy = new SnakeCaseNamingStrategy()

  /** Set by the provider when the app boots. */
  static secretBox?: SecretBox

  /** Set by the provider when the app boots: who saves emits, after the commit. */
  static events: Events = noEvents

  /** Who is changing this row: kept in the history. Without it the source is `code`. */
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

  @column({
    serializeAs: null,
    prepare: (stored: SealedText | null) => stored?.text ?? null,
    consume: (text: string | null) => (text === null ? null : new SealedText(text)),
  })
  get password(): SealedPassword | PlainPassword | null {
    const stored = this.$attributes.password as StoredPassword
    if (stored instanceof SealedText) {
      return SmtpConfig.box.hold(stored.text, this.destination, this.name)
    }
    return stored ?? null
  }

  set password(value: string | StoredPassword) {
    const isText = typeof value === 'string'
    this.$attributes.password = isText && value !== '' ? new PlainPassword(value) : value || null
  }

  @column()
  declare fromEmail: string | null

  @column()
  declare fromName: string | null

  @column()
  declare replyTo: string | null

  /** Seconds, for the name lookup, the connection, the greeting and each reply. */
  @column()
  declare timeout: number

  @column(boolean)
  declare isActive: boolean

  /** Its place among the backups; null: never a backup. */
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

  /** Raised at every change: the key of open connections. */
  @column()
  declare revision: number

  /** The settings' hash of the row as it was stored: for the database to compare tests with. */
  @column({ columnName: 'settings_hash', serializeAs: null })
  declare storedSettingsHash: string | null

  /** The mark of the key that has sealed the password; null: there is none, or it is not known. */
  @column({ serializeAs: null })
  declare passwordKey: string | null

  /** What searches of the list look into. */
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

  /** What the list tells the status by and searches, for the row as it is about to be written. */
  @beforeSave()
  static noteForList(config: SmtpConfig) {
    config.storedSettingsHash = config.settingsHash
    config.searchText = searchTextOf(config)
    if (config.$dirty.password !== undefined) {
      config.passwordKey = config.hasPassword ? SmtpConfig.box.keyMark : null
    }
  }

  /** As of every model; a password may be given as text. */
  static create<T extends LucidModel>(
    this: T,
    values: ConfigAttributes | Partial<ModelAttributes<InstanceType<T>>>,
    options?: ModelAssignOptions
  ): Promise<InstanceType<T>> {
    const attributes = values as Partial<ModelAttributes<InstanceType<T>>>
    return super.create.call(this, attributes, options) as Promise<InstanceType<T>>
  }

  /** The active configuration of a scope, or null: then the environment's server is used. */
  static getActive(scope: string = SITE_SCOPE): Promise<SmtpConfig | null> {
    return this.query().where('active_scope', scope).first()
  }

  /** What seals and opens passwords. */
  static get box(): SecretBox {
    if (!this.secretBox) {
      throw new RuntimeException(
        'SmtpConfig is used before the app has booted, or without "adonis-smtp-admin/smtp_admin_provider" in adonisrc.ts'
      )
    }
    return this.secretBox
  }

  /** As of every model; a password may be given as text. */
  merge(values: ConfigAttributes | Partial<ModelAttributes<this>>, allowExtra?: boolean): this {
    return super.merge(values as Partial<ModelAttributes<this>>, allowExtra)
  }

  get encryption(): Encryption {
    return toEncryption(this)
  }

  @computed({ serializeAs: 'has_password' })
  get hasPassword(): boolean {
    return Boolean(this.$attributes.password)
  }

  /** The password as it is stored; null where there is none, or none that is stored yet. */
  get sealedPassword(): string | null {
    const stored = this.$attributes.password as StoredPassword
    return stored instanceof SealedText ? stored.text : null
  }

  /** Changes when the settings of its connections do, as the row stands now. */
  get settingsHash(): string {
    return hashSettings(this, this.sealedPassword)
  }

  /** Where the password of this row may be sent, as the row stands now. */
  get destination() {
    const { id, scope, host, port, encryption, verifyCertificate, username } = this
    return { id, scope, host, port, encryption, verifyCertificate, username: username ?? null }
  }

  /**
   * Checks every invariant, seals a new password, deactivates the scope's others if this one becomes
   * active, and writes the history: all or nothing.
   *
   * @throws E_VALIDATION_ERROR with a message for every field that cannot be accepted
   */
  async save(terms?: ChangeTerms): Promise<this> {
    this.id ??= randomUUID()
    const { storeConfig } = await persistence()
    await storeConfig(this, () => super.save(), terms)
    return this
  }

  /** Deletes the row and writes the history. Deleting the active one leaves its scope with none. */
  async delete(): Promise<void> {
    const { removeConfig } = await persistence()
    await removeConfig(this, () => super.delete())
  }

  /** Makes this the active configuration of its scope; the scope's others are deactivated. */
  async activate(author?: Author, terms?: ChangeTerms): Promise<this> {
    this.author = author ?? this.author
    const { setActive } = await persistence()
    await setActive(this, true, () => super.save(), terms)
    return this
  }

  /** Leaves the scope without an active configuration, if this was it. */
  async deactivate(author?: Author, terms?: ChangeTerms): Promise<this> {
    this.author = author ?? this.author
    const { setActive } = await persistence()
    await setActive(this, false, () => super.save(), terms)
    return this
  }

  /** As in `Primary Mail Server - mail.example.com:587 (Active)`. */
  toString(): string {
    return `${this.name} - ${this.host}:${this.port} (${this.isActive ? 'Active' : 'Inactive'})`
  }
}

/** Attributes by name, with the password as it is written: in clear text, sealed at the next save. */
export type ConfigAttributes = Partial<Omit<ModelAttributes<SmtpConfig>, 'password'>> & {
  password?: string | null
}

/** What the attribute holds: sealed as read, plain until the next save, or nothing. */
export type StoredPassword = SealedText | PlainPassword | null | undefined
