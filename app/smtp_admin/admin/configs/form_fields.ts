import type { Problem } from '../../models/check_values.js'
import type { FormValues } from './config_form.js'

/** The fields in the order in which they stand in the form. */
const FIELDS = [
  ...['name', 'is_active', 'host', 'encryption', 'port', 'username', 'password'],
  ...['from_email', 'from_name', 'reply_to'],
  ...['timeout', 'verify_certificate', 'ehlo_name', 'notes'],
  ...['test_to', 'test_selector'],
]

/** The fields that are folded away while they are what they are by themselves. */
export const ADVANCED_FIELDS = ['timeout', 'verify_certificate', 'ehlo_name', 'notes'] as const

const DEFAULTS: Pick<FormValues, (typeof ADVANCED_FIELDS)[number]> = {
  timeout: '10',
  verify_certificate: '1',
  ehlo_name: '',
  notes: '',
}

/** Whether one of the folded fields says something of its own. */
export function isAdvancedChanged(values: FormValues): boolean {
  return ADVANCED_FIELDS.some((field) => values[field] !== DEFAULTS[field])
}

/** Problems as somebody meets their fields on the way down the page; what is of no field comes last. */
export function inOrderOfForm(problems: readonly Problem[]): Problem[] {
  const place = ({ field }: Problem) => FIELDS.indexOf(field) + 1 || Infinity
  return problems.toSorted((one, other) => place(one) - place(other) || 0)
}
