import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { LockedRow } from './scope_lock.js'

/** What a change meets in the transaction in which it is made. */
export interface ChangeState {
  trx: TransactionClientContract
  /** The active configuration of the scope before the change; null: none. */
  active: Pick<LockedRow, 'id' | 'name'> | null
}

/** What else a change goes by, and what is told of it. */
export interface ChangeTerms {
  /**
   * Looks at the row as it is about to be stored, while nobody else can change its scope. What it
   * throws leaves everything as it was. It may run more than once: a lost race is tried again.
   */
  check?: (state: ChangeState) => Promise<void>
  /** Why it is made: kept in the history. */
  reason?: string
}
