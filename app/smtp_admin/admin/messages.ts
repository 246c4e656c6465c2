import type { HttpContext } from '@adonisjs/core/http'

/** What is said on the next page about what was just done. */
export interface Message {
  kind: 'success' | 'warning' | 'error'
  text: string
}

const FLASH_KEY = 'smtp_admin_message'

const HEADINGS = { success: 'Done', warning: 'Warning', error: 'Error' }

/** Keeps a message for the next page. Only words: the session may be a cookie. */
export function flashMessage({ session }: HttpContext, message: Message) {
  session.flash(FLASH_KEY, message)
}

/** Our message, and what the host's CSRF guard has to say. */
export function messagesOf({ session }: HttpContext) {
  const ours: Message | undefined = session.flashMessages.get(FLASH_KEY)
  const expired: string | undefined = session.flashMessages.get('errorsBag.E_BAD_CSRF_TOKEN')
  const messages: Message[] = ours ? [ours] : []
  if (expired) {
    const text = 'The page had been open for too long, so nothing was changed. Please try again.'
    messages.push({ kind: 'error', text })
  }
  return messages.map((message) => ({ ...message, heading: HEADINGS[message.kind] }))
}
