import type english from '../../../resources/lang/en.json'

type Catalogue = typeof english

/** The name of a message in one area of resources/lang. */
export type MessageName<Area extends keyof Catalogue> = keyof Catalogue[Area] & string

/** The key of a message: its area, a dot, and its name in that area. */
export type MessageKey = {
  [Area in keyof Catalogue & string]: `${Area}.${MessageName<Area>}`
}[keyof Catalogue & string]

/**
 * Values for the placeholders of a message. A list of strings is formatted as a choice ("PLAIN or
 * LOGIN"), a message in its own words, and a list of messages as one sentence after the other. A value
 * is never part of a sentence's grammar: pass a message only for a name, after a colon, or as whole
 * sentences. `count` selects plural forms.
 */
export type MessageParams = Record<string, MessageParam>

type MessageParam =
  string | number | null | undefined | readonly string[] | Message | readonly Message[]

/** A message that is formatted where it is displayed, in the reader's language. */
export interface Message {
  key: MessageKey
  params?: MessageParams
}

/** Formats messages in one locale. */
export interface Translator {
  (key: MessageKey, params?: MessageParams): string
  /** A BCP 47 tag, such as `en` or `de-AT`. */
  locale: string
}
