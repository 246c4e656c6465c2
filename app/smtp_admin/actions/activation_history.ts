import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { CONNECTION_COLUMNS } from '../models/config_fields.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import { SmtpHistory } from '../models/smtp_history.js'

/** A configuration by the name it had. It may have been renamed or deleted since. */
export interface NamedConfig {
  id: string
  name: string
}

/** A change of the active configuration of a scope. */
export interface ActivationChange {
  /** The configuration that was active before; null: none. */
  from: NamedConfig | null
  /** The configuration that was active afterwards; null: none. */
  to: NamedConfig | null
  /** Who made the change, if known. */
  by: string | null
  /** The id of its history entry. */
  entryId: number
}

const ACTIVATIONS = ['[false,true]', '[null,true]']
const CHANGES = [...ACTIVATIONS, '[true,false]', '[true,null]']

/** The last change of the active configuration of a scope; null: there has been none. */
export async function lastChange(
  scope: string,
  client?: QueryClientContract
): Promise<ActivationChange | null> {
  const entry = await findChanges(scope, CHANGES, client).first()
  return entry && toChange(entry, client)
}

/** The configuration that was active before this one was last activated; null: none. */
export async function activeBefore({ id, scope }: SmtpConfig): Promise<NamedConfig | null> {
  const entry = await findChanges(scope, ACTIVATIONS).where('config_id', id).first()
  const { from } = entry ? await toChange(entry) : { from: null }
  return from
}

/**
 * Whether activating this configuration undoes the last change of its scope, with the connection
 * settings that were active then.
 */
export async function isUndo(config: SmtpConfig, client: QueryClientContract): Promise<boolean> {
  const last = await lastChange(config.scope, client)
  if (last?.from?.id !== config.id) {
    return false
  }
  const since = await SmtpHistory.query({ client })
    .where('config_id', config.id)
    .where('id', '>', last.entryId)
  return !since.some(({ changes }) => CONNECTION_COLUMNS.some((column) => column in changes))
}

/**
 * The entries of a scope with one of these changes of `is_active`, the newest first. JSON escapes the
 * quotes of a value, so no text of a configuration can look like such a change.
 */
function findChanges(scope: string, changes: string[], client?: QueryClientContract) {
  return SmtpHistory.query({ client })
    .where('scope', scope)
    .where((query) => {
      for (const change of changes) {
        void query.orWhere('changes', 'like', `%"is_active":${change}%`)
      }
    })
    .orderBy('id', 'desc')
}

/** An activation records the deactivation of the other configuration first, in the same transaction. */
async function toChange(
  entry: SmtpHistory,
  client?: QueryClientContract
): Promise<ActivationChange> {
  const { actorLabel: by, id: entryId } = entry
  if (entry.changes.is_active[1] !== true) {
    return { from: toRef(entry), to: null, by, entryId }
  }
  const other = await findChanges(entry.scope, CHANGES, client).where('id', '<', entryId).first()
  const isSameChange = other?.source === 'automatic'
  return { from: isSameChange ? toRef(other) : null, to: toRef(entry), by, entryId }
}

function toRef({ configId, configName }: SmtpHistory): NamedConfig {
  return { id: configId, name: configName }
}
