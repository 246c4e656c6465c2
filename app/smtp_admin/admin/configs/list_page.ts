import type { Candidate } from '../../resolution/candidate.js'
import type { Translate } from '../../i18n/types.js'
import { OFFERED_ACTIONS } from '../bulk_actions/list_action.js'
import { environmentPrefillUrl } from './environment_prefill.js'
import type { PageContent } from '../http/page_renderer.js'
import type { ListColumn } from '../../types/main.js'
import type { PageUrl } from '../http/urls.js'
import type { Counts } from './counts.js'
import type { ListQuery } from './list_query.js'
import { ListUrls, listParameters } from './list_urls.js'
import type { Listing } from './listing.js'
import { listRow } from './list_row.js'
import { wayBack } from '../http/back_to_list.js'
import type { ReadQuery } from './read_list_query.js'
import { shownColumns } from './shown_columns.js'
import { chips, shownFilters } from './shown_filters.js'
import { shownDeviations, shownIgnored } from './shown_notes.js'
import { shownPages } from './shown_pages.js'

/** What the page of the list is made from. */
export interface ListView extends ReadQuery {
  listing: Listing
  perPage: number
  /** What is shown besides status and name. */
  columns: ListColumn[]
  /** The environment's server, to begin with; null: there is none. */
  environment: Candidate | null
}

/** What the list's page shows. */
export function listPage(view: ListView, translate: Translate, urlTo: PageUrl): PageContent {
  const { listing, ignored, perPage } = view
  // Links lead on from what is shown, not from what was asked for and is not there.
  const query = { ...view.query, page: listing.page, isAll: listing.isAll }
  const { counts, rows } = listing
  const urls = new ListUrls(query, urlTo)
  const title = translate('list.title')
  return {
    ...{ title, counts },
    crumbs: [{ text: title }],
    back: wayBack(query, urlTo),
    rows: rows.map((row) => listRow(row, translate)),
    actions: OFFERED_ACTIONS,
    columns: shownColumns(view.columns, query, urls, translate),
    search: query.search,
    searchAction: urlTo('configs.index'),
    kept: keptBySearch(query),
    filters: shownFilters(query, counts, urls, translate),
    chips: chips(query, urls, translate),
    clearFiltersUrl: urls.with({ filters: {} }),
    clearSearchUrl: query.search ? urls.with({ search: '' }) : null,
    nothing: nothingText(query, translate),
    clearUrl: urls.with({ search: '', filters: {} }),
    clearLabel: translate('list.nothingClear', { count: counts.total }),
    count: countText(query, counts, translate),
    ignored: shownIgnored(ignored, translate),
    deviations: shownDeviations(view.query, listing, translate),
    pages: shownPages(listing, urls, { perPage, translate }),
    importUrl: environmentPrefillUrl(view.environment, urlTo),
  }
}

/** What a search does not change, as the hidden fields of its form. */
function keptBySearch(query: ListQuery): { name: string; value: string | number }[] {
  const kept = listParameters({ ...query, search: '', page: 1, isAll: false })
  return Object.entries(kept).map(([name, value]) => ({ name, value }))
}

function isFiltered({ filters }: ListQuery): boolean {
  return Object.values(filters).some((value) => value !== undefined)
}

function countText(query: ListQuery, { found, total }: Counts, translate: Translate): string {
  return query.search !== '' || isFiltered(query)
    ? translate('list.found', { count: found, total })
    : translate('list.count', { count: total })
}

function nothingText(query: ListQuery, translate: Translate): string {
  if (query.search === '') {
    return translate('list.nothingFiltered')
  }
  const key = isFiltered(query) ? 'list.nothingFoundFiltered' : 'list.nothingFound'
  return translate(key, { search: query.search })
}
