import de from './de/index.js'
import en from './en/index.js'
import type { Phrase, Plural, TextKey, Texts, Translate, Values } from './types.js'

/** The languages that the package has, complete. */
export const LANGUAGES: Record<string, Record<string, Texts>> = { en, de }

/** What stands at the places of a text, said. */
export type SaidValues = Record<string, string | number | null | undefined>

/** The texts that somebody else has for a key; undefined: none. */
export type OwnTexts = (key: string, values: SaidValues) => string | undefined

/** Whether the package has a language, or the one that it is a variant of. */
export function isSpoken(language: string): boolean {
  return textsOf(language) !== undefined
}

/**
 * Says texts in a language: as `own` has them, else as the package has them in this language or the
 * one that it is a variant of (`de` for `de-AT`), else in English.
 *
 * @param language a language tag (BCP 47)
 * @param own is asked first; for a plural with the key of the form, as in `area.name.one`, and then
 * with that of the text
 */
export function translator(language: string, own: OwnTexts = () => undefined): Translate {
  const texts = textsOf(language) ?? en
  const plurals = new Intl.PluralRules(language)
  const choices = new Intl.ListFormat(language, { type: 'disjunction' })

  const translate = (key: TextKey, values: Values = {}): string => {
    const found = find(texts, key) ?? find(en, key) ?? key
    const said = Object.fromEntries(
      Object.entries(values).map(([place, value]) => [place, sayValue(value)])
    )
    if (typeof found === 'string') {
      return own(key, said) ?? fill(found, said)
    }
    const form = plurals.select(Number(said.count))
    return own(`${key}.${form}`, said) ?? own(key, said) ?? fill(formOf(found, form), said)
  }
  const sayValue = (value: Values[string]) => {
    if (typeof value !== 'object' || value === null) {
      return value
    }
    if (!isList(value)) {
      return translate(value.key, value.values)
    }
    return isOfWords(value)
      ? choices.format(value)
      : value.map((it) => translate(it.key, it.values)).join(' ')
  }
  return Object.assign(translate, { language })
}

/** English, for logs, commands and JSON. */
export const english: Translate = translator('en')

/** Whether there is such a text. A key that was kept may be of another version of the package. */
export function isText(key: string): key is TextKey {
  return find(en, key) !== undefined
}

/** Says a phrase. */
export function say(translate: Translate, { key, values }: Phrase): string {
  return translate(key, values)
}

function isOfWords(list: readonly string[] | readonly Phrase[]): list is readonly string[] {
  return list.every((it) => typeof it === 'string')
}

function isList<List extends readonly unknown[]>(value: List | Phrase): value is List {
  return Array.isArray(value)
}

function textsOf(language: string): Record<string, Texts> | undefined {
  return LANGUAGES[language] ?? LANGUAGES[language.split('-')[0]]
}

function find(texts: Record<string, Texts>, key: string) {
  const dot = key.indexOf('.')
  return texts[key.slice(0, dot)]?.[key.slice(dot + 1)]
}

function formOf(plural: Plural, form: Intl.LDMLPluralRule): string {
  return plural[form] ?? plural.other
}

function fill(text: string, values: SaidValues): string {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place))
}
