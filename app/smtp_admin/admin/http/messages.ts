import type { HttpContext } from '@adonisjs/core/http'
import type { Message, Translator } from '../../i18n/types.js'
import { format } from '../../i18n/format.js'
import { type Offer, type ShownOffer, shownOffer } from './offers.js'
import type { Permissions } from '../../types/common.js'
import type { PageUrl } from './urls.js'

/** What is said on the next page about what was just done, and what could be done next. */
export interface FlashMessage {
  kind: 'success' | 'warning' | 'error'
  /** Whole sentences, one after the other, in the language of whoever sees that page. */
  phrases: Message[]
  offers?: Offer[]
  /** The configuration that it is about, if that is still there. */
  about?: { id: string; name: string }
}

/** A message as a page shows it. */
export interface ShownMessage {
  kind: FlashMessage['kind']
  heading: string
  text: string
  offers: ShownOffer[]
  /** What it is about, where that is another page that may be looked at. */
  about: { id: string; label: string } | null
}

const FLASH_KEY = 'smtp_admin_message'

/** Shield's error for a missing or expired token. */
const EXPIRED_TOKEN = 'errorsBag.E_BAD_CSRF_TOKEN'

const EXPIRED: FlashMessage = { kind: 'error', phrases: [{ key: 'messages.expired' }] }

/** Keeps a message for the next page. Only keys, short names and ids: the session may be a cookie. */
export function flashMessage({ session }: HttpContext, message: FlashMessage) {
  session.flash(FLASH_KEY, message)
}

/**
 * The input of a form that Shield refused because its token had expired, which it flashes without the
 * password; null: there is none.
 */
export function expiredInput({ session }: HttpContext): Record<string, unknown> | null {
  const { flashMessages } = session
  const isForm = flashMessages.has(EXPIRED_TOKEN) && flashMessages.has('host')
  return isForm ? flashMessages.all() : null
}

/**
 * Our message, and what the host's CSRF guard says of a form of the host, such as “Sign out”, which it
 * answers by leading back here. Only what may be done is offered.
 */
export function messagesOf(
  { session, request }: HttpContext,
  can: Permissions,
  urlTo: PageUrl,
  translate: Translator
): ShownMessage[] {
  const ours: FlashMessage | undefined = session.flashMessages.get(FLASH_KEY)
  const isExpired = session.flashMessages.has(EXPIRED_TOKEN)
  const messages: FlashMessage[] = ours ? [ours] : []
  if (isExpired) {
    messages.push(EXPIRED)
  }
  return messages.map(({ kind, phrases, offers = [], about }) => {
    const isElsewhere = about && request.url() !== urlTo('configs.change', { id: about.id })
    const shown = offers.map((offer) => shownOffer(offer, urlTo, translate))
    return {
      kind,
      heading: translate(`messages.${kind}`),
      text: phrases.map((phrase) => format(translate, phrase)).join(' '),
      offers: shown.filter(({ ability }) => can[ability]),
      about:
        about && isElsewhere && can.view
          ? { id: about.id, label: translate('messages.open', { name: about.name }) }
          : null,
    }
  })
}
