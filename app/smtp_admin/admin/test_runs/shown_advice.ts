import { formatAdvice, formatCorrection } from '../../diagnostics/messages.js'
import type { Advice, Correction } from '../../models/test_report.js'
import type { Translator } from '../../i18n/types.js'
import type { UrlQuery } from '../http/urls.js'

/** What a failure means, what to do, and the way to a form that has it done. */
export interface ShownAdvice {
  cause: string
  steps: string[]
  correction: { text: string; url: string; values: UrlQuery } | null
}

/** @param urlOf the address of a form with these of its fields filled in */
export function shownAdvice(
  translate: Translator,
  advice: Advice,
  urlOf: (values: UrlQuery) => string
): ShownAdvice {
  const { correction } = advice
  const values = correction && fieldsOf(correction)
  return {
    ...formatAdvice(translate, advice),
    correction: correction &&
      values && { text: formatCorrection(translate, correction), url: urlOf(values), values },
  }
}

/** Corrected values by the fields of the form. */
function fieldsOf({ host, port, encryption, username, fromEmail }: Correction): UrlQuery {
  const fields = { host, port, encryption, username, from_email: fromEmail }
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([field, value]) => [field, value ?? '']))
}
