import type { MessageKey, Translator } from '../../i18n/types.js'
import type { Candidate } from '../../resolution/candidate.js'
import type { ListColumn } from '../../types/main.js'
import { BULK_ACTIONS } from '../bulk_actions/actions.js'
import { wayBack } from '../http/back_to_list.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import { pageNumbers } from '../presenters/page_numbers.js'
import type { Facets } from './facets.js'
import {
  FILTERS,
  FILTER_NAMES,
  type FilterName,
  type ListParams,
  ListUrls,
  SORT_COLUMNS,
  type SortColumn,
  type SortKey,
  toListQuery,
} from './list_params.js'
import { ENCRYPTION_LABELS, type ListedConfig, presentRow } from './list_row.js'
import { environmentPrefillUrl } from './prefill.js'

/** The most rows that are shown on one page. */
export const MAX_ROWS_ON_ONE_PAGE = 200

/** One page of the list. */
export interface ListPage {
  /** The list that is shown: the page exists, and all rows are on it only if they are few enough. */
  params: ListParams
  rows: ListedConfig[]
  facets: Facets
  lastPage: number
}

export interface ListOptions {
  perPage: number
  /** The columns that are shown besides status and name. */
  columns: ListColumn[]
  /** The default server; null: there is none. */
  environment: Candidate | null
}

const ALWAYS_SHOWN: SortColumn[] = ['status', 'name']

const COLUMN_LABELS: Record<SortColumn, MessageKey> = {
  status: 'list.columnStatus',
  name: 'form.name',
  server: 'form.server',
  active: 'form.active',
  updated: 'form.changed',
}

const FILTER_LABELS: Record<FilterName, MessageKey> = {
  status: 'list.columnStatus',
  active: 'form.active',
  encryption: 'form.encryption',
  scope: 'list.filterScope',
}

const FILTER_VALUES: { [Name in FilterName]: Record<string, MessageKey> } = {
  status: {
    working: 'health.working',
    failing: 'health.failing',
    untested: 'health.untested',
    stale: 'health.stale',
    unreadable: 'health.unreadable',
  },
  active: { 1: 'form.yes', 0: 'form.no' },
  encryption: ENCRYPTION_LABELS,
  scope: { site: 'list.scopeSite', account: 'list.scopeAccounts' },
}

export function presentList(
  { params, rows, facets, lastPage }: ListPage,
  { perPage, columns, environment }: ListOptions,
  translate: Translator,
  urlTo: PageUrl
): PageContent {
  const urls = new ListUrls(params, urlTo)
  const title = translate('list.title')
  const isFiltered = Object.keys(params.filters).length > 0
  const counts = { count: facets.found, total: facets.total }
  return {
    title,
    crumbs: [{ text: title }],
    back: wayBack(params, urlTo),
    rows: rows.map((row) => presentRow(row, translate)),
    actions: Object.entries(BULK_ACTIONS).map(([name, ability]) => ({ name, ability })),
    columns: presentColumns(columns, params, urls, translate),
    search: params.search,
    searchAction: urlTo('configs.index'),
    hiddenFields: Object.entries(toListQuery({ ...params, search: '', page: 1, isAll: false })).map(
      ([name, value]) => ({ name, value })
    ),
    filters: presentFilters(params, facets, urls, translate),
    chips: presentChips(params, urls, translate),
    clearFiltersUrl: urls.with({ filters: {} }),
    clearSearchUrl: params.search ? urls.with({ search: '' }) : null,
    clearUrl: urls.with({ search: '', filters: {} }),
    clearLabel: translate('list.nothingClear', { count: facets.total }),
    nothing: translate(nothingFoundKey(params, isFiltered), { search: params.search }),
    counts: facets,
    count:
      params.search !== '' || isFiltered
        ? translate('list.found', counts)
        : translate('list.count', { count: facets.total }),
    pages: presentPages({ params, facets, lastPage, perPage }, urls, translate),
    importUrl: environmentPrefillUrl(environment, urlTo),
  }
}

