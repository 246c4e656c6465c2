import texts from '../i18n/en/advice.js'
import type { Phrase, Values } from '../i18n/types.js'

type NameIn<Text> = Text extends `${infer Name}.cause` ? Name : never

/** What a line of the table of advice is called. */
export type AdviceName = NameIn<keyof typeof texts>

type Key = keyof typeof texts

const KEYS = Object.keys(texts) as Key[]

/**
 * What a line of the table says: of its causes the first that names only what is known, then its
 * steps.
 */
export function advicePhrases(
  name: AdviceName,
  values: Values = {}
): { cause: Phrase; steps: Phrase[] } {
  const known = Object.entries(values).filter(([, value]) => value !== null)
  const places = Object.fromEntries(known)
  const causes = KEYS.filter((key) => key.startsWith(`${name}.cause`))
  const steps = KEYS.filter((key) => key.startsWith(`${name}.step`))
  return {
    cause: phraseOf(causes.find((key) => isFilled(key, places)) ?? `${name}.cause`, places),
    steps: steps.map((key) => phraseOf(key, places)),
  }
}

function isFilled(key: Key, values: Values): boolean {
  return [...texts[key].matchAll(/\{(\w+)\}/g)].every(([, place]) => place in values)
}

/** With what stands at its places, and nothing else: it is kept. */
function phraseOf(key: Key, values: Values): Phrase {
  const named = Object.entries(values).filter(([place]) => texts[key].includes(`{${place}}`))
  return {
    key: `advice.${key}`,
    ...(named.length > 0 && { values: Object.fromEntries(named) }),
  }
}
