import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { SmtpConfig } from '../models/smtp_config.js'

/** An expression of SQL, with the values for its question marks. */
export interface Expression {
  sql: string
  bindings: (string | number)[]
}

/** By what the row keeps of its latest test. */
const BY_LATEST_TEST = `
  when smtp_configs.latest_test_id is null then 'untested'
  when smtp_configs.tested_hash = smtp_configs.settings_hash
    then case when smtp_configs.tested_verdict = 'passed' then 'working' else 'failing' end
  else 'stale'`

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
export async function statusExpression(client: QueryClientContract): Promise<Expression> {
  const known = oneOf('smtp_configs.password_key', SmtpConfig.box.keyMarks)
  const lost = oneOf('smtp_configs.id', await unreadableOfUnknownKey(client))
  const unreadable = `smtp_configs.password is not null and (not ${known.sql} or ${lost.sql})`
  return {
    sql: `case when ${unreadable} then 'unreadable' ${BY_LATEST_TEST} end`,
    bindings: [...known.bindings, ...lost.bindings],
  }
}

/**
 * The rows whose password does not open, of those that do not say which key has sealed it. Those are
 * few, written past the app or while keys were being changed, and each is tried.
 */
async function unreadableOfUnknownKey(client: QueryClientContract): Promise<string[]> {
  const configs = await SmtpConfig.query({ client })
    .select(COLUMNS)
    .whereNotNull('password')
    .whereNull('password_key')
  return configs.filter(({ password }) => !password!.isReadable()).map(({ id }) => id)
}

/** Whether a column is one of some values; of none it never is, not even null. */
function oneOf(column: string, values: string[]): Expression {
  if (values.length === 0) {
    return { sql: `${column} <> ${column}`, bindings: [] }
  }
  return { sql: `${column} in (${values.map(() => '?').join(', ')})`, bindings: values }
}
