import type { MessageKey, Translator } from '../../i18n/types.js'
import type { Ability } from '../../types/main.js'
import type { PageUrl } from './urls.js'

/** What mail falls back to where no configuration of a scope is active. */
export type Fallback = 'environment' | 'site' | 'none'

/**
 * Something to do next, as a button in a message. It is kept in the session, which may be a cookie:
 * ids and a short name, nothing else. `from` is what has to be active still; null: none.
 */
export type Offer =
  | { what: 'test'; id: string }
  | { what: 'go back'; id: string; name: string; from: string | null }
  | { what: 'go back to none'; id: string; fallback: Fallback }

/** An offer as a form with one button. */
export interface ShownOffer {
  ability: Ability
  action: string
  label: string
  fields: { name: string; value: string }[]
}

/** The field that says what has to be active still, and how it says that there is none. */
export const BACK_FROM = 'back_from'
export const NONE = 'none'

const BACK_TO: Record<Fallback, MessageKey> = {
  environment: 'messages.goBackToEnvironment',
  site: 'messages.goBackToSite',
  none: 'messages.goBackToNone',
}

const LONGEST_NAME = 40

/** An offer in the words of the pages. */
export function shownOffer(offer: Offer, urlTo: PageUrl, translate: Translator): ShownOffer {
  const { id } = offer
  switch (offer.what) {
    case 'test':
      return {
        ability: 'test',
        action: urlTo('configs.test', { id }),
        label: translate('messages.test'),
        fields: [],
      }
    case 'go back':
      return {
        ability: 'activate',
        action: urlTo('configs.activate', { id }),
        label: translate('messages.goBack', { name: offer.name }),
        fields: [{ name: BACK_FROM, value: offer.from ?? NONE }],
      }
    case 'go back to none':
      return {
        ability: 'activate',
        action: urlTo('configs.deactivate', { id }),
        label: translate(BACK_TO[offer.fallback]),
        fields: [{ name: BACK_FROM, value: id }],
      }
  }
}

/** A name that fits on a button and into a cookie. */
export function shortName(name: string): string {
  const characters = [...name]
  return characters.length > LONGEST_NAME
    ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…`
    : name
}
