import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { SmtpTestRun } from './smtp_test_run.js'

const TELLING = ['id', 'config_id', 'settings_hash', 'verdict', 'created_at']

/**
 * Of each configuration the latest test of stored values that came to an end, by the configuration's
 * id: what its status is told by, and no more of the test than that.
 *
 * @param client a transaction to read in
 */
export async function latestTests(
  configIds: string[],
  client?: QueryClientContract
): Promise<Map<string, SmtpTestRun>> {
  if (configIds.length === 0) {
    return new Map()
  }
  const latest = SmtpTestRun.query({ client })
    .whereIn('config_id', configIds)
    .whereNotNull('revision')
    .whereNot('verdict', 'cancelled')
    .groupBy('config_id')
    .max('id')
  const tests = await SmtpTestRun.query({ client }).select(TELLING).whereIn('id', latest)
  return new Map(tests.map((test) => [test.configId!, test]))
}
