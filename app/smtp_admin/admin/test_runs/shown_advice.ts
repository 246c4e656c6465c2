import { describeCorrection } from '../../diagnostics/stage_words.js'
import type { Advice, Correction } from '../../models/test_report.js'
import { sayKept } from '../../i18n/kept.js'
import type { Translate } from '../../i18n/types.js'
import type { UrlQuery } from '../http/urls.js'

/** What a failure means, what to do, and the way to a form that has it done. */
export interface ShownAdvice {
  cause: string
  steps: string[]
  correction: { text: string; url: string; values: UrlQuery } | null
}

/** @param urlOf the address of a form with these of its fields filled in */
export function shownAdvice(
  translate: Translate,
  advice: Advice,
  urlOf: (values: UrlQuery) => string
): ShownAdvice {
  const { cause, steps, correction, phrases } = advice
  const values = correction && fieldsOf(correction)
  return {
    cause: sayKept(translate, cause, phrases && [phrases.cause]),
    steps: steps.map((step, at) => sayKept(translate, step, phrases?.steps.slice(at, at + 1))),
    correction: correction &&
      values && { text: describeCorrection(translate, correction), url: urlOf(values), values },
  }
}

/** Corrected values by the fields of the form. */
function fieldsOf({ host, port, encryption, username, fromEmail }: Correction): UrlQuery {
  const fields = { host, port, encryption, username, from_email: fromEmail }
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([field, value]) => [field, value ?? '']))
}
