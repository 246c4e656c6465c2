import type { Phrase, Translate } from './types.js'
import { say } from './format.js'

/** Says phrases one after the other, each as a sentence but for the full stop at the very end. */
export function sayInTurn(translate: Translate, phrases: readonly Phrase[]): string {
  const sentences = phrases.map((phrase) => say(translate, phrase))
  const ended = sentences.slice(0, -1).map((it) => (/[.!?]$/.test(it) ? it : `${it}.`))
  return [...ended, ...sentences.slice(-1)].join(' ')
}
