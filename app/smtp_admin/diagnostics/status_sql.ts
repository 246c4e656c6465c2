import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { SmtpConfig } from '../models/smtp_config.js'

/** An expression of SQL, with the values for its question marks. */
export interface Expression {
  sql: string
  bindings: (string | number)[]
}

/** The expression of a status, with the columns that it reads. */
export interface StatusExpression extends Expression {
  columns: string[]
}

/** Keeps the list of keys from being empty, which is not SQL. */
const NO_KEY = ''

/**
 * The state of a row of `smtp_configs` in SQL, one of the words of `HealthState`, as `healthOf` finds
 * it: to select, filter and sort by, on every database. It names columns of that table only.
 *
 * To count by it, select it under a name in a sub-query and group by the name outside: PostgreSQL
 * takes the same expression with other bindings for another expression.
 *
 * @param client where it will run; a transaction to read in
 */
export async function statusExpression(client: QueryClientContract): Promise<StatusExpression> {
  const keys = [NO_KEY, ...SmtpConfig.box.keyFingerprints]
  const lost = await unreadableOfUnknownKey(client)
  const isLost = lost.length > 0 ? ` or smtp_configs.id in (${marks(lost)})` : ''
  const isUnreadable = `smtp_configs.encryption_key_id not in (${marks(keys)})${isLost}`
  return {
    sql: `case when ${isUnreadable} then 'unreadable' else smtp_configs.test_status end`,
    bindings: [...keys, ...lost],
    columns: ['encryption_key_id', 'test_status', ...(lost.length > 0 ? ['id'] : [])],
  }
}

/**
 * The rows whose password cannot be decrypted, among those that do not name the key. They are few, written
 * by other programs or while keys were being rotated, and each is tried.
 */
async function unreadableOfUnknownKey(client: QueryClientContract): Promise<string[]> {
  const configs = await SmtpConfig.query({ client })
    .whereNull('encryption_key_id')
    .whereNotNull('password')
  return configs.filter(({ password }) => !password!.canDecrypt()).map(({ id }) => id)
}

function marks(values: string[]): string {
  return values.map(() => '?').join(', ')
}
