import { type Problem, phraseOf } from '../../models/problem.js'
import type { Translate } from '../../texts/phrase.js'
import { say } from '../../texts/translate.js'

/** Problems with their messages in the language of whoever reads them, where the catalogue has it. */
export function shownProblems(translate: Translate, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => {
    const phrase = phraseOf(problem)
    return phrase ? { ...problem, message: say(translate, phrase) } : problem
  })
}
