import { type Health, healthOf } from '../../diagnostics/health.js'
import { keyedRow } from '../../resolution/candidate_key.js'
import type { Resolution } from '../../resolution/resolver.js'
import { withinSeconds } from '../../resolution/with_timeout.js'

/**
 * What is known of the server in effect by its tests. Null: it is no configuration, or the database
 * does not say: a page that tells of a failure must not fail of that as well.
 *
 * @param timeout seconds after which a slow database counts as away
 */
export async function healthInEffect(
  { candidates, databaseProblem }: Resolution,
  timeout: number
): Promise<Health | null> {
  const row = candidates.length > 0 ? keyedRow(candidates[0].key) : null
  if (!row || databaseProblem) {
    return null
  }
  const { id, settingsHash } = row
  try {
    // It would not be in effect if its password could not be opened.
    const healths = await withinSeconds(timeout, healthOf([{ id, settingsHash, password: null }]))
    return healths.get(id) ?? null
  } catch {
    return null
  }
}
