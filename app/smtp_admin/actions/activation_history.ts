import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { SmtpConfig } from '../models/smtp_config.js'
import { SmtpHistory } from '../models/smtp_history.js'

/** A configuration by the name that it had. It may have been renamed or deleted since. */
export interface Named {
  id: string
  name: string
}

/** A change of which configuration of a scope is active. */
export interface Switch {
  /** What was active before; null: none. */
  from: Named | null
  /** What was active afterwards; null: none. */
  to: Named | null
  /** Who switched, if that is known. */
  by: string | null
  /** The place in the history. */
  entryId: number
}

const ACTIVATIONS = ['[false,true]', '[null,true]']
const SWITCHES = [...ACTIVATIONS, '[true,false]', '[true,null]']

/** What a connection is made from, by column: changed, it is not the server that was active. */
const CONNECTION_COLUMNS = [
  ...['host', 'port', 'use_tls', 'use_ssl', 'verify_certificate', 'username', 'password'],
  ...['timeout', 'ehlo_name'],
]

/** The latest switch of a scope; null: there has been none. */
export async function latestSwitch(
  scope: string,
  client?: QueryClientContract
): Promise<Switch | null> {
  const entry = await switches(scope, SWITCHES, client).first()
  return entry && readSwitch(entry, client)
}

/** What was active before this configuration became so the last time; null: none. */
export async function activeBefore({ id, scope }: SmtpConfig): Promise<Named | null> {
  const entry = await switches(scope, ACTIVATIONS).where('config_id', id).first()
  const { from } = entry ? await readSwitch(entry) : { from: null }
  return from
}

/**
 * Whether making this configuration active undoes the latest switch of its scope, with the settings
 * that were active then.
 */
export async function isWayBack(config: SmtpConfig, client: QueryClientContract): Promise<boolean> {
  const latest = await latestSwitch(config.scope, client)
  if (latest?.from?.id !== config.id) {
    return false
  }
  const since = await SmtpHistory.query({ client })
    .where('config_id', config.id)
    .where('id', '>', latest.entryId)
  return !since.some(({ changes }) => CONNECTION_COLUMNS.some((column) => column in changes))
}

/**
 * The entries of a scope in which activity changed like this, the latest first. A quote inside a
 * value is escaped in JSON, so that no text of a configuration can look like such an entry.
 */
function switches(scope: string, kinds: string[], client?: QueryClientContract) {
  return SmtpHistory.query({ client })
    .where('scope', scope)
    .where((query) => {
      for (const kind of kinds) {
        void query.orWhere('changes', 'like', `%"is_active":${kind}%`)
      }
    })
    .orderBy('id', 'desc')
}

/** Of two sides the one that gave way was written first, by itself, in the same transaction. */
async function readSwitch(entry: SmtpHistory, client?: QueryClientContract): Promise<Switch> {
  const { actorLabel: by, id: entryId } = entry
  if (entry.changes.is_active[1] !== true) {
    return { from: named(entry), to: null, by, entryId }
  }
  const other = await switches(entry.scope, SWITCHES, client).where('id', '<', entryId).first()
  const isOneSwitch = other?.source === 'automatic'
  return { from: isOneSwitch ? named(other) : null, to: named(entry), by, entryId }
}

function named({ configId, configName }: SmtpHistory): Named {
  return { id: configId, name: configName }
}
