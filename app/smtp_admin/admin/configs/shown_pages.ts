import type { Translate } from '../../i18n/types.js'
import { type Listing, MOST_ON_ONE_PAGE } from './listing.js'
import type { ListUrls } from './list_urls.js'

/** The way to the other pages of a list. */
export interface ShownPages {
  /** Page numbers; one without an address is the page itself, one without a number a gap. */
  links: { number: number | null; url: string | null; label: string }[]
  /** Everything on one page; null: it is too much, or there already. */
  allUrl: string | null
  allLabel: string
  /** Back to pages; null: it is shown in pages. */
  inPagesUrl: string | null
}

/** Null: there is one page only, whatever is asked. */
export function shownPages(
  { page, pages, counts, isAll }: Listing,
  urls: ListUrls,
  { perPage, translate }: { perPage: number; translate: Translate }
): ShownPages | null {
  if (counts.found <= perPage) {
    return null
  }
  return {
    links: isAll
      ? []
      : numbers(page, pages).map((number) => ({
          number,
          url: number === null || number === page ? null : urls.page(number),
          label: number === null ? '' : translate('list.page', { page: number, pages }),
        })),
    allUrl: !isAll && counts.found <= MOST_ON_ONE_PAGE ? urls.with({ isAll: true }) : null,
    allLabel: translate('list.showAll', { count: counts.found }),
    inPagesUrl: isAll ? urls.page(1) : null,
  }
}

/** The ends, the page and those next to it; null: two or more are left out. */
export function numbers(page: number, pages: number): (number | null)[] {
  const wanted = [1, 2, page - 1, page, page + 1, pages - 1, pages]
  const shown = [...new Set(wanted)].filter((number) => number >= 1 && number <= pages)
  return shown
    .sort((a, b) => a - b)
    .flatMap((number, i, all) => [...between(all[i - 1] ?? 0, number), number])
}

/** What stands between two numbers that are shown: nothing, the one that is missing, or a gap. */
function between(before: number, after: number): (number | null)[] {
  const missing = after - before - 1
  if (missing === 0) {
    return []
  }
  return missing === 1 ? [before + 1] : [null]
}
