import { randomUUID } from 'node:crypto'
import type { LucidModel, ModelAssignOptions, ModelAttributes } from '@adonisjs/lucid/types/model'
import type { Secret } from '@adonisjs/core/helpers'
import type { Author } from '../types/common.js'
import { ConfigRecord } from './config_record.js'
import type { SaveOptions } from './save_config.js'
import { SITE_SCOPE, toScope } from './scope.js'
import { nameKey } from './search_text.js'

/** Loads on first use, with the validator: sending does not need it. */
const loadSaving = () => import('./save_config.js')

/**
 * A named SMTP server that mail can be sent through. At most one is active in its scope: saving an
 * active one deactivates the others, in the same transaction.
 */
export class SmtpConfig extends ConfigRecord {
  /**
   * As of every model. The password may be a string.
   *
   * @example
   * ```ts
   * const config = await SmtpConfig.create({
   *   name: 'Primary Mail Server',
   *   host: 'mail.example.com',
   *   port: 587,
   *   useTls: true,
   *   username: 'mailer@example.com',
   *   password: env.get('SMTP_PASSWORD'),
   * })
   * await config.activate()
   * ```
   */
  static create<T extends LucidModel>(
    this: T,
    values: ConfigAttributes | Partial<ModelAttributes<InstanceType<T>>>,
    options?: ModelAssignOptions
  ): Promise<InstanceType<T>> {
    const attributes = values as Partial<ModelAttributes<InstanceType<T>>>
    return super.create.call(this, attributes, options) as Promise<InstanceType<T>>
  }

  /** The active configuration of a scope; null: the environment's server is used. */
  static getActive(scope: string = SITE_SCOPE): Promise<SmtpConfig | null> {
    return this.query().where('active_scope', scope).first()
  }

  /**
   * The configuration of the site, or of an account, with this name in any case.
   *
   * @throws E_INVALID_SMTP_ACCOUNT
   */
  static findNamed(name: string, account?: string): Promise<SmtpConfig | null> {
    return this.query().where('scope', toScope(account)).where('name_key', nameKey(name)).first()
  }

  /** As of every model. The password may be a string. */
  merge(values: ConfigAttributes | Partial<ModelAttributes<this>>, allowExtra?: boolean): this {
    return super.merge(values as Partial<ModelAttributes<this>>, allowExtra)
  }

  /**
   * Validates, seals a new password, deactivates the other configurations of the scope if this one
   * becomes active, and writes the history: all or nothing.
   *
   * @throws E_VALIDATION_ERROR with an error for every field that is refused; E_SMTP_CONFIG_GONE
   */
  async save(options?: SaveOptions): Promise<this> {
    this.id ??= randomUUID()
    const { save } = await loadSaving()
    await save(this, () => super.save(), options)
    return this
  }

  /** Deletes the row and writes the history. If it was active, its scope is left without one. */
  async delete(): Promise<void> {
    const { remove } = await loadSaving()
    await remove(this, () => super.delete())
  }

  /**
   * Makes this the active configuration of its scope; the others are deactivated.
   *
   * @throws E_VALIDATION_ERROR, E_SMTP_CONFIG_GONE
   * @example
   * ```ts
   * const config = await SmtpConfig.findByOrFail('name', 'Backup relay')
   * await config.activate()
   * ```
   */
  async activate(author?: Author, options?: SaveOptions): Promise<this> {
    return this.#setActive(true, author, options)
  }

  /** Leaves the scope without an active configuration if this was it. */
  async deactivate(author?: Author, options?: SaveOptions): Promise<this> {
    return this.#setActive(false, author, options)
  }

  async #setActive(isActive: boolean, author?: Author, options?: SaveOptions): Promise<this> {
    this.author = author ?? this.author
    const { setActive } = await loadSaving()
    await setActive(this, isActive, () => super.save(), options)
    return this
  }
}

/** Attributes by name. A password is sealed when the row is saved. */
export type ConfigAttributes = Partial<Omit<ModelAttributes<SmtpConfig>, 'password'>> & {
  password?: string | Secret<string> | null
}
