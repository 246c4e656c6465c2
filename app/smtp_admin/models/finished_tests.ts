import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { SmtpTestRun } from './smtp_test_run.js'

/**
 * The tests of these configurations by which their status is told: of stored values, and not cut off.
 *
 * @param client a transaction to read in
 */
export function finishedTests(configIds: string[], client?: QueryClientContract) {
  return SmtpTestRun.query({ client })
    .whereIn('config_id', configIds)
    .whereNotNull('revision')
    .whereNot('verdict', 'cancelled')
}
