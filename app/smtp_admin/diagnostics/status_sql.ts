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

/** What seals a password whose row does not say which key did. */
const UNKNOWN_KEY = ''

/** What a password is opened with. */
const COLUMNS = [
  ...['id', 'scope', 'name', 'host', 'port', 'use_tls', 'use_ssl', 'verify_certificate'],
  ...['username', 'password'],
]

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
  const keys = [UNKNOWN_KEY, ...SmtpConfig.box.keyMarks]
  const lost = await unreadableOfUnknownKey(client)
  const isLost = lost.length > 0 ? ` or smtp_configs.id in (${marks(lost)})` : ''
  const isUnreadable = `smtp_configs.sealed_with not in (${marks(keys)})${isLost}`
  return {
    sql: `case when ${isUnreadable} then 'unreadable' else smtp_configs.test_state end`,
    bindings: [...keys, ...lost],
    columns: ['sealed_with', 'test_state', ...(lost.length > 0 ? ['id'] : [])],
  }
}

/**
 * The rows whose password does not open, of those that do not say which key has sealed it. Those are
 * few, written past the app or while keys were being changed, and each is tried.
 */
async function unreadableOfUnknownKey(client: QueryClientContract): Promise<string[]> {
  const configs = await SmtpConfig.query({ client })
    .select(COLUMNS)
    .where('sealed_with', UNKNOWN_KEY)
  return configs.filter(({ password }) => !password!.isReadable()).map(({ id }) => id)
}

function marks(values: string[]): string {
  return values.map(() => '?').join(', ')
}
