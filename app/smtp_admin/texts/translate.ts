import de from './de/index.js'
import en from './en/index.js'
import type { Phrase, Plural, TextKey, Texts, Translate, Values } from './phrase.js'

/** The languages that the package has, complete. */
export const LANGUAGES: Record<string, Record<string, Texts>> = { en, de }

/** The texts that somebody else has for a key; undefined: none. */
export type OwnTexts = (key: string, values: Values) => string | undefined

/**
 * Says texts in a language: as `own` has them, else as the package has them in this language or the
 * one that it is a variant of (`de` for `de-AT`), else in English.
 *
 * @param own is asked first, with the keys of a plural as `area.name.one`
 */
export function translator(language: string, own: OwnTexts = () => undefined): Translate {
  const known = LANGUAGES[language] ?? LANGUAGES[language.split('-')[0]]
  const isSpoken = known !== undefined || own('shell.section', {}) !== undefined
  const spoken = isSpoken ? language : 'en'
  const texts = known ?? en
  const plurals = new Intl.PluralRules(spoken)

  const translate = (key: TextKey, values: Values = {}) => {
    const found = find(texts, key) ?? find(en, key) ?? key
    if (typeof found === 'string') {
      return own(key, values) ?? fill(found, values)
    }
    const form = plurals.select(Number(values.count))
    return own(`${key}.${form}`, values) ?? fill(formOf(found, form), values)
  }
  return Object.assign(translate, { language: spoken })
}

/** English, for logs, commands and JSON. */
export const english: Translate = translator('en')

/** Says a phrase. */
export function say(translate: Translate, { key, values }: Phrase): string {
  return translate(key, values)
}

function find(texts: Record<string, Texts>, key: TextKey) {
  const dot = key.indexOf('.')
  return texts[key.slice(0, dot)]?.[key.slice(dot + 1)]
}

function formOf(plural: Plural, form: Intl.LDMLPluralRule): string {
  return plural[form] ?? plural.other
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place))
}
