import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Message, MessageKey, MessageParams, Translator } from './types.js'

/** Params with every list and nested message formatted. */
export type FormattedParams = Record<string, string | number | null | undefined>

/** The host's own message for a key, formatted, or undefined to use the package's. */
export type HostMessage = (key: string, params: FormattedParams) => string | undefined

interface Catalogue {
  messages: Record<string, Record<string, string>>
  compiled: Map<string, IntlMessageFormat>
}

/** The languages of resources/lang. */
export const LANGUAGES = ['en', 'de']

const LANG = new URL('../../../resources/lang/', import.meta.url)

const catalogues = new Map<string, Catalogue>()

/** Whether the package has messages in this locale or in its base language. */
export function isSupportedLocale(locale: string): boolean {
  return LANGUAGES.includes(baseLanguage(locale))
}

/**
 * Formats messages in a locale: the host's message, else the package's in that language (`de` for
 * `de-AT`), else the English one, else the key. Files of messages are read on first use.
 */
export function translator(locale: string, hostMessage: HostMessage = () => undefined): Translator {
  const language = isSupportedLocale(locale) ? baseLanguage(locale) : 'en'
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' })

  const translate = (key: MessageKey, params: MessageParams = {}): string => {
    const formatted = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, formatParam(value)])
    )
    return (
      hostMessage(key, formatted) ??
      formatFrom(language, key, formatted) ??
      formatFrom('en', key, formatted) ??
      key
    )
  }
  const formatParam = (param: MessageParams[string]) => {
    if (typeof param !== 'object' || param === null) {
      return param
    }
    if (!isList(param)) {
      return translate(param.key, param.params)
    }
    return isListOfStrings(param)
      ? choices.format(param)
      : param.map(({ key, params }) => translate(key, params)).join(' ')
  }
  return Object.assign(translate, { locale })
}

/** English, for logs, commands and JSON. */
export const en: Translator = translator('en')

export function format(translate: Translator, { key, params }: Message): string {
  return translate(key, params)
}

/** Formats messages as sentences. The last one keeps its ending, with or without a full stop. */
export function joinSentences(translate: Translator, messages: readonly Message[]): string {
  const sentences = messages.map((message) => format(translate, message))
  const ended = sentences.slice(0, -1).map((it) => (/[.!?]$/.test(it) ? it : `${it}.`))
  return [...ended, ...sentences.slice(-1)].join(' ')
}

/** Whether a key has a message. */
export function isMessageKey(key: string): key is MessageKey {
  return find('en', key) !== undefined
}

/**
 * Values for all placeholders of an ICU message. A placeholder without a value stands for itself, so
 * that a script on the page can fill it in; the formatter would throw.
 */
export function completeParams(text: string, params: FormattedParams): FormattedParams {
  const missing = placeholdersIn(text).filter((name) => (params[name] ?? null) === null)
  return { ...params, ...Object.fromEntries(missing.map((name) => [name, `{${name}}`])) }
}

function formatFrom(language: string, key: string, params: FormattedParams): string | undefined {
  const text = find(language, key)
  if (text === undefined) {
    return undefined
  }
  const { compiled } = catalogueOf(language)
  let message = compiled.get(key)
  if (!message) {
    message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
    compiled.set(key, message)
  }
  return String(message.format(completeParams(text, params)))
}

function find(language: string, key: string): string | undefined {
  const dot = key.indexOf('.')
  const area = catalogueOf(language).messages[key.slice(0, dot)]
  return area && Object.hasOwn(area, key.slice(dot + 1)) ? area[key.slice(dot + 1)] : undefined
}

function catalogueOf(language: string): Catalogue {
  let catalogue = catalogues.get(language)
  if (!catalogue) {
    const json = readFileSync(new URL(`${language}.json`, LANG), 'utf8')
    catalogue = { messages: JSON.parse(json), compiled: new Map() }
    catalogues.set(language, catalogue)
  }
  return catalogue
}

/** Plural forms may begin with a word after their brace, so this can list more names than there are. */
function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)/g)].map(([, name]) => name))]
}

function baseLanguage(locale: string): string {
  return locale.split('-')[0]
}

function isListOfStrings(list: readonly string[] | readonly Message[]): list is readonly string[] {
  return list.every((it) => typeof it === 'string')
}

function isList<List extends readonly unknown[]>(value: List | Message): value is List {
  return Array.isArray(value)
}
