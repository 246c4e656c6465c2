import type { Problem } from '../models/check_values.js'
import type { FormValues } from './config_form.js'
import type { ConfigDetails } from './config_rows.js'
import type { PageContent } from './pages.js'
import { readOnlyFields } from './read_only_fields.js'
import type { PageUrl } from './urls.js'

/** A form to show: of a new configuration or a stored one, perhaps with what was wrong with it. */
export interface Form {
  config: ConfigDetails | null
  values: FormValues
  problems?: Problem[]
}

/** What the form's page shows; to somebody who may not change anything, text instead of fields. */
export function formPage(form: Form, canChange: boolean, urlTo: PageUrl): PageContent {
  const { config, values, problems = [] } = form
  const title = config ? `${canChange ? 'Change' : 'View'} SMTP configuration` : ADD
  return {
    title: config ? `${config.name} | ${title}` : title,
    heading: title,
    crumbs: [
      { text: 'SMTP configurations', url: urlTo('configs.index') },
      { text: config?.name ?? 'Add' },
    ],
    hasErrors: problems.length > 0,
    config,
    values: { ...values, password_mode: passwordModeToShow(values, problems) },
    problems,
    errors: Object.groupBy(problems, (problem) => problem.field),
    readOnlyFields: config && !canChange ? readOnlyFields(config, values) : null,
    action: config ? urlTo('configs.change', { id: config.id }) : urlTo('configs.add'),
  }
}

const ADD = 'Add SMTP configuration'

/** Where a password has to be entered, the field for it is already chosen. */
function passwordModeToShow({ password_mode: mode }: FormValues, problems: Problem[]) {
  return problems.some((problem) => problem.field === 'password') ? 'replace' : mode
}
