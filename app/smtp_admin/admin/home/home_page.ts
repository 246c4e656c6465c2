import type { MessageKey, Translator } from '../../i18n/types.js'
import { format } from '../../i18n/format.js'
import { environmentPrefillUrl } from '../configs/prefill.js'
import { shownEntry } from '../history/shown_entry.js'
import { DEFAULT_LIST, type Filters, toListQuery } from '../configs/list_params.js'
import { presentRow } from '../configs/list_row.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import { type Concern, type Judged, type Remedy, concernsOf } from './attention.js'
import type { IdleTrouble, Overview } from './overview.js'

/** What the home page is made from. */
export interface HomeView extends Omit<Judged, 'rows'> {
  overview: Overview
}

const IDLE: Record<IdleTrouble, MessageKey> = {
  failing: 'home.idleFailing',
  unreadable: 'home.idleUnreadable',
}

const ICONS: Record<Concern['tone'], string> = { error: '✗', warning: '▲' }

const REMEDIES: Record<Remedy['what'], MessageKey> = {
  change: 'home.open',
  test: 'actions.test',
  look: 'home.seeTest',
  list: 'home.toList',
}

/** What the home page shows. */
export function homePage(view: HomeView, translate: Translator, urlTo: PageUrl): PageContent {
  const { overview, resolution, environment } = view
  const { rows, total, recent } = overview
  const context = { stored: recent.stored, of: null }
  const fields = new Intl.ListFormat(translate.locale, { type: 'unit', style: 'long' })
  return {
    title: translate('shell.home'),
    crumbs: [],
    total,
    concerns: concernsOf({ resolution, environment, rows }).map((concern) => {
      return shownConcern(concern, translate, urlTo)
    }),
    idle: shownIdle(overview, translate, urlTo),
    rows: rows.map((row) => presentRow(row, translate)),
    importUrl: environmentPrefillUrl(environment.candidate, urlTo),
    allLabel: translate('home.all', { count: total }),
    entries: recent.entries.map((recorded) => {
      const entry = shownEntry(recorded, context, { translate, urlTo })
      const changed = entry.isWhole ? [] : entry.changes.map(({ label }) => label)
      return { ...entry, fields: fields.format(changed) }
    }),
  }
}

/** What does not work and is in nobody's way: a sentence each, and the list of those meant. */
function shownIdle({ idle }: Overview, translate: Translator, urlTo: PageUrl) {
  const found = (['failing', 'unreadable'] as const).filter((status) => idle[status] > 0)
  return found.map((status) => {
    const filters: Filters = { active: '0', status }
    return {
      text: translate(IDLE[status], { count: idle[status] }),
      url: urlTo('configs.index', {}, toListQuery({ ...DEFAULT_LIST, filters })),
      label: translate('home.showIdle', { count: idle[status] }),
    }
  })
}

/** `test` is a form, for those who may test; anything else a link. */
function shownConcern({ tone, phrase, remedy }: Concern, translate: Translator, urlTo: PageUrl) {
  return {
    tone,
    icon: ICONS[tone],
    kind: translate(tone === 'error' ? 'home.error' : 'home.warning'),
    text: format(translate, phrase),
    test: remedy?.what === 'test' ? { id: remedy.id, name: remedy.name } : null,
    link: remedy && {
      url: urlOf(remedy, urlTo),
      label: translate(REMEDIES[remedy.what === 'test' ? 'change' : remedy.what]),
      name: 'name' in remedy ? remedy.name : '',
    },
  }
}

function urlOf(remedy: Remedy, urlTo: PageUrl): string {
  switch (remedy.what) {
    case 'look':
      return urlTo('tests.show', { id: remedy.runId })
    case 'list':
      return urlTo('configs.index')
    default:
      return urlTo('configs.change', { id: remedy.id })
  }
}
