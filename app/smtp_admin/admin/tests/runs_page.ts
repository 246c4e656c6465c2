import type { SmtpTestRun } from '../../models/smtp_test_run.js'
import type { Translate } from '../../texts/phrase.js'
import type { PageContent } from '../pages.js'
import { shownTime } from '../shown_time.js'
import type { PageUrl } from '../urls.js'
import type { LatestRuns } from './latest_runs.js'
import { shownMs, shownVerdict } from './words.js'

/** What the list of tests shows. */
export function runsPage(translate: Translate, latest: LatestRuns, urlTo: PageUrl): PageContent {
  const { runs, total, page, pages, of } = latest
  const urlOfPage = (number: number) => {
    return urlTo('tests.index', {}, { ...(of && { config: of.id }), page: number })
  }
  return {
    title: of ? `Tests of ${of.name}` : 'Tests',
    crumbs: [
      { text: 'SMTP configurations', url: urlTo('configs.index') },
      ...crumbsOf(of, urlTo),
      { text: 'Tests' },
    ],
    rows: runs.map((run) => rowOf(translate, run)),
    total,
    of,
    position: pages > 1 ? `Page ${page} of ${pages}` : '',
    newerUrl: page > 1 ? urlOfPage(page - 1) : null,
    olderUrl: page < pages ? urlOfPage(page + 1) : null,
  }
}

function crumbsOf(of: LatestRuns['of'], urlTo: PageUrl) {
  if (!of) {
    return []
  }
  return [{ text: of.name, url: of.isStored ? urlTo('configs.change', { id: of.id }) : undefined }]
}

function rowOf(translate: Translate, run: SmtpTestRun) {
  return {
    id: run.id,
    verdict: shownVerdict(translate, run.verdict, run.report.stages),
    name: run.configName,
    server: `${run.host}:${run.port}`,
    values: run.revision === null ? 'Not saved' : `Revision ${run.revision}`,
    at: shownTime(run.createdAt),
    by: run.actorLabel,
    time: shownMs(translate, run.ms),
  }
}
