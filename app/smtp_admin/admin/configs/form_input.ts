import { DEFINITIONS, type FIELDS, type FieldName } from '../../models/config_fields.js'
import type { Encryption } from '../../types/main.js'

/** The body or query string of a request. Its values may be anything. */
export type Input = Record<string, unknown>

/** What saving the form does with the stored password. */
export type PasswordMode = 'keep' | 'replace' | 'remove'

/** The fields without a text control: choices, the password, and those that the form does not have. */
const NOT_TEXT = [
  'scope',
  'useTls',
  'useSsl',
  'verifyCertificate',
  'password',
  'isActive',
  'fallbackOrder',
  'rateLimitPerMinute',
] as const satisfies FieldName[]

export type TextAttribute = Exclude<FieldName, (typeof NOT_TEXT)[number]>

/** A text field of the form. It has the name of its column. */
export type TextField = (typeof FIELDS)[TextAttribute]['column']

/** The attribute of the model that each text field holds. */
export const TEXT_ATTRIBUTES = Object.fromEntries(
  DEFINITIONS.filter(([name]) => !(NOT_TEXT as FieldName[]).includes(name)).map(
    ([name, { column }]) => [column, name]
  )
) as Record<TextField, TextAttribute>

export const TEXT_FIELDS = Object.keys(TEXT_ATTRIBUTES) as TextField[]

/** The value of a form control for a value of the model. */
export function toText(value: unknown): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : parseText(value)
}

export function chosenEncryption(input: Input): Encryption | undefined {
  return (['starttls', 'tls', 'none'] as const).find((name) => name === input.encryption)
}

/** A password that the browser has filled in counts only if “Replace” is chosen. */
export function passwordMode(input: Input): PasswordMode {
  const mode = parseText(input.password_mode)
  return mode === 'keep' || mode === 'remove' ? mode : 'replace'
}

/** Whether a password was entered although the stored one is kept. */
export function isPasswordLeftOut(input: Input): boolean {
  return passwordMode(input) === 'keep' && parseText(input.password) !== ''
}

/** Whether a password was entered to be stored. The form does not show it again. */
export function isPasswordTyped(input: Input): boolean {
  return passwordMode(input) === 'replace' && parseText(input.password) !== ''
}

export function parseText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
