import { type FieldError, messageFor } from '../../models/config_validator.js'
import type { Translator } from '../../i18n/types.js'
import { format } from '../../i18n/format.js'

/** Problems with their messages in the language of whoever reads them, where the catalogue has it. */
export function shownProblems(
  translate: Translator,
  problems: readonly FieldError[]
): FieldError[] {
  return problems.map((problem) => {
    const phrase = messageFor(problem)
    return phrase ? { ...problem, message: format(translate, phrase) } : problem
  })
}