/** The headers of the columns. Their links sort by the column first, or reverse its order. */
function presentColumns(
  optional: readonly string[],
  { order }: ListParams,
  urls: ListUrls,
  translate: Translator
) {
  const columns = SORT_COLUMNS.filter((name) => {
    return ALWAYS_SHOWN.includes(name) || optional.includes(name)
  })
  return columns.map((name) => {
    const position = order.findIndex(({ column }) => column === name)
    const sorted = order[position] ?? null
    const others = order.filter(({ column }) => column !== name)
    const label = translate(COLUMN_LABELS[name])
    const next: SortKey = { column: name, isDescending: sorted ? !sorted.isDescending : false }
    const direction = sorted?.isDescending ? 'descending' : 'ascending'
    return {
      name,
      label,
      url: urls.sortedBy([next, ...others]),
      // One header at most may have `aria-sort`.
      ariaSort: position === 0 ? direction : null,
      sorted: sorted && {
        icon: sorted.isDescending ? '▼' : '▲',
        description: translate(`list.${direction}`, { place: position + 1, count: order.length }),
        position: order.length > 1 ? String(position + 1) : '',
        removeUrl: urls.sortedBy(others),
        removeLabel: translate('list.removeSort', { column: label }),
      },
    }
  })
}

/** The filters with the number of rows for each value. The scope needs accounts to filter by. */
function presentFilters(
  { filters }: ListParams,
  facets: Facets,
  urls: ListUrls,
  translate: Translator
) {
  const names = FILTER_NAMES.filter((name) => {
    return name !== 'scope' || facets.hasAccounts || filters.scope
  })
  return names.map((name) => {
    const { all, counts } = facets.filters[name]
    const choices = FILTERS[name].values.map((value) => ({
      label: translate(FILTER_VALUES[name][value]),
      count: counts[value] ?? 0,
      url: urls.filteredBy(name, value),
      isChosen: filters[name] === value,
    }))
    const unfiltered = {
      label: translate('list.all'),
      count: all,
      url: urls.filteredBy(name, undefined),
      isChosen: filters[name] === undefined,
    }
    return { name, label: translate(FILTER_LABELS[name]), choices: [unfiltered, ...choices] }
  })
}

/** The filters that are set, each with a link that removes it. */
function presentChips({ filters }: ListParams, urls: ListUrls, translate: Translator) {
  return FILTER_NAMES.filter((name) => filters[name] !== undefined).map((name) => {
    const filter = {
      filter: translate(FILTER_LABELS[name]),
      value: translate(FILTER_VALUES[name][filters[name]!]),
    }
    return {
      label: translate('list.chip', filter),
      removeLabel: translate('list.removeChip', filter),
      url: urls.filteredBy(name, undefined),
    }
  })
}

/** Links to the other pages; null: all rows fit on one page. */
function presentPages(
  { params, facets, lastPage, perPage }: Omit<ListPage, 'rows'> & { perPage: number },
  urls: ListUrls,
  translate: Translator
) {
  const { page, isAll } = params
  if (facets.found <= perPage) {
    return null
  }
  return {
    links: isAll
      ? []
      : pageNumbers(page, lastPage).map((number) => ({
          number,
          url: number === null || number === page ? null : urls.page(number),
          label: number === null ? '' : translate('list.page', { page: number, pages: lastPage }),
        })),
    allUrl: !isAll && facets.found <= MAX_ROWS_ON_ONE_PAGE ? urls.with({ isAll: true }) : null,
    allLabel: translate('list.showAll', { count: facets.found }),
    inPagesUrl: isAll ? urls.page(1) : null,
  }
}

function nothingFoundKey({ search }: ListParams, isFiltered: boolean): MessageKey {
  if (search === '') {
    return 'list.nothingFiltered'
  }
  return isFiltered ? 'list.nothingFoundFiltered' : 'list.nothingFound'
}
