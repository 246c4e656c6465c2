import type en from './en/index.js'

/** A text that depends on a number, by its category (Unicode CLDR, plural rules). */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** Texts by their keys. `{name}` in a text is the place of a value. */
export type Texts = Record<string, string | Plural>

/** The same keys as another language has them, texts and plurals alike. */
export type Translation<T extends Texts> = {
  [K in keyof T]: T[K] extends string ? string : Plural
}

type Catalogue = typeof en

/** The key of a text: its area, a dot, and its name there. */
export type TextKey = {
  [Area in keyof Catalogue & string]: `${Area}.${keyof Catalogue[Area] & string}`
}[keyof Catalogue & string]

/**
 * What stands at the places of a text: never a part of its grammar, so a phrase only where a name or
 * something after a colon stands, or whole sentences. A list of words is said as a choice, as in “PLAIN
 * or LOGIN”, and one of phrases as sentences, one after the other. `count` decides between the forms of
 * a plural.
 */
export type Values = Record<string, Value>

type Value = string | number | null | undefined | readonly string[] | Phrase | readonly Phrase[]

/** Something to say, in whatever language it is read. */
export interface Phrase {
  key: TextKey
  values?: Values
}

/** Says a text in one language. */
export interface Translate {
  (key: TextKey, values?: Values): string
  /** The language, as in `en` or `de-AT`. */
  language: string
}
