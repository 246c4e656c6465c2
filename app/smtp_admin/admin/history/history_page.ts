import type { Translator } from '../../i18n/types.js'
import { pageNumbers } from '../presenters/page_numbers.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import type { Entries } from './entries.js'
import {
  HISTORY_FILTERS,
  HISTORY_FILTER_NAMES,
  type HistoryFilter,
  type HistoryQuery,
  historyParameters,
} from './history_query.js'
import { shownAction, shownEntry, shownSource } from './shown_entry.js'

/** The configuration that a history is of. */
export interface HistorySubject {
  id: string
  name: string
  isStored: boolean
}

/** What the page of a history is made from. */
export interface HistoryView {
  found: Entries
  query: HistoryQuery
  /** Null: the history of all. */
  of: HistorySubject | null
}

type UrlOf = (query: HistoryQuery) => string

/** What the page of a history shows. */
export function historyPage(view: HistoryView, translate: Translator, urlTo: PageUrl): PageContent {
  const { found, query, of } = view
  const urlOf: UrlOf = (asked) => {
    const parameters = historyParameters(asked)
    return of
      ? urlTo('configs.history', { id: of.id }, parameters)
      : urlTo('history', {}, parameters)
  }
  const context = { stored: found.stored, of }
  return {
    title: of ? translate('history.titleOf', { name: of.name }) : translate('shell.history'),
    crumbs: crumbsOf(of, translate, urlTo),
    of,
    rows: found.entries.map((entry) => shownEntry(entry, context, { translate, urlTo })),
    count: translate('history.count', { count: found.total }),
    isFiltered: Object.keys(query.filters).length > 0,
    filters: HISTORY_FILTER_NAMES.map((name) => shownFilter(name, query, urlOf, translate)),
    allUrl: urlOf({ filters: {}, page: 1 }),
    pages: shownPages(view, urlOf, translate),
  }
}

function crumbsOf(of: HistorySubject | null, translate: Translator, urlTo: PageUrl) {
  const last = { text: translate('shell.history') }
  if (!of) {
    return [last]
  }
  const url = of.isStored ? urlTo('configs.change', { id: of.id }) : undefined
  const list = { text: translate('list.title'), url: urlTo('configs.index') }
  return [list, { text: of.name, url }, last]
}

function shownFilter(
  name: HistoryFilter,
  query: HistoryQuery,
  urlOf: UrlOf,
  translate: Translator
) {
  const chosen = query.filters[name]
  const labelOf = (value: string) => {
    return name === 'action__exact'
      ? shownAction(value, translate).word
      : shownSource(value, translate)
  }
  const choice = (value: string | undefined, label: string) => ({
    label,
    url: urlOf({ filters: { ...query.filters, [name]: value }, page: 1 }),
    isChosen: value === chosen,
  })
  return {
    name,
    label: translate(name === 'action__exact' ? 'history.columnAction' : 'history.filterSource'),
    choices: [
      choice(undefined, translate('list.all')),
      ...HISTORY_FILTERS[name].map((value) => choice(value, labelOf(value))),
    ],
  }
}

/** Null: there is one page only. */
function shownPages({ found, query }: HistoryView, urlOf: UrlOf, translate: Translator) {
  const { page, pages } = found
  const links = pageNumbers(page, pages).map((number) => ({
    number,
    url: number === null || number === page ? null : urlOf({ ...query, page: number }),
    label: number === null ? '' : translate('list.page', { page: number, pages }),
  }))
  return pages > 1 ? { links, allUrl: null, inPagesUrl: null } : null
}
