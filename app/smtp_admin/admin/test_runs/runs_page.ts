import type { SmtpTestRun } from '../../models/smtp_test_run.js'
import type { Translator } from '../../i18n/types.js'
import { pageNumbers } from '../configs/list_presenter.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import type { LatestRuns } from './latest_runs.js'
import { shownMs, shownVerdict } from './words.js'

/** What the list of tests shows. */
export function runsPage(translate: Translator, latest: LatestRuns, urlTo: PageUrl): PageContent {
  const { runs, total, of } = latest
  const title = of ? translate('tests.titleOf', { name: of.name }) : translate('tests.title')
  return {
    title,
    crumbs: of
      ? [
          { text: translate('form.list'), url: urlTo('configs.index') },
          { text: of.name, url: of.isStored ? urlTo('configs.change', { id: of.id }) : undefined },
          { text: translate('tests.title') },
        ]
      : [{ text: title }],
    rows: runs.map((run) => rowOf(translate, run)),
    count: translate('tests.count', { count: total }),
    of,
    pages: pagesOf(translate, latest, urlTo),
  }
}

/** Null: there is one page only. */
function pagesOf(translate: Translator, { page, pages, of }: LatestRuns, urlTo: PageUrl) {
  if (pages === 1) {
    return null
  }
  const urlOf = (p: number) => urlTo('tests.index', {}, { ...(of && { config: of.id }), p })
  return {
    links: pageNumbers(page, pages).map((number) => ({
      number,
      url: number === null || number === page ? null : urlOf(number),
      label: number === null ? '' : translate('tests.page', { page: number, pages }),
    })),
  }
}

function rowOf(translate: Translator, run: SmtpTestRun) {
  const { id, verdict, report, revision, actorLabel: author } = run
  const time = shownMs(translate, run.ms)
  return {
    id,
    verdict: shownVerdict(translate, verdict, report.stages),
    name: run.configName,
    server: `${run.host}:${run.port}`,
    values:
      revision === null ? translate('tests.notSaved') : translate('tests.revision', { revision }),
    at: run.createdAt,
    took: translate('tests.tookTime', { time }),
    by: author && translate('tests.by', { author }),
  }
}
