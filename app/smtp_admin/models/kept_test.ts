import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Verdict } from './test_report.js'

/** What is kept of a test beside the configuration that it was of. */
interface KeptTest {
  id: number
  settingsHash: string | null
  verdict: Verdict
}

/** The columns of a configuration that tell of its latest test; null: there is none. */
export function keptOf(test: KeptTest | null) {
  return {
    latest_test_id: test?.id ?? null,
    tested_hash: test?.settingsHash ?? null,
    tested_verdict: test?.verdict ?? null,
  }
}

/** Keeps a test as the latest of its configuration, if that is still there and knows no later one. */
export async function keepTest(
  configId: string,
  test: KeptTest,
  client: QueryClientContract
): Promise<void> {
  await client
    .from('smtp_configs')
    .where('id', configId)
    .where((query) => query.whereNull('latest_test_id').orWhere('latest_test_id', '<', test.id))
    .update(keptOf(test))
}

/** Takes back what was kept of tests that are gone by now: there is no later one then. */
export async function forgetGoneTests(client: QueryClientContract): Promise<void> {
  const withoutTest = () => {
    return client
      .from('smtp_configs')
      .whereNotNull('latest_test_id')
      .whereNotExists((query) => {
        void query.from('smtp_test_runs').whereColumn('smtp_test_runs.id', 'latest_test_id')
      })
  }
  // Looked for first: MySQL would lock every row that an update looks at.
  const rows = await withoutTest().select('id')
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await withoutTest().whereIn('id', ids).update(keptOf(null))
  }
}
