import { setTimeout as wait } from 'node:timers/promises'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'

/** A row of a scope as it stands while the scope is locked. */
export interface LockedRow {
  id: string
  name: string
  is_active: boolean | number
}

const MAX_ATTEMPTS = 25
const MAX_PAUSE_MS = 40

/**
 * Runs `change` in a transaction in which no one else can change the rows of the scope. A lost race
 * (a deadlock, a busy SQLite file, a second active row) is tried again a bounded number of times. In a
 * transaction of the caller it runs once: only the caller can retry.
 *
 * @param change gets the transaction and the scope's rows in the order of their ids
 */
export async function withScopeLock<Result>(
  client: QueryClientContract,
  scope: string,
  change: (trx: TransactionClientContract, rows: LockedRow[]) => Promise<Result>
): Promise<Result> {
  const attempt = async (trx: TransactionClientContract) => change(trx, await lockRows(trx, scope))

  if (client.isTransaction) {
    return attempt(client as TransactionClientContract)
  }

  for (let tries = 1; ; tries++) {
    try {
      return await client.transaction(attempt)
    } catch (error) {
      if (tries === MAX_ATTEMPTS || !isRetryable(error)) {
        throw error
      }
      await wait(Math.random() * MAX_PAUSE_MS)
    }
  }
}

async function lockRows(trx: TransactionClientContract, scope: string): Promise<LockedRow[]> {
  await lockScope(trx, scope)
  return trx
    .from('smtp_configs')
    .select('id', 'name', 'is_active')
    .where('scope', scope)
    .orderBy('id')
    .forUpdate()
}

/**
 * Locks what locking rows does not. SQLite has no row locks: writing first, even nothing, takes its
 * one write lock before anything is read, so that two transactions cannot both read and then both
 * wait to write. On PostgreSQL the rows that others are about to add are not there to be locked, so
 * the scope is locked by its name. InnoDB locks the gaps between rows.
 */
async function lockScope(trx: TransactionClientContract, scope: string): Promise<void> {
  if (trx.dialect.name.includes('sqlite')) {
    await trx.from('smtp_configs').where('scope', scope).update({ scope })
  }
  if (trx.dialect.name === 'postgres') {
    await trx.rawQuery('select pg_advisory_xact_lock(hashtext(?))', [`smtp_configs ${scope}`])
  }
}

const RETRYABLE_CODES = [
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD', // MariaDB: the record has changed since it was last read
  '40001', // PostgreSQL: serialization_failure
  '40P01', // PostgreSQL: deadlock_detected
]

function isRetryable(error: unknown): boolean {
  const { code = '' } = error as { code?: string }
  return (
    RETRYABLE_CODES.includes(code) ||
    code.startsWith('SQLITE_BUSY') ||
    isUniqueViolation(error, 'active_scope')
  )
}

/**
 * Whether a database refused a row because another holds the same value. MySQL and PostgreSQL name
 * the index in their message, SQLite the column.
 */
export function isUniqueViolation(error: unknown, what: 'active_scope' | 'name'): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const isViolation = ['ER_DUP_ENTRY', '23505', 'SQLITE_CONSTRAINT_UNIQUE'].includes(code)
  const [index, column] =
    what === 'name'
      ? ['smtp_configs_scope_name_unique', 'name_key']
      : ['smtp_configs_active_scope_unique', 'active_scope']
  return isViolation && (message.includes(index) || message.endsWith(`smtp_configs.${column}`))
}
