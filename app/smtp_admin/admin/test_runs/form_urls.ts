import type { SmtpConfig } from '../../models/smtp_config.js'
import type { SmtpTestRun } from '../../models/smtp_test_run.js'
import type { FormValues } from '../configs/config_form.js'
import { TEXT_FIELDS } from '../configs/form_input.js'
import type { PageUrl, UrlQuery } from '../http/urls.js'

/** The address of a form with these of its fields filled in besides what it shows anyway. */
export type FormUrl = (values: UrlQuery) => string

/**
 * The form for what a test was of. Of values that were not saved it gets those that are kept with
 * the test, which are not many and none of them secret.
 */
export function formOfRun(run: SmtpTestRun, config: SmtpConfig | null, urlTo: PageUrl): FormUrl {
  const { configName: name, host, port, encryption, username } = run
  const tested = { host, port, encryption, username: username ?? '' }
  return (values) => {
    if (!config) {
      return urlTo('configs.add', {}, { name, ...tested, ...values, test: run.id })
    }
    const filled = run.revision === null ? { ...tested, ...values } : values
    const isFilled = Object.keys(filled).length > 0
    return urlTo('configs.change', { id: config.id }, isFilled ? { ...filled, test: run.id } : {})
  }
}

/** The form with all that has been typed into it, but for the password and the choices beside it. */
export function formAsTyped(id: string | null, values: FormValues, urlTo: PageUrl): FormUrl {
  const fields = [...TEXT_FIELDS, 'encryption' as const]
  const typed = Object.fromEntries(fields.map((field) => [field, values[field]]))
  return (corrected) => {
    const query = { ...typed, ...corrected, test: 1 }
    return id === null ? urlTo('configs.add', {}, query) : urlTo('configs.change', { id }, query)
  }
}
