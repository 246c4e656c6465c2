import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { E_SMTP_CONFIG_GONE } from '../errors.js'
import type { Events } from '../events.js'
import { Password } from '../secrets/secret_box.js'
import type { Author } from '../types/common.js'
import type { ConfigRef } from '../types/events.js'
import { DEFAULTS, destinationChanged } from './config_fields.js'
import type { ConfigRecord } from './config_record.js'
import { fieldError, validate, validationError } from './config_validator.js'
import { SITE_SCOPE } from './scope.js'
import { type LockedRow, isUniqueViolation, withScopeLock } from './scope_lock.js'
import { nameKey } from './search_text.js'
import {
  type Changes,
  type HistoryAction,
  SmtpHistory,
  diff,
  toActorColumns,
} from './smtp_history.js'

/** The state of the scope inside the transaction of a save. */
export interface SaveContext {
  trx: TransactionClientContract
  /** The active configuration of the scope before the change; null: none. */
  active: Pick<LockedRow, 'id' | 'name'> | null
}

export interface SaveOptions {
  /**
   * Runs before the row is stored, while no one else can change its scope. An error rolls everything
   * back. It may run more than once: a lost race is tried again.
   */
  beforeStore?: (context: SaveContext) => Promise<void>
  /** Why the change is made, for the history. */
  reason?: string
}

interface ConfigChange {
  config: ConfigRef
  kind: 'added' | 'changed' | 'deleted'
  changes: Changes
  /** The configuration that was active before; null: none, or this one. */
  previous: ConfigRef | null
  /** Why it was activated without a passed test. */
  reason: string | null
  author: Author
}

type Write = () => Promise<unknown>

const CODE: Author = { id: null, label: null, source: 'code', ip: null }

/**
 * Saves a new or changed configuration.
 *
 * @param write stores the row as Lucid does
 */
export async function save(config: ConfigRecord, write: Write, options: SaveOptions = {}) {
  if (!config.$isPersisted || config.$isDirty) {
    await inScopeLock(config, (trx, rows) => store(config, trx, rows, write, options))
  }
}

/**
 * Activates or deactivates the row as the database has it now: another process may have switched since
 * it was read.
 */
export async function setActive(
  config: ConfigRecord,
  isActive: boolean,
  write: Write,
  options: SaveOptions = {}
) {
  await inScopeLock(config, async (trx, rows) => {
    config.isActive = isActive
    return store(config, trx, rows, write, options)
  })
}

/** Deletes a configuration. */
export async function remove(config: ConfigRecord, write: Write) {
  await inScopeLock(config, async (trx) => {
    const before = config.toColumns(config.$original)
    const after = Object.fromEntries(Object.keys(before).map((column) => [column, null]))
    const changes = diff(before, after)
    await record(trx, config, 'deleted', changes)
    await write()
    return toChange(config, { kind: 'deleted', changes, previous: null, reason: null })
  })
}

/** Runs a change with the scope locked, on the row as it is now, and emits its events. */
async function inScopeLock(
  config: ConfigRecord,
  change: (trx: TransactionClientContract, rows: LockedRow[]) => Promise<ConfigChange | null>
) {
  const { password } = config.$attributes
  const client = findClient(config)
  const scope = config.scope ?? (await findScope(config))
  const result = await withScopeLock(client, scope, async (trx, rows) => {
    config.useTransaction(trx)
    if (password instanceof Password) {
      // An attempt that lost a race has sealed it for the row as it was then.
      config.$attributes.password = password
    }
    if (config.$isPersisted) {
      await rebase(config, trx)
    }
    return change(trx, rows)
  })
  if (result) {
    const { events } = config.constructor as typeof ConfigRecord
    const trx = client.isTransaction ? (client as TransactionClientContract) : null
    await (trx ? trx.after('commit', () => emitChange(events, result)) : emitChange(events, result))
  }
}

/** The scope of a row that was read without it; a new row belongs to the site. */
async function findScope(config: ConfigRecord): Promise<string> {
  if (!config.$isPersisted) {
    return SITE_SCOPE
  }
  const query = findClient(config).from('smtp_configs').select('scope').where('id', config.id)
  const row = await query.first()
  return row?.scope ?? SITE_SCOPE
}

/**
 * Puts the changes of the row on top of what the database holds now. Changes of others since the row was
 * read stay, and the row is validated as it will be stored.
 *
 * @throws E_SMTP_CONFIG_GONE; E_VALIDATION_ERROR when a new password was entered for another server than
 * the row has now
 */
async function rebase(config: ConfigRecord, trx: TransactionClientContract): Promise<void> {
  const model = config.constructor as typeof ConfigRecord
  const current = await model.query({ client: trx }).where('id', config.id).first()
  if (!current) {
    throw new E_SMTP_CONFIG_GONE([config.name])
  }
  if (config.isDirty('scope')) {
    throw validationError([fieldError('scope.immutable')])
  }
  const read = config.$attributes
  const changed = config.$dirty
  config.$original = { ...current.$attributes }
  config.$attributes = { ...current.$attributes, ...changed }
  const isNewPassword = config.$attributes.password instanceof Password
  if (isNewPassword && destinationChanged(read, config.$attributes)) {
    throw passwordRequiredAgain()
  }
}

