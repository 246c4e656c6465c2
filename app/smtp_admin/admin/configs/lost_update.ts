import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { columnsOf } from '../../models/accept_values.js'
import type { ConfigValues } from '../../models/check_values.js'
import { type SmtpConfig } from '../../models/smtp_config.js'
import { SmtpHistory } from '../../models/smtp_history.js'
import type { Posted } from './posted.js'
import { isChangeBy } from './same_author.js'
import { isSamePassword, isSameValue } from './same_values.js'

/** More than this many changes are not told one by one. */
const LONGEST_LIST = 50

/** Thrown where a form would overwrite what has been changed since it was made. */
export class ChangedMeanwhile extends Error {
  /** The revision by which these are all the changes. */
  readonly revision: number
  /** Oldest first. */
  readonly changes: SmtpHistory[]

  constructor(revision: number, changes: SmtpHistory[]) {
    super('The configuration has been changed since the form was made')
    this.revision = revision
    this.changes = changes
  }
}

/**
 * Looks whether a form would overwrite what has been changed since it was made. Only what the form
 * has a field for counts, and only where it says something else: who switches, or sends a form
 * twice, is in nobody's way.
 *
 * @param current the row as the database has it
 * @returns what would be lost; null: nothing
 */
export async function findLostUpdate(
  current: SmtpConfig,
  posted: Posted,
  client?: QueryClientContract
): Promise<ChangedMeanwhile | null> {
  const changes = await changesSince(current, posted, client)
  const stored = columnsOf(current, current.$attributes)
  const isOverwriting = [...columnsLeftDifferent(changes, stored)].some((column) => {
    return column === 'password'
      ? isOtherPassword(current, posted, changes)
      : column in posted.entered && !isSameValue(stored[column], posted.entered[column])
  })
  return isOverwriting ? new ChangedMeanwhile(current.revision, changes) : null
}

/** The changes that the sender of a form has not seen: every change raises the revision by one. */
export async function changesSince(
  { id, revision }: SmtpConfig,
  { values }: Posted,
  client?: QueryClientContract
): Promise<SmtpHistory[]> {
  const seen = Number(values.seen)
  if (!Number.isInteger(seen) || seen < 1 || seen >= revision) {
    return []
  }
  const changes = await SmtpHistory.query({ client })
    .where('config_id', id)
    .whereNot('action', 'added')
    .orderBy('id', 'desc')
    .limit(Math.min(revision - seen, LONGEST_LIST))
  return changes.reverse()
}

/** The columns that changes have left with another value than before the first of them. */
function columnsLeftDifferent(changes: SmtpHistory[], stored: ConfigValues): Set<string> {
  const before = new Map<string, unknown>()
  for (const [column, [old]] of changes.flatMap((entry) => Object.entries(entry.changes))) {
    before.set(column, before.has(column) ? before.get(column) : old)
  }
  const columns = [...before.keys()].filter((column) => {
    return column === 'password' || !isSameValue(stored[column], before.get(column))
  })
  return new Set(columns)
}

/** Whether a form would replace or remove a password that somebody has just changed. */
function isOtherPassword(current: SmtpConfig, { entered, author }: Posted, changes: SmtpHistory[]) {
  if (!('password' in entered)) {
    return false
  }
  if (!entered.password) {
    return current.hasPassword
  }
  const isOwn = changes
    .filter((entry) => 'password' in entry.changes)
    .every((entry) => isChangeBy(entry, author))
  return !isOwn || !isSamePassword(current, entered)
}
