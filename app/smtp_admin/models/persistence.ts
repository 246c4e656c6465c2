import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { PlainPassword } from '../secrets/plain_password.js'
import type { Author } from '../types/common.js'
import { acceptValues, columnsOf } from './accept_values.js'
import type { ChangeTerms } from './change_terms.js'
import { describeChanges } from './changes.js'
import { validationError, fieldError } from './config_validator.js'
import { type ConfigChange, emitAfterCommit } from './config_events.js'
import { rebase } from './rebase.js'
import { SITE_SCOPE } from './scope.js'
import { type LockedRow, isTaken, withScopeLocked } from './scope_lock.js'
import type { SmtpConfig } from './smtp_config.js'
import { type HistoryAction, SmtpHistory } from './smtp_history.js'

const CODE: Author = { id: null, label: null, source: 'code', ip: null }

type Write = () => Promise<unknown>

/** Stores a new or changed configuration by `write`, with everything that has to happen with it. */
export async function storeConfig(config: SmtpConfig, write: Write, terms: ChangeTerms = {}) {
  if (!config.$isPersisted || config.$isDirty) {
    await whileLocked(config, (trx, rows) => store(config, trx, rows, write, terms))
  }
}

/**
 * Activates or deactivates by what the database says now: the row in memory may have been read
 * before another process switched.
 */
export async function setActive(
  config: SmtpConfig,
  isActive: boolean,
  write: Write,
  terms: ChangeTerms = {}
) {
  await whileLocked(config, async (trx, rows) => {
    config.isActive = isActive
    return store(config, trx, rows, write, terms)
  })
}

/** Deletes a configuration by `remove`. */
export async function removeConfig(config: SmtpConfig, remove: Write) {
  await whileLocked(config, async (trx) => {
    const before = columnsOf(config, config.$original)
    const after = Object.fromEntries(Object.keys(before).map((column) => [column, null]))
    const changes = describeChanges(before, after)
    await record(trx, config, 'deleted', changes)
    await remove()
    return toChange(config, { kind: 'deleted', changes, previous: null, reason: null })
  })
}

/** Runs a change in the locked scope, on the row as it is by then, and emits its events. */
async function whileLocked(
  config: SmtpConfig,
  change: (trx: TransactionClientContract, rows: LockedRow[]) => Promise<ConfigChange | null>
) {
  const { password } = config
  const scope = config.scope ?? (await storedScope(config))
  const client = clientOf(config)
  const made = await withScopeLocked(client, scope, async (trx, rows) => {
    config.useTransaction(trx)
    if (password instanceof PlainPassword) {
      // An attempt that lost a race has sealed it for the row as it was then.
      config.$attributes.password = password
    }
    if (config.$isPersisted) {
      await rebase(config, trx)
    }
    return change(trx, rows)
  })
  if (made) {
    const trx = client.isTransaction ? (client as TransactionClientContract) : null
    emitAfterCommit((config.constructor as typeof SmtpConfig).events, made, trx)
  }
}

/** The scope of a row that was read without it; a new row belongs to the site. */
async function storedScope(config: SmtpConfig): Promise<string> {
  if (!config.$isPersisted) {
    return SITE_SCOPE
  }
  const query = clientOf(config).from('smtp_configs').select('scope').where('id', config.id)
  const row = await query.first()
  return row?.scope ?? SITE_SCOPE
}

async function store(
  config: SmtpConfig,
  trx: TransactionClientContract,
  rows: LockedRow[],
  write: Write,
  { check, reason }: ChangeTerms
): Promise<ConfigChange | null> {
  await acceptValues(config)
  await check?.({ trx, active: rows.find((row) => row.is_active) ?? null })
  if (config.$isPersisted && !config.$isDirty) {
    return null
  }
  refuseTakenName(config, rows)
  signAndCount(config)

  const changes = describeChanges(
    columnsOf(config, config.$original),
    columnsOf(config, config.$dirty)
  )
  if (changes.is_active && config.isActive) {
    await deactivateOthers(trx, config, rows)
  }
  const action = actionOf(config, Object.keys(changes))
  const kind = config.$isPersisted ? 'changed' : 'added'
  await record(trx, config, action, { ...changes, ...(reason && { reason: [null, reason] }) })
  await refusingTakenName(write)
  const other = rows.find((row) => row.is_active && row.id !== config.id)
  const previous = other ? { id: other.id, name: other.name, scope: config.scope } : null
  return toChange(config, { kind, changes, previous, reason: reason ?? null })
}

function toChange(
  { id, name, scope, author = CODE }: SmtpConfig,
  change: Omit<ConfigChange, 'config' | 'author'>
): ConfigChange {
  return { ...change, config: { id, name, scope }, author }
}

async function deactivateOthers(
  trx: TransactionClientContract,
  config: SmtpConfig,
  rows: LockedRow[]
) {
  for (const other of rows.filter((row) => row.is_active && row.id !== config.id)) {
    await trx
      .from('smtp_configs')
      .where('id', other.id)
      .update({
        is_active: false,
        revision: trx.raw('revision + 1'),
        updated_at: DateTime.now().toFormat(trx.dialect.dateTimeFormat),
        updated_by: config.updatedBy,
      })
    const subject = { id: other.id, name: other.name, scope: config.scope }
    await record(
      trx,
      { ...subject, author: { ...(config.author ?? CODE), source: 'automatic' } },
      'deactivated',
      { is_active: [true, false] }
    )
  }
}

function signAndCount(config: SmtpConfig) {
  const signature = config.author?.label ?? config.author?.id ?? null
  config.revision = (config.$original.revision ?? 0) + 1
  config.updatedBy = signature
  if (!config.$isPersisted) {
    config.createdBy = signature
  }
}

function actionOf(config: SmtpConfig, columns: string[]): HistoryAction {
  if (!config.$isPersisted) {
    return 'added'
  }
  if (columns.length === 1 && columns[0] === 'is_active') {
    return config.isActive ? 'activated' : 'deactivated'
  }
  return 'changed'
}

async function record(
  trx: TransactionClientContract,
  config: Pick<SmtpConfig, 'id' | 'name' | 'scope' | 'author'>,
  action: HistoryAction,
  changes: SmtpHistory['changes']
) {
  const { id, label, source, ip } = config.author ?? CODE
  await SmtpHistory.create(
    {
      configId: config.id,
      configName: config.name,
      scope: config.scope,
      action,
      changes,
      actorId: id,
      actorLabel: label,
      source,
      ip,
    },
    { client: trx }
  )
}

function refuseTakenName(config: SmtpConfig, rows: LockedRow[]) {
  const name = config.name.toLowerCase()
  if (rows.some((row) => row.id !== config.id && row.name.toLowerCase() === name)) {
    throw takenName()
  }
}

/** The same for a name that another process took in a scope that was empty when it was locked. */
async function refusingTakenName(write: Write) {
  try {
    await write()
  } catch (error) {
    throw isTaken(error, 'name') ? takenName() : error
  }
}

function takenName() {
  return validationError([fieldError('name.unique')])
}

function clientOf(config: SmtpConfig) {
  const model = config.constructor as typeof SmtpConfig
  return config.$trx ?? model.query({ connection: config.$options?.connection }).client
}
