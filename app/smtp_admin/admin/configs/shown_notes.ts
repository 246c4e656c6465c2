import type { TextKey, Translate } from '../../i18n/types.js'
import type { ListQuery } from './list_query.js'
import { type Listing, MOST_ON_ONE_PAGE } from './listing.js'
import type { Ignored } from './read_list_query.js'
import { LONGEST_SEARCH, MOST_TERMS } from './search_terms.js'

const REASONS: Record<Ignored['reason'], TextKey> = {
  'unknown': 'list.ignoredUnknown',
  'not text': 'list.ignoredNotText',
  'value': 'list.ignoredValue',
  'column': 'list.ignoredColumn',
  'length': 'list.ignoredLength',
  'terms': 'list.ignoredTerms',
}

/** So many are told one by one, in so many characters each. */
const MOST_TOLD = 5
const LONGEST_TOLD = 40

/** What of an address was not followed, a sentence each. */
export function shownIgnored(ignored: Ignored[], translate: Translate): string[] {
  const told = ignored.slice(0, MOST_TOLD).map(({ parameter, reason, value = '' }) => {
    return translate(REASONS[reason], {
      parameter: shortened(parameter),
      value: shortened(value),
      max: reason === 'length' ? LONGEST_SEARCH : MOST_TERMS,
    })
  })
  const left = ignored.length - told.length
  return left > 0 ? [...told, translate('list.ignoredMore', { count: left })] : told
}

/** How the page differs from what was asked for, a sentence each. */
export function shownDeviations(query: ListQuery, listing: Listing, translate: Translate) {
  const { page, isAll, counts } = listing
  const isTooMuch = query.isAll && !isAll
  return [
    ...(isTooMuch ? [translate('list.tooManyForAll', { max: MOST_ON_ONE_PAGE })] : []),
    ...(query.page > page && counts.found > 0
      ? [translate('list.noSuchPage', { asked: query.page, page })]
      : []),
  ]
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > LONGEST_TOLD ? `${characters.slice(0, LONGEST_TOLD).join('')}…` : text
}
