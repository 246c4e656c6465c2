import type { SmtpConfig } from '../../models/smtp_config.js'
import type { SmtpTestRun } from '../../models/smtp_test_run.js'

/** Which values a test was of, and what has become of them. */
export function describeTested(run: SmtpTestRun, config: SmtpConfig | null): string {
  if (run.revision === null) {
    return 'Not saved when they were tested'
  }
  if (!config) {
    return `Revision ${run.revision}, of a configuration that was deleted since`
  }
  if (config.revision === run.revision) {
    return `Revision ${run.revision}, which is the current one`
  }
  const isSameConnection = config.settingsHash === run.settingsHash
  return isSameConnection
    ? `Revision ${run.revision}, whose connection is still the current one`
    : `Revision ${run.revision}, changed since`
}
