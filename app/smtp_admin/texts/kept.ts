import type { Phrase, Translate } from './phrase.js'
import { isText, say } from './translate.js'

/** Says phrases one after the other, each as a sentence but for the full stop at the very end. */
export function sayInTurn(translate: Translate, phrases: readonly Phrase[]): string {
  const sentences = phrases.map((phrase) => say(translate, phrase))
  return sentences.reduce((said, next) => `${said}${/[.!?]$/.test(said) ? '' : '.'} ${next}`)
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
  const isSayable = phrases.length > 0 && phrases.every(({ key }) => isText(key))
  return isSayable ? sayInTurn(translate, phrases) : text
}
