import { DateTime } from 'luxon'
import { forgetGoneTests } from './kept_test.js'
import { SmtpTestRun } from './smtp_test_run.js'

const KEPT_DAYS = 90
const KEPT_OF_ONE = 50

/**
 * Deletes what nobody looks at any more: tests older than 90 days, and of one configuration, or of
 * unsaved values, all but the latest 50.
 */
export async function pruneTestRuns(configId: string | null): Promise<void> {
  const oldest = DateTime.now().minus({ days: KEPT_DAYS })
  await SmtpTestRun.query().where('created_at', '<', oldest.toSQL()!).delete()

  const ofOne = () =>
    configId === null
      ? SmtpTestRun.query().whereNull('config_id')
      : SmtpTestRun.query().where('config_id', configId)
  const last = await ofOne().select('id').orderBy('id', 'desc').offset(KEPT_OF_ONE).first()
  if (last) {
    await ofOne().where('id', '<=', last.id).delete()
  }
  await forgetGoneTests(SmtpTestRun.query().client)
}
