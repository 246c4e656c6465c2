import type { SmtpTestRun } from '../../models/smtp_test_run.js'
import type { Translate } from '../../i18n/types.js'
import type { Ignored } from '../configs/read_list_query.js'
import { shownIgnored } from '../configs/shown_notes.js'
import { numbers } from '../configs/shown_pages.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import type { LatestRuns } from './latest_runs.js'
import type { RunsQuery } from './runs_query.js'
import { shownMs, shownVerdict } from './words.js'

/** What was asked of the list of tests, and what came of it. */
export interface RunsView {
  query: RunsQuery
  ignored: Ignored[]
  latest: LatestRuns
}

/** What the list of tests shows. */
export function runsPage(translate: Translate, view: RunsView, urlTo: PageUrl): PageContent {
  const { runs, total, of } = view.latest
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
    ignored: shownIgnored(allIgnored(view), translate),
    deviations: deviationsOf(translate, view),
    pages: pagesOf(translate, view.latest, urlTo),
  }
}

/** A configuration of which nothing is known is no more followed than one that cannot be. */
function allIgnored({ query: { config }, ignored, latest }: RunsView): Ignored[] {
  return config !== null && !latest.of
    ? [...ignored, { parameter: 'config', reason: 'value', value: config }]
    : ignored
}

function deviationsOf(translate: Translate, { query, latest: { page, total } }: RunsView) {
  const isFurther = query.page > page && total > 0
  return isFurther ? [translate('list.noSuchPage', { asked: query.page, page })] : []
}

/** Null: there is one page only. */
function pagesOf(translate: Translate, { page, pages, of }: LatestRuns, urlTo: PageUrl) {
  if (pages === 1) {
    return null
  }
  const urlOf = (p: number) => urlTo('tests.index', {}, { ...(of && { config: of.id }), p })
  return {
    links: numbers(page, pages).map((number) => ({
      number,
      url: number === null || number === page ? null : urlOf(number),
      label: number === null ? '' : translate('tests.page', { page: number, pages }),
    })),
  }
}

function rowOf(translate: Translate, run: SmtpTestRun) {
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