async function store(
  config: ConfigRecord,
  trx: TransactionClientContract,
  rows: LockedRow[],
  write: Write,
  { beforeStore, reason }: SaveOptions
): Promise<ConfigChange | null> {
  await validateAndSeal(config)
  await beforeStore?.({ trx, active: rows.find((row) => row.is_active) ?? null })
  if (config.$isPersisted && !config.$isDirty) {
    return null
  }
  if (rows.some((row) => row.id !== config.id && nameKey(row.name) === nameKey(config.name))) {
    throw nameTaken()
  }
  stamp(config)

  const changes = diff(config.toColumns(config.$original), config.toColumns(config.$dirty))
  const others = rows.filter((row) => row.is_active && row.id !== config.id)
  if (changes.is_active && config.isActive) {
    await deactivate(others, config, trx)
  }
  const kind = config.$isPersisted ? 'changed' : 'added'
  const recorded = { ...changes, ...(reason && { reason: [null, reason] as [null, string] }) }
  await record(trx, config, toAction(config, Object.keys(changes)), recorded)
  try {
    await write()
  } catch (error) {
    // Another process took the name in a scope that was empty when it was locked.
    throw isUniqueViolation(error, 'name') ? nameTaken() : error
  }
  const [other] = others
  const previous = other ? { id: other.id, name: other.name, scope: config.scope } : null
  return toChange(config, { kind, changes, previous, reason: reason ?? null })
}

/**
 * Validates the row with the defaults of what is not set, and seals a new password.
 *
 * @throws E_VALIDATION_ERROR
 */
export async function validateAndSeal(config: ConfigRecord): Promise<void> {
  const { password: stored, ...values } = config.toColumns()
  const isNewPassword = stored instanceof Password
  // A sealed password was validated when it was entered.
  const sealed = stored ? '[sealed]' : null
  const password = isNewPassword ? stored.release() : sealed
  const { password: checked, ...valid } = await validate({ ...DEFAULTS, ...values, password })
  config.merge(valid)
  if (isNewPassword) {
    config.sealPassword()
  } else if (config.hasPassword && destinationChanged(config.$original, config.$attributes)) {
    throw passwordRequiredAgain()
  }
}

async function deactivate(rows: LockedRow[], config: ConfigRecord, trx: TransactionClientContract) {
  const author: Author = { ...(config.author ?? CODE), source: 'automatic' }
  for (const { id, name } of rows) {
    await trx
      .from('smtp_configs')
      .where('id', id)
      .update({
        is_active: false,
        revision: trx.raw('revision + 1'),
        updated_at: DateTime.now().toFormat(trx.dialect.dateTimeFormat),
        updated_by: config.updatedBy,
      })
    const other = { id, name, scope: config.scope, author }
    await record(trx, other, 'deactivated', { is_active: [true, false] })
  }
}

function stamp(config: ConfigRecord) {
  const { actorLabel, actorId } = toActorColumns(config.author ?? CODE)
  config.revision = (config.$original.revision ?? 0) + 1
  config.updatedBy = actorLabel ?? actorId
  if (!config.$isPersisted) {
    config.createdBy = config.updatedBy
  }
}

function toAction(config: ConfigRecord, columns: string[]): HistoryAction {
  if (!config.$isPersisted) {
    return 'added'
  }
  if (columns.length === 1 && columns[0] === 'is_active') {
    return config.isActive ? 'activated' : 'deactivated'
  }
  return 'changed'
}

async function record(
  client: TransactionClientContract,
  { id, name, scope, author = CODE }: Pick<ConfigRecord, 'id' | 'name' | 'scope' | 'author'>,
  action: HistoryAction,
  changes: Changes
) {
  const entry = { configId: id, configName: name, scope, action, changes }
  await SmtpHistory.create({ ...entry, ...toActorColumns(author) }, { client })
}

function toChange(
  { id, name, scope, author = CODE }: ConfigRecord,
  change: Omit<ConfigChange, 'config' | 'author'>
): ConfigChange {
  return { ...change, config: { id, name, scope }, author }
}

function emitChange(events: Events, change: ConfigChange) {
  const { config, kind, changes, previous, reason, author } = change
  const { is_active: [wasActive, isActive] = [], ...others } = changes
  if (kind === 'deleted') {
    events.emit('smtp_admin:config_deleted', { config, author })
  } else if (kind === 'added' || Object.keys(others).length > 0) {
    const changed = Object.keys(changes)
    events.emit('smtp_admin:config_saved', { config, isNew: kind === 'added', changed, author })
  }
  if (isActive) {
    events.emit('smtp_admin:activated', { config, previous, author, reason })
  } else if (wasActive) {
    events.emit('smtp_admin:deactivated', { config, author })
  }
}

/** A password is never sent to another destination than it was entered for. */
function passwordRequiredAgain() {
  return validationError([fieldError('password.destination')])
}

function nameTaken() {
  return validationError([fieldError('name.unique')])
}

function findClient(config: ConfigRecord) {
  const model = config.constructor as typeof ConfigRecord
  return config.$trx ?? model.query({ connection: config.$options?.connection }).client
}
