import type { TestSubject } from '../app/smtp_admin/diagnostics/test_runner.js'
import { SITE_SCOPE, accountScope } from '../app/smtp_admin/models/scope.js'
import type { Candidate } from '../app/smtp_admin/resolution/candidate.js'

/**
 * What a test of this candidate is about: the very values that it has, whatever is saved meanwhile.
 *
 * @param account whose candidate it is
 */
export function testedOf(candidate: Candidate, account?: string): TestSubject {
  const { source, id, revision, settingsHash } = candidate
  if (source === 'environment') {
    return { configId: null, scope: SITE_SCOPE, revision: null, settingsHash: null }
  }
  const scope = source === 'account' && account !== undefined ? accountScope(account) : SITE_SCOPE
  return { configId: id, scope, revision, settingsHash }
}
