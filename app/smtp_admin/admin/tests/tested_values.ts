import type { SmtpConfig } from '../../models/smtp_config.js'
import type { SmtpTestRun } from '../../models/smtp_test_run.js'

/** Which values a test was of, and what has become of them. */
export function describeTested(run: SmtpTestRun, config: SmtpConfig | null): string {
  if (run.revision === null) {
    return 'values that were not saved'
  }
  if (!config) {
    return `revision ${run.revision}, of a configuration that was deleted since`
  }
  if (config.revision === run.revision) {
    return `revision ${run.revision}, which is the current one`
  }
  const isSameConnection = config.settingsHash === run.settingsHash
  return isSameConnection
    ? `revision ${run.revision}, whose connection is still the current one`
    : `revision ${run.revision}, changed since`
}
