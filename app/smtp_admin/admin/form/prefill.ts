import { type FormValues, shownTexts } from './config_form.js'
import { type Input, TEXT_FIELDS, chosenEncryption, textOf } from './form_input.js'

type Field = (typeof TEXT_FIELDS)[number] | 'encryption'

/** The fields that an address may fill in, in the words of the form. Never the password. */
const LABELS: Record<Field, string> = {
  name: 'name',
  host: 'host',
  port: 'port',
  encryption: 'encryption',
  username: 'username',
  from_email: 'from address',
  from_name: 'from name',
  reply_to: 'reply-to address',
  timeout: 'timeout',
  ehlo_name: 'EHLO name',
  notes: 'notes',
}

/** With another of these a stored password has to be entered again. */
const DESTINATION: Field[] = ['host', 'port', 'encryption', 'username']

/** What is to be known about what a form shows. */
export interface Notice {
  tone: 'plain' | 'error'
  heading: string
  text: string
}

/** A stored form with what an address says of its fields (`change?port=465&encryption=tls`). */
export function prefilled(
  stored: FormValues,
  query: Input
): { values: FormValues; notice: Notice | null } {
  const given: Partial<Record<Field, string>> = {
    ...shownTexts(query),
    encryption: chosenEncryption(query),
  }
  const changed = [...TEXT_FIELDS, 'encryption' as const].filter((field) => {
    const isGiven = typeof query[field] === 'string' && given[field] !== undefined
    return isGiven && given[field] !== stored[field]
  })
  if (changed.length === 0) {
    return { values: stored, notice: null }
  }
  const isOtherServer = changed.some((field) => DESTINATION.includes(field))
  const values = {
    ...stored,
    ...Object.fromEntries(changed.map((field) => [field, given[field]])),
    password_mode: isOtherServer ? 'replace' : stored.password_mode,
  }
  const isPasswordNeeded = isOtherServer && stored.password_mode === 'keep'
  const labels = changed.map((field) => LABELS[field])
  return { values, notice: noteOf(query, `: ${labels.join(', ')}`, isPasswordNeeded) }
}

/** What is said about a new form that a test has filled in; a password is not kept with a test. */
export function noticeOfNew(query: Input): Notice | null {
  return textOf(query.test) ? noteOf(query, '', false) : null
}

function noteOf(query: Input, fields: string, isPasswordNeeded: boolean): Notice {
  const source = textOf(query.test) ? 'a test' : 'the address of this page'
  const again = 'Enter the password again: it would be sent to another server than the stored one.'
  const text = [`Filled in from ${source}${fields}. Save to keep.`, isPasswordNeeded && again]
  return { tone: 'plain', heading: 'Note', text: text.filter(Boolean).join(' ') }
}
