import type { TestSubject } from '../app/smtp_admin/diagnostics/test_runner.js'
import { SITE_SCOPE, accountScope } from '../app/smtp_admin/models/scope.js'
import type { Candidate } from '../app/smtp_admin/resolution/candidate.js'
import { keyedRow } from '../app/smtp_admin/resolution/candidate_key.js'

/**
 * What a test of this candidate is about: the very values that it has, whatever is saved meanwhile.
 *
 * @param account whose candidate it is
 */
export function testedOf({ source, key }: Candidate, account?: string): TestSubject {
  const row = keyedRow(key)
  return {
    configId: row?.id ?? null,
    scope: source === 'account' && account !== undefined ? accountScope(account) : SITE_SCOPE,
    revision: row?.revision ?? null,
    settingsHash: row?.settingsHash ?? null,
  }
}
