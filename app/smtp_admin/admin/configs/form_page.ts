import type { Problem } from '../../models/check_values.js'
import type { Translator } from '../../i18n/types.js'
import { format } from '../../i18n/format.js'
import type { ConfigDetails } from '../presenters/config_details.js'
import type { PageContent } from '../http/page_renderer.js'
import { shownHealth } from '../presenters/health.js'
import type { ResultView } from '../presenters/test_result.js'
import type { PageUrl } from '../http/urls.js'
import type { FormValues } from './config_form.js'
import { type Doubt, doubtsAbout } from './doubts.js'
import { ADVANCED_FIELDS, inOrderOfForm, isAdvancedChanged } from './form_fields.js'
import { type Input, chosenEncryption } from './form_input.js'
import type { PasswordOrigin } from './password_origin.js'
import type { Notice } from './prefill.js'
import { chosenPreset, hintsOf, providerPicker } from './provider_picker.js'
import { readOnlyFields } from './read_only_fields.js'

/** A form to show: of a new configuration or a stored one, perhaps with what was wrong with it. */
export interface Form {
  config: ConfigDetails | null
  values: FormValues
  problems?: Problem[]
  /** What was not done because of the problems. Default: it was not saved. */
  undone?: 'saved' | 'tested'
  /** Whether a password was typed, which the form does not show again. */
  isPasswordLost?: boolean
  /** What is to be known about what the form shows. */
  notice?: Notice | null
  /** Where to send a message in a test, as it was typed. */
  testTo?: string
  testSelector?: string
  /** How a test of what the form shows went. */
  result?: FormResult | null
}

/** A test of the values in a form. */
export interface FormResult extends ResultView {
  /** The test's own page; null: it could not be kept. */
  url: string | null
  /** Whether a password was typed, which the form does not show again. */
  isPasswordLost: boolean
}

/** Who looks at a form, and what is known besides it. */
export interface Beholder {
  canChange: boolean
  translate: Translator
  urlTo: PageUrl
  /** What the address says. */
  query: Input
  passwordOrigin: PasswordOrigin | null
}

/** What the form's page shows; to somebody who may not change anything, text instead of fields. */
export function formPage(form: Form, beholder: Beholder): PageContent {
  const {
    config,
    values,
    undone = 'saved',
    isPasswordLost = false,
    notice,
    testTo,
    testSelector,
    result,
  } = form
  const { canChange, translate, urlTo, passwordOrigin } = beholder
  const problems = inOrderOfForm(form.problems ?? [])
  const errors = Object.groupBy(problems, (problem) => problem.field)
  const heading = translate(titleOf(form, canChange))
  const told = config ? `${config.name} | ${heading}` : heading
  return {
    title: result ? `${result.verdict.words} | ${told}` : told,
    heading,
    crumbs: [
      { text: translate('form.list'), url: urlTo('configs.index') },
      { text: config?.name ?? translate('form.addCrumb') },
    ],
    hasErrors: problems.length > 0,
    config: config && { ...config, health: config.health && shownHealth(config.health, translate) },
    values: { ...values, password_mode: passwordModeToShow(values, problems) },
    problems,
    errors,
    doubts: Object.groupBy(shownDoubts(values, translate), ({ field }) => field),
    isAdvancedOpen: isAdvancedChanged(values) || ADVANCED_FIELDS.some((field) => field in errors),
    readOnlyFields: config && !canChange ? readOnlyFields(config, values, translate) : null,
    ...{ undone, isPasswordLost, notice, testTo, testSelector, result, passwordOrigin },
    ...(config ? {} : newForm(form, beholder)),
    action: config ? urlTo('configs.change', { id: config.id }) : urlTo('configs.add'),
    copyAction: urlTo('configs.add'),
    testAction: config ? urlTo('tests.typed', { id: config.id }) : urlTo('tests.typed_new'),
  }
}

function titleOf({ config }: Form, canChange: boolean) {
  if (!config) {
    return 'form.addTitle'
  }
  return canChange ? 'form.changeTitle' : 'form.viewTitle'
}

/** What only the form to add has: the providers, and the field that somebody begins with. */
function newForm({ problems = [], result }: Form, { query, translate, urlTo }: Beholder) {
  const preset = chosenPreset(query)
  const first = preset ? (preset.host ? 'username' : 'host') : 'name'
  return {
    providers: providerPicker(query, translate, urlTo),
    hints: preset ? hintsOf(preset, translate) : null,
    focus: problems.length === 0 && !result ? first : null,
  }
}

/** Where a password has to be entered, the field for it is already chosen. */
function passwordModeToShow({ password_mode: mode }: FormValues, problems: Problem[]) {
  return problems.some((problem) => problem.field === 'password') ? 'replace' : mode
}

function shownDoubts(values: FormValues, translate: Translator) {
  return doubtsAboutValues(values).map(({ field, phrase }) => {
    return { field, message: format(translate, phrase) }
  })
}

/** Of what is no configuration yet nothing is said: its problems are. */
function doubtsAboutValues(values: FormValues): Doubt[] {
  const encryption = chosenEncryption({ ...values })
  return encryption === undefined
    ? []
    : doubtsAbout({
        host: values.host,
        port: Number(values.port),
        encryption,
        verifyCertificate: values.verify_certificate !== '0',
        username: values.password_mode === 'remove' ? null : values.username || null,
        fromEmail: values.from_email || null,
      })
}
