import type { SmtpHistory } from '../../models/smtp_history.js'
import type { Author } from '../../types/main.js'

/** Whether somebody made a change on these pages. Of those who are not known the address decides. */
export function isChangeBy(entry: SmtpHistory, { id, label, ip }: Author): boolean {
  const isSame = entry.source === 'admin' && entry.actorId === id && entry.actorLabel === label
  return isSame && (id !== null || entry.ip === ip)
}
