import type { SmtpConfig } from '../../models/smtp_config.js'
import type { SmtpTestRun } from '../../models/smtp_test_run.js'
import type { MessageKey, Translator } from '../../i18n/types.js'

/** Which values a test was of, and what has become of them. */
export function describeTested(
  translate: Translator,
  run: SmtpTestRun,
  config: SmtpConfig | null
): string {
  const { revision } = run
  return revision === null
    ? translate('tests.notSavedThen')
    : translate(keyFor(run, config), { revision })
}

function keyFor(run: SmtpTestRun, config: SmtpConfig | null): MessageKey {
  if (!config) {
    return 'tests.revisionDeleted'
  }
  if (config.revision === run.revision) {
    return 'tests.revisionCurrent'
  }
  const isSameConnection = config.settingsHash === run.settingsHash
  return isSameConnection ? 'tests.revisionSameConnection' : 'tests.revisionChanged'
}
