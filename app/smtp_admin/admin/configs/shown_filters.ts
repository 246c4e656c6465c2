import type { TextKey, Translate } from '../../i18n/types.js'
import type { Counts } from './counts.js'
import { FILTERS, FILTER_NAMES, type FilterName, type ListQuery } from './list_query.js'
import type { ListUrls } from './list_urls.js'

/** A filter as the list shows it: what can be chosen, each with the rows that it would leave. */
export interface ShownFilter {
  name: FilterName
  label: string
  choices: { label: string; count: number; url: string; isChosen: boolean }[]
}

/** Something that is on, and the address of the list without it. */
export interface Chip {
  label: string
  removal: string
  url: string
}

const LABELS: Record<FilterName, TextKey> = {
  status: 'list.columnStatus',
  active: 'list.columnActive',
  encryption: 'list.filterEncryption',
  scope: 'list.filterScope',
}

const VALUES: { [Name in FilterName]: Record<string, TextKey> } = {
  status: {
    working: 'health.working',
    failing: 'health.failing',
    untested: 'health.untested',
    stale: 'health.stale',
    unreadable: 'health.unreadable',
  },
  active: { 1: 'list.yes', 0: 'list.no' },
  encryption: { starttls: 'list.starttls', tls: 'list.tls', none: 'list.noEncryption' },
  scope: { site: 'list.scopeSite', account: 'list.scopeAccounts' },
}

/** The filters that there is a use for. Where no account has a server of its own, scopes are none. */
export function shownFilters(
  { filters }: ListQuery,
  { facets, hasAccounts }: Counts,
  urls: ListUrls,
  translate: Translate
): ShownFilter[] {
  const useful = FILTER_NAMES.filter((name) => name !== 'scope' || hasAccounts || filters.scope)
  return useful.map((name) => {
    const all = {
      label: translate('list.all'),
      count: facets[name].all,
      url: urls.filteredBy(name, undefined),
      isChosen: filters[name] === undefined,
    }
    const values = FILTERS[name].values.map((value) => ({
      label: translate(VALUES[name][value]),
      count: facets[name].by[value] ?? 0,
      url: urls.filteredBy(name, value),
      isChosen: filters[name] === value,
    }))
    return { name, label: translate(LABELS[name]), choices: [all, ...values] }
  })
}

/** What the list is narrowed down by: each can be taken off. */
export function chips({ filters }: ListQuery, urls: ListUrls, translate: Translate): Chip[] {
  return FILTER_NAMES.flatMap((name) => {
    const value = filters[name]
    if (value === undefined) {
      return []
    }
    const chosen = { filter: translate(LABELS[name]), value: translate(VALUES[name][value]) }
    return [
      {
        label: translate('list.chip', chosen),
        removal: translate('list.removeChip', chosen),
        url: urls.filteredBy(name, undefined),
      },
    ]
  })
}
