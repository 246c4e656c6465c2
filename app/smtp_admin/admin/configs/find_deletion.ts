import { SmtpHistory } from '../../models/smtp_history.js'
import { isUuid } from '../http/uuid.js'

/** A configuration that is not there any more. */
export interface Deletion {
  name: string
  /** Who deleted it, if that is known. */
  by: string | null
}

/** How the history tells that a configuration was deleted; null: it does not. */
export async function findDeletion(configId: string): Promise<Deletion | null> {
  if (!isUuid(configId)) {
    return null
  }
  const entry = await SmtpHistory.query()
    .where({ config_id: configId, action: 'deleted' })
    .orderBy('id', 'desc')
    .first()
  return entry && { name: entry.configName, by: entry.actorLabel ?? entry.actorId }
}
