import type { HttpContext } from '@adonisjs/core/http'
import type { Translator } from '../../i18n/types.js'
import {
  type FormattedParams,
  completeParams,
  en,
  isSupportedLocale,
  translator,
} from '../../i18n/format.js'

/** What is used of `@adonisjs/i18n`, where the app has it. */
interface I18n {
  locale: string
  localeTranslations: Record<string, string>
  fallbackLocale: string
  fallbackTranslations: Record<string, string>
  formatRawMessage(message: string, data?: Record<string, unknown>): string
}

/** The app's own texts for these pages are in `smtp_admin.json`, by language. */
const OWN = 'smtp_admin.'

/** An app that has this text in a language speaks that language here. */
const TITLE = `${OWN}shell.section`

/**
 * Says texts in the language of a request: that of `ctx.i18n`, as a middleware of the app has chosen
 * it, if the package or the app has texts in it; else, and without `@adonisjs/i18n`, in English. What
 * the app has itself, under `smtp_admin.` in its resources/lang, wins.
 */
export function translateFor(ctx: HttpContext): Translator {
  const { i18n } = ctx as HttpContext & { i18n?: I18n }
  if (!i18n) {
    return en
  }
  const locale = languageTag(i18n.locale)
  const isHeard = isSupportedLocale(locale) || TITLE in i18n.localeTranslations
  const language = isHeard ? locale : 'en'
  return translator(language, (key, values) => ownText(i18n, language, key, values))
}

/** Of the locale or what the app falls back to, whichever is in the language of the page. */
function ownText(
  i18n: I18n,
  language: string,
  key: string,
  values: FormattedParams
): string | undefined {
  const places = [
    { locale: i18n.locale, texts: i18n.localeTranslations },
    { locale: i18n.fallbackLocale, texts: i18n.fallbackTranslations },
  ]
  const identifier = `${OWN}${key}`
  const place = places.find(({ locale, texts }) => {
    return identifier in texts && baseOf(locale) === baseOf(language)
  })
  if (place) {
    const message = place.texts[identifier]
    return i18n.formatRawMessage(message, completeParams(message, values))
  }
}

/** A locale as `lang` of HTML and Intl know it; English for what neither would understand. */
function languageTag(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}

function baseOf(locale: string): string {
  return languageTag(locale).split('-')[0]
}
