import type { Phrase, Translate } from './types.js'
import { isText, say } from './format.js'

/** Says phrases one after the other, each as a sentence but for the full stop at the very end. */
export function sayInTurn(translate: Translate, phrases: readonly Phrase[]): string {
  const sentences = phrases.map((phrase) => say(translate, phrase))
  const ended = sentences.slice(0, -1).map((it) => (/[.!?]$/.test(it) ? it : `${it}.`))
  return [...ended, ...sentences.slice(-1)].join(' ')
}

/**
 * Says what was kept in the database: by its phrases where it has any that are still known, else as
 * it was written down.
 *
 * @param text as it was written down, in English
 */
export function sayKept(
  translate: Translate,
  text: string,
  phrases: readonly Phrase[] = []
): string {
  const isSayable = phrases.length > 0 && phrases.every(isKnown)
  return isSayable ? sayInTurn(translate, phrases) : text
}

/** With all the phrases that stand at its places. */
function isKnown({ key, values = {} }: Phrase): boolean {
  return isText(key) && Object.values(values).flat().filter(isPhrase).every(isKnown)
}

function isPhrase(value: unknown): value is Phrase {
  return typeof value === 'object' && value !== null && 'key' in value
}
