import type { Problem } from '../models/check_values.js'
import type { FormValues } from './config_form.js'
import type { configDetails } from './config_rows.js'
import type { PageContent } from './pages.js'
import type { PageUrl } from './urls.js'

/** A form to show: of a new configuration or a stored one, perhaps with what was wrong with it. */
export interface Form {
  config: ReturnType<typeof configDetails> | null
  values: FormValues
  problems?: Problem[]
}

/** What the form's page shows. */
export function formPage({ config, values, problems = [] }: Form, urlTo: PageUrl): PageContent {
  const title = config ? 'Change SMTP configuration' : 'Add SMTP configuration'
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
    readOnlyFields: config ? readOnlyFields(config, values) : [],
    action: config ? urlTo('configs.change', { id: config.id }) : urlTo('configs.add'),
  }
}

/** Where a password has to be entered, the field for it is already chosen. */
function passwordModeToShow({ password_mode: mode }: FormValues, problems: Problem[]) {
  return problems.some((problem) => problem.field === 'password') ? 'replace' : mode
}

/** What a stored configuration is, for those who may not change it. */
function readOnlyFields(config: NonNullable<Form['config']>, values: FormValues) {
  return [
    { label: 'Name', value: values.name },
    { label: 'Active', value: config.isActive ? 'Yes' : 'No' },
    { label: 'Server', value: config.server },
    { label: 'Encryption', value: config.encryption },
    { label: 'Certificate', value: config.checksCertificate ? 'Checked' : 'Not checked' },
    { label: 'Username', value: values.username },
    { label: 'Password', value: config.hasPassword ? 'Set' : 'None' },
    { label: 'From address', value: values.from_email },
    { label: 'From name', value: values.from_name },
    { label: 'Reply-to address', value: values.reply_to },
    { label: 'Timeout', value: `${values.timeout} seconds` },
    { label: 'EHLO name', value: values.ehlo_name },
    { label: 'Notes', value: values.notes },
  ]
}
