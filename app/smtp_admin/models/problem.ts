import type { Message, MessageKey, MessageName, MessageParams } from '../i18n/types.js'
import { en, format, isMessageKey } from '../i18n/format.js'

/** What is wrong with one field, in words that say how to mend it. */
export interface Problem {
  field: string
  rule: string
  /** In English. */
  message: string
  /** What the rule is about, as in the `max` of a length. */
  meta?: MessageParams
}

type Named<Key> = Key extends `${string}.${string}` ? Key : never

/** Makes what the catalogue says of a field and a rule, as in `name.unique`, a problem. */
export function problem(name: Named<MessageName<'problems'>>, meta?: MessageParams): Problem {
  const [field, rule] = name.split('.')
  return { field, rule, message: en(`problems.${name}`, meta), ...(meta && { meta }) }
}

/** What the catalogue says of a problem: of field and rule, or of the field; null: nothing. */
export function phraseOf({ field, rule, meta }: Omit<Problem, 'message'>): Message | null {
  const name = [`${field}.${rule}`, field].find((it) => isMessageKey(`problems.${it}`))
  return name === undefined ? null : { key: `problems.${name}` as MessageKey, params: meta }
}

/** The English of a problem, if the catalogue has any. */
export function messageOf(found: Omit<Problem, 'message'>): string | null {
  const phrase = phraseOf(found)
  return phrase && format(en, phrase)
}
