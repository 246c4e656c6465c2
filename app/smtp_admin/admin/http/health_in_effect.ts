import { type Health, healthOf } from '../../diagnostics/health.js'
import type { Resolution } from '../../resolution/resolver.js'
import { withTimeout } from '../../resolution/database_error.js'

/**
 * What is known of the server in effect by its tests. Null: it is no configuration, or the database
 * does not say: a page that tells of a failure must not fail of that as well.
 *
 * @param timeout seconds after which a slow database counts as away
 */
export async function healthInEffect(
  { candidates, databaseError }: Resolution,
  timeout: number
): Promise<Health | null> {
  const [candidate] = candidates
  if (!candidate || candidate.source === 'environment' || databaseError) {
    return null
  }
  const { id, settingsHash } = candidate
  try {
    // It would not be in effect if its password could not be opened.
    const healths = await withTimeout(healthOf([{ id, settingsHash, password: null }]), timeout)
    return healths.get(id) ?? null
  } catch {
    return null
  }
}
