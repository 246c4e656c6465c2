import { DateTime } from 'luxon'
import type { TestReport } from '../../models/test_report.js'

/** When the certificate ends that a test has met; null: it met none, or one that names no such time. */
export function certificateEnd({ tls }: Pick<TestReport, 'tls'>): DateTime | null {
  const end = DateTime.fromISO(tls?.certificate?.validTo ?? '')
  return end.isValid ? end : null
}
