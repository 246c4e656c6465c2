import { type ConfigValues, cleanValues, refuse } from '../../models/check_values.js'
import { USUAL_PORTS, encryptionFlags } from '../../models/encryption.js'
import { type Problem, problem } from '../../models/problem.js'
import type { Encryption } from '../../types/main.js'

/** What a browser sent: anything at all. */
export type Input = Record<string, unknown>

/** What happens to the stored password when a form is saved. */
export type PasswordMode = 'keep' | 'replace' | 'remove'

export const TEXT_FIELDS = [
  ...(['name', 'host', 'port', 'username', 'from_email', 'from_name', 'reply_to'] as const),
  ...(['timeout', 'ehlo_name', 'notes'] as const),
]

/**
 * Refuses what only a form can get wrong: the model never sees which of its choices were made.
 *
 * @throws E_VALIDATION_ERROR
 */
export function checkChoices(input: Input, hasPassword: boolean): void {
  const problems: Problem[] = []
  if (!chosenEncryption(input)) {
    problems.push(problem('encryption.enum'))
  }
  if (hasPassword && passwordMode(input) === 'replace' && !textOf(input.password)) {
    problems.push(problem('password.required'))
  }
  if (problems.length > 0) {
    throw refuse(problems)
  }
}

/**
 * The columns of a configuration as they were entered, for the model to check. A port that was left
 * empty is the usual one: what the script of the form would have filled in.
 */
export function enteredColumns(input: Input): ConfigValues {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, input[field] ?? null]))
  const values = cleanValues(texts)
  const encryption = chosenEncryption(input) ?? 'starttls'
  return {
    ...values,
    port: values.port ?? USUAL_PORTS[encryption],
    ...encryptionFlags(encryption),
    verify_certificate: input.verify_certificate !== '0',
    ...loginColumns(input),
  }
}

/** The encryption that was chosen, if it is one. */
export function chosenEncryption(input: Input): Encryption | undefined {
  return (['starttls', 'tls', 'none'] as const).find((name) => name === input.encryption)
}

/** Whatever a browser has filled in counts only if Replace was chosen. */
export function passwordMode(input: Input): PasswordMode {
  const mode = textOf(input.password_mode)
  return mode === 'keep' || mode === 'remove' ? mode : 'replace'
}

/** Whether a password was entered, by somebody or by a browser, beside the choice to keep another. */
export function isPasswordLeftOut(input: Input): boolean {
  return passwordMode(input) === 'keep' && textOf(input.password) !== ''
}

/** Whether a password was entered that counts. */
export function isPasswordTyped(input: Input): boolean {
  return passwordMode(input) === 'replace' && textOf(input.password) !== ''
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Removing takes the username along: the one is of no use without the other. */
function loginColumns(input: Input): ConfigValues {
  switch (passwordMode(input)) {
    case 'keep':
      return {}
    case 'remove':
      return { username: null, password: null }
    case 'replace':
      return { password: textOf(input.password) || null }
  }
}
