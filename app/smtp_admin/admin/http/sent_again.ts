import type { Translator } from '../../i18n/types.js'
import { postedForm } from '../configs/config_form.js'
import { type Input, chosenEncryption } from '../configs/form_input.js'
import { PREVIEW } from '../configs/submission.js'
import { shownValue } from '../presenters/changes.js'

/** What stands in a page for another try. It is bounded: so much nobody has typed. */
const MOST_FIELDS = 300
const LONGEST_VALUE = 10_000

/** A secret, a token that is not good any more, and what another button has said. */
const LEFT_OUT = new Set(['password', '_csrf', PREVIEW])

/** A field of a form, hidden. */
export interface HiddenField {
  name: string
  value: string
}

/** Everything that was sent, for sending it again. A host loses the credentials pasted with it. */
export function fieldsAgain(input: Input): HiddenField[] {
  const { host, port } = postedForm(input)
  const known: Input = 'host' in input ? { ...input, host, port } : input
  return Object.entries(known)
    .filter(([name]) => !LEFT_OUT.has(name))
    .flatMap(([name, value]) => {
      return Array.isArray(value)
        ? value.map((item) => ({ name: `${name}[]`, value: parseText(item) }))
        : { name, value: parseText(value) }
    })
    .slice(0, MOST_FIELDS)
}

/** A field of the form as somebody reads it. */
export interface TypedField {
  label: string
  value: string
}

const FIELDS = [
  ...(['name', 'host', 'encryption', 'port', 'username', 'from_email', 'from_name'] as const),
  ...(['reply_to', 'timeout', 'verify_certificate', 'ehlo_name', 'notes'] as const),
]

/** What was typed into the form of a configuration, for reading. */
export function typedFields(input: Input, translate: Translator): TypedField[] {
  const values = postedForm(input)
  return FIELDS.filter((field) => values[field] !== '')
    .filter((field) => field !== 'encryption' || chosenEncryption(input))
    .map((field) => {
      const value = field === 'verify_certificate' ? values[field] === '1' : values[field]
      return {
        label: translate(`changes.${field}`),
        value: shownValue(field, value, translate).slice(0, LONGEST_VALUE),
      }
    })
}

function parseText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).slice(0, LONGEST_VALUE)
    : ''
}
