import type { HttpContext } from '@adonisjs/core/http'
import { type Offer, type ShownOffer, shownOffer } from './offers.js'
import type { Permissions } from './permissions.js'
import type { PageUrl } from './urls.js'

/** What is said on the next page about what was just done, and what could be done next. */
export interface Message {
  kind: 'success' | 'warning' | 'error'
  text: string
  offers?: Offer[]
}

/** A message as a page shows it. */
export interface ShownMessage {
  kind: Message['kind']
  heading: string
  text: string
  offers: ShownOffer[]
}

const FLASH_KEY = 'smtp_admin_message'

const HEADINGS = { success: 'Done', warning: 'Warning', error: 'Error' }

/** Keeps a message for the next page. Only words and ids: the session may be a cookie. */
export function flashMessage({ session }: HttpContext, message: Message) {
  session.flash(FLASH_KEY, message)
}

/** Our message, and what the host's CSRF guard has to say. Only what may be done is offered. */
export function messagesOf(
  { session }: HttpContext,
  can: Permissions,
  urlTo: PageUrl
): ShownMessage[] {
  const ours: Message | undefined = session.flashMessages.get(FLASH_KEY)
  const expired: string | undefined = session.flashMessages.get('errorsBag.E_BAD_CSRF_TOKEN')
  const messages: Message[] = ours ? [ours] : []
  if (expired) {
    const text = 'The page had been open for too long, so nothing was changed. Please try again.'
    messages.push({ kind: 'error', text })
  }
  return messages.map(({ kind, text, offers = [] }) => {
    const shown = offers.map((offer) => shownOffer(offer, urlTo))
    return {
      ...{ kind, text, heading: HEADINGS[kind] },
      offers: shown.filter(({ ability }) => can[ability]),
    }
  })
}
