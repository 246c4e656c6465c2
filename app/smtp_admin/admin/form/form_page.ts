import type { Problem } from '../../models/check_values.js'
import type { FormValues } from './config_form.js'
import type { ConfigDetails } from '../config_rows.js'
import type { PageContent } from '../pages.js'
import type { Notice } from './prefill.js'
import { readOnlyFields } from './read_only_fields.js'
import type { TestView } from '../tests/test_view.js'
import type { PageUrl } from '../urls.js'

/** A form to show: of a new configuration or a stored one, perhaps with what was wrong with it. */
export interface Form {
  config: ConfigDetails | null
  values: FormValues
  problems?: Problem[]
  /** What was not done because of the problems. Default: it was not saved. */
  undone?: 'saved' | 'tested'
  /** What is to be known about what the form shows. */
  notice?: Notice | null
  /** Where to send a message in a test, as it was typed. */
  testTo?: string
  testSelector?: string
  /** How a test of what the form shows went. */
  result?: FormResult | null
}

/** A test of the values in a form. */
export interface FormResult extends TestView {
  /** The test's own page; null: it could not be kept. */
  url: string | null
  /** Whether a password was typed, which the form does not show again. */
  isPasswordLost: boolean
}

/** What the form's page shows; to somebody who may not change anything, text instead of fields. */
export function formPage(form: Form, canChange: boolean, urlTo: PageUrl): PageContent {
  const {
    config,
    values,
    problems = [],
    undone = 'saved',
    notice,
    testTo,
    testSelector,
    result,
  } = form
  const title = config ? `${canChange ? 'Change' : 'View'} SMTP configuration` : ADD
  const told = config ? `${config.name} | ${title}` : title
  return {
    title: result ? `${result.verdict.words} | ${told}` : told,
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
    ...{ undone, notice, testTo, testSelector, result },
    action: config ? urlTo('configs.change', { id: config.id }) : urlTo('configs.add'),
    testAction: config ? urlTo('tests.typed', { id: config.id }) : urlTo('tests.typed_new'),
  }
}

const ADD = 'Add SMTP configuration'

/** Where a password has to be entered, the field for it is already chosen. */
function passwordModeToShow({ password_mode: mode }: FormValues, problems: Problem[]) {
  return problems.some((problem) => problem.field === 'password') ? 'replace' : mode
}
