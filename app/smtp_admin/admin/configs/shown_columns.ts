import type { TextKey, Translate } from '../../i18n/types.js'
import { COLUMNS, type Column, type ListQuery, type SortKey } from './list_query.js'
import type { ListUrls } from './list_urls.js'

/** A column's header, whose link sorts by it. */
export interface ShownColumn {
  name: Column
  label: string
  /** The list sorted by this column first, the other way round if it is already. */
  url: string
  /** For `aria-sort`, which one header may have; null: others decide before it. */
  ariaSort: 'ascending' | 'descending' | null
  /** How the list is sorted by it; null: it is not. */
  sorted: { icon: string; words: string; place: string; removeUrl: string; removal: string } | null
}

const ALWAYS: Column[] = ['status', 'name']

const LABELS: Record<Column, TextKey> = {
  status: 'list.columnStatus',
  name: 'list.columnName',
  server: 'list.columnServer',
  active: 'list.columnActive',
  updated: 'list.columnUpdated',
}

/**
 * The headers of the columns, which sort the list.
 *
 * @param wanted what is shown besides status and name
 */
export function shownColumns(
  wanted: readonly string[],
  { order }: ListQuery,
  urls: ListUrls,
  translate: Translate
): ShownColumn[] {
  const shown = COLUMNS.filter((name) => ALWAYS.includes(name) || wanted.includes(name))
  return shown.map((name) => {
    const place = order.findIndex(({ column }) => column === name)
    const others = order.filter(({ column }) => column !== name)
    const label = translate(LABELS[name])
    const sorted = order[place] ?? null
    const next: SortKey = { column: name, isDescending: sorted ? !sorted.isDescending : false }
    return {
      ...{ name, label },
      url: urls.sortedBy([next, ...others]),
      ariaSort: sorted && place === 0 ? directionOf(sorted) : null,
      sorted: sorted && {
        icon: sorted.isDescending ? '▼' : '▲',
        words: translate(`list.${directionOf(sorted)}`, { place: place + 1, count: order.length }),
        place: order.length > 1 ? String(place + 1) : '',
        removeUrl: urls.sortedBy(others),
        removal: translate('list.removeSort', { column: label }),
      },
    }
  })
}

function directionOf({ isDescending }: SortKey): 'ascending' | 'descending' {
  return isDescending ? 'descending' : 'ascending'
}
