import type { DateTime } from 'luxon'
import { SmtpHistory } from '../../models/smtp_history.js'

/** When a stored password was entered, and by whom as far as that is known. */
export interface PasswordOrigin {
  at: DateTime
  by: string | null
}

/** Where the stored password of a configuration comes from, if the history goes back that far. */
export async function passwordOrigin(configId: string): Promise<PasswordOrigin | null> {
  // In a value of another column the quotes would have backslashes before them.
  const entry = await SmtpHistory.query()
    .where('config_id', configId)
    .where('changes', 'like', '%"password":%')
    .orderBy('id', 'desc')
    .first()
  return entry && { at: entry.createdAt, by: entry.actorLabel ?? entry.actorId }
}
