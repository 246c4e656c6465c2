import type { HttpContext } from '@adonisjs/core/http'
import type { Translate } from '../texts/phrase.js'
import { english, translator } from '../texts/translate.js'

/** What is used of `@adonisjs/i18n`, where the app has it. */
interface I18n {
  locale: string
  hasMessage(identifier: string): boolean
  formatMessage(identifier: string, data?: Record<string, unknown>): string
}

/**
 * Says texts in the language of a request: that of `ctx.i18n`, as a middleware of the app has chosen
 * it. A text that the app has itself, under `smtp_admin.` in its resources/lang, wins. Without
 * `@adonisjs/i18n` it is English.
 */
export function translateFor(ctx: HttpContext): Translate {
  const { i18n } = ctx as HttpContext & { i18n?: I18n }
  if (!i18n) {
    return english
  }
  return translator(i18n.locale, (key, values) => {
    const identifier = `smtp_admin.${key}`
    return i18n.hasMessage(identifier) ? i18n.formatMessage(identifier, values) : undefined
  })
}
