import type { SmtpConfig } from '../../models/smtp_config.js'
import type { SmtpTestRun } from '../../models/smtp_test_run.js'
import { ENCRYPTION_NAMES } from '../in_effect.js'
import type { PageContent } from '../pages.js'
import { shownTime } from '../shown_time.js'
import type { PageUrl } from '../urls.js'
import { describeTested } from './tested_values.js'
import { shownMs, shownStage, shownVerdict } from './words.js'

/** What the page of a test shows. `config` is the configuration as it is now, if there is one. */
export function runPage(run: SmtpTestRun, config: SmtpConfig | null, urlTo: PageUrl): PageContent {
  const { report, transcript, verdict } = run
  const shown = shownVerdict(verdict, report.stages)
  return {
    title: `${shown.words} | Test of ${run.configName}`,
    crumbs: [
      { text: 'SMTP configurations', url: urlTo('configs.index') },
      config
        ? { text: config.name, url: urlTo('configs.change', { id: config.id }) }
        : { text: run.configName },
      { text: `Test ${run.id}` },
    ],
    verdict: shown,
    run: {
      id: run.id,
      name: run.configName,
      at: shownTime(run.createdAt),
      by: run.actorLabel,
      time: shownMs(run.ms),
      values: describeTested(run, config),
      server: `${run.host}:${run.port}`,
      encryption: ENCRYPTION_NAMES[run.encryption],
      username: run.username,
    },
    stages: report.stages.map(shownStage),
    advice: report.advice,
    transcript,
    config: config && { id: config.id, isActive: config.isActive },
  }
}
