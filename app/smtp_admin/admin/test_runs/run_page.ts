import type { SmtpConfig } from '../../models/smtp_config.js'
import type { SmtpTestRun } from '../../models/smtp_test_run.js'
import type { Translator } from '../../i18n/types.js'
import type { PageContent } from '../http/page_renderer.js'
import { shownEncryption } from '../presenters/encryption.js'
import type { PageUrl } from '../http/urls.js'
import { formOfRun } from './form_urls.js'
import { shownTls } from './shown_tls.js'
import { testView } from './test_view.js'
import { describeTested } from './tested_values.js'
import { shownFinding, shownMs } from './words.js'

/** What the page of a test shows. `config` is the configuration as it is now, if there is one. */
export function runPage(
  translate: Translator,
  run: SmtpTestRun,
  config: SmtpConfig | null,
  urlTo: PageUrl
): PageContent {
  const { report, transcript, verdict } = run
  const formUrl = formOfRun(run, config, urlTo)
  const view = testView(translate, { verdict, report }, formUrl)
  return {
    title: translate('tests.titleOfRun', { verdict: view.verdict.words, name: run.configName }),
    crumbs: [
      { text: translate('form.list'), url: urlTo('configs.index') },
      config
        ? { text: config.name, url: urlTo('configs.change', { id: config.id }) }
        : { text: run.configName },
      { text: translate('tests.number', { id: run.id }) },
    ],
    ...view,
    run: {
      id: run.id,
      name: run.configName,
      at: run.createdAt,
      by: run.actorLabel,
      time: shownMs(translate, run.ms),
      values: describeTested(translate, run, config),
      isSaved: run.revision !== null,
      server: `${run.host}:${run.port}`,
      encryption: shownEncryption(translate, run.encryption),
      username: run.username,
    },
    tls: report.tls && shownTls(translate, report.tls, run.createdAt),
    sender: report.emailAuth.map((finding) => shownFinding(translate, finding)),
    transcript,
    config: config && { id: config.id, name: config.name, isActive: config.isActive },
    formUrl: formUrl({}),
  }
}
