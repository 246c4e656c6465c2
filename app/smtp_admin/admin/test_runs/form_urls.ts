import type { FormValues } from '../configs/config_form.js'
import { TEXT_FIELDS } from '../configs/form_input.js'
import type { PageUrl } from '../http/urls.js'
import type { FormUrl } from '../presenters/test_result.js'

/** The form with its current values, except the password and the choices next to it. */
export function draftFormUrl(id: string | null, values: FormValues, urlTo: PageUrl): FormUrl {
  const fields = [...TEXT_FIELDS, 'encryption' as const]
  const draft = Object.fromEntries(fields.map((field) => [field, values[field]]))
  return (corrected) => {
    const query = { ...draft, ...corrected, test: 1 }
    return id === null ? urlTo('configs.add', {}, query) : urlTo('configs.change', { id }, query)
  }
}
