import type { HttpContext } from '@adonisjs/core/http'
import { format } from '../../i18n/format.js'
import type { Translator } from '../../i18n/types.js'
import type { FieldError } from '../../models/config_validator.js'
import { DEFAULTS, DEFINITIONS } from '../../models/config_fields.js'
import { SmtpHistory } from '../../models/smtp_history.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { translateFor } from '../http/locale.js'
import type { PageContent, PageRenderer } from '../http/page_renderer.js'
import { isAllowed } from '../http/permissions.js'
import type { PageUrl } from '../http/urls.js'
import type { ConfigDetails } from '../presenters/config_details.js'
import { shownHealth } from '../presenters/health.js'
import { shownProblems } from '../presenters/problems.js'
import type { ResultView } from '../presenters/test_result.js'
import type { FormValues } from './config_form.js'
import { type Input, chosenEncryption, toText } from './form_input.js'
import type { Notice } from './prefill.js'
import { chosenPreset, presentHints, providerPicker } from './provider_picker.js'
import { readOnlyFields } from './read_only_fields.js'
import { type ConfigWarning, configWarnings } from './warnings.js'

/** The form of a new or stored configuration. */
export interface Form {
  config: ConfigDetails | null
  values: FormValues
  problems?: FieldError[]
  /** What the problems have prevented. Default: `saved`. */
  undone?: 'saved' | 'tested'
  /** Whether a password was entered, which the form does not show again. */
  isPasswordLost?: boolean
  notice?: Notice | null
  /** The fields of the test, as they were entered. */
  testTo?: string
  testSelector?: string
  /** The test of these values. */
  result?: FormResult | null
}

/** A test of the values in a form. */
export interface FormResult extends ResultView {
  /** The page of the test; null: it could not be stored. */
  url: string | null
  isPasswordLost: boolean
}

export interface FormServices {
  config: ResolvedSmtpAdminConfig
  pages: PageRenderer
  urlTo: PageUrl
}

export async function renderForm(
  ctx: HttpContext,
  form: Form,
  services: FormServices
): Promise<string> {
  return services.pages.render(ctx, 'configs/form', await formContent(ctx, form, services))
}

/** The content of a page with the form. Without the permission to change, it shows text, not fields. */
export async function formContent(
  ctx: HttpContext,
  form: Form,
  { config, urlTo }: Pick<FormServices, 'config' | 'urlTo'>
): Promise<PageContent> {
  const stored = form.config
  const translate = translateFor(ctx)
  const canChange = stored === null || (await isAllowed(config, ctx, 'change'))
  const shown = { ...form, problems: shownProblems(translate, form.problems ?? []) }
  return {
    ...presentForm(shown, canChange, translate, urlTo),
    ...(stored === null && presentNewForm(shown, ctx.request.qs(), translate, urlTo)),
    passwordOrigin: stored?.hasPassword && canChange ? await passwordChangedBy(stored.id) : null,
  }
}

function presentForm(
  form: Form,
  canChange: boolean,
  translate: Translator,
  urlTo: PageUrl
): PageContent {
  const { config, values, undone = 'saved', isPasswordLost = false, notice, result } = form
  const problems = sortByField(form.problems ?? [])
  const errors = Object.groupBy(problems, (problem) => problem.field)
  const heading = translate(headingKey(config, canChange))
  const title = config ? `${config.name} | ${heading}` : heading
  return {
    title: result ? `${result.verdict.words} | ${title}` : title,
    heading,
    crumbs: [
      { text: translate('list.title'), url: urlTo('configs.index') },
      { text: config?.name ?? translate('form.addCrumb') },
    ],
    hasErrors: problems.length > 0,
    config: config && { ...config, health: config.health && shownHealth(config.health, translate) },
    // A password that is missing is entered: the field for it is already open.
    values: 'password' in errors ? { ...values, password_mode: 'replace' } : values,
    problems,
    errors,
    warnings: Object.groupBy(presentWarnings(values, translate), ({ field }) => field),
    isAdvancedOpen: isAdvancedChanged(values) || ADVANCED_FIELDS.some((field) => field in errors),
    readOnlyFields: config && !canChange ? readOnlyFields(config, values, translate) : null,
    undone,
    isPasswordLost,
    notice,
    testTo: form.testTo,
    testSelector: form.testSelector,
    result,
    action: config ? urlTo('configs.change', { id: config.id }) : urlTo('configs.add'),
    copyAction: urlTo('configs.add'),
    testAction: config
      ? urlTo('configs.test_draft', { id: config.id })
      : urlTo('configs.test_draft_new'),
  }
}

function headingKey(config: ConfigDetails | null, canChange: boolean) {
  if (!config) {
    return 'form.addTitle'
  }
  return canChange ? 'form.changeTitle' : 'form.viewTitle'
}

/** Only the add form has the providers, and a field that has the focus. */
function presentNewForm(
  { problems = [], result }: Form,
  query: Input,
  translate: Translator,
  urlTo: PageUrl
) {
  const preset = chosenPreset(query)
  const first = preset ? (preset.host ? 'username' : 'host') : 'name'
  return {
    providers: providerPicker(query, translate, urlTo),
    hints: preset ? presentHints(preset, translate) : null,
    focus: problems.length === 0 && !result ? first : null,
  }
}

/** The fields in the order of the form. */
const FORM_ORDER = [
  'name',
  'is_active',
  'host',
  'encryption',
  ...DEFINITIONS.map(([, { column }]) => column),
  'test_to',
  'test_selector',
]

/** Problems in the order of their fields. Those of no field come last. */
export function sortByField(problems: readonly FieldError[]): FieldError[] {
  const place = ({ field }: FieldError) => FORM_ORDER.indexOf(field) + 1 || Infinity
  return problems.toSorted((one, other) => place(one) - place(other) || 0)
}

/** The fields that are folded while they have their defaults. */
const ADVANCED_FIELDS = ['timeout', 'verify_certificate', 'ehlo_name', 'notes'] as const

function isAdvancedChanged(values: FormValues): boolean {
  return ADVANCED_FIELDS.some((field) => values[field] !== toText(DEFAULTS[field]))
}

/** Only valid settings have warnings. */
function presentWarnings(values: FormValues, translate: Translator) {
  return findWarnings(values).map(({ field, message }) => {
    return { field, message: format(translate, message) }
  })
}

function findWarnings(values: FormValues): ConfigWarning[] {
  const encryption = chosenEncryption({ ...values })
  return encryption === undefined
    ? []
    : configWarnings({
        host: values.host,
        port: Number(values.port),
        encryption,
        verifyCertificate: values.verify_certificate !== '0',
        username: values.password_mode === 'remove' ? null : values.username || null,
        fromEmail: values.from_email || null,
      })
}

/** When the stored password was last changed, and by whom; null: the history does not say. */
async function passwordChangedBy(configId: string) {
  // JSON escapes the quotes of a value, so only a change of the password matches.
  const entry = await SmtpHistory.query()
    .where('config_id', configId)
    .where('changes', 'like', '%"password":%')
    .orderBy('id', 'desc')
    .first()
  return entry && { at: entry.createdAt, by: entry.actorLabel ?? entry.actorId }
}
