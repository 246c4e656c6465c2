import { describeCorrection } from '../../diagnosis/stage_words.js'
import type { Advice, Correction } from '../../models/test_report.js'
import type { UrlQuery } from '../urls.js'

/** What a failure means, what to do, and the way to a form that has it done. */
export interface ShownAdvice {
  cause: string
  steps: string[]
  correction: { text: string; url: string; values: UrlQuery } | null
}

/** @param urlOf the address of a form with these of its fields filled in */
export function shownAdvice(
  { cause, steps, correction }: Advice,
  urlOf: (values: UrlQuery) => string
): ShownAdvice {
  const values = correction && fieldsOf(correction)
  return {
    cause,
    steps,
    correction: correction &&
      values && { text: describeCorrection(correction), url: urlOf(values), values },
  }
}

/** Corrected values by the fields of the form. */
function fieldsOf({ host, port, encryption, username, fromEmail }: Correction): UrlQuery {
  const fields = { host, port, encryption, username, from_email: fromEmail }
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([field, value]) => [field, value ?? '']))
}
