import type { Encryption } from '../../types/main.js'

/** The body or query string of a request. Its values may be anything. */
export type Input = Record<string, unknown>

/** What saving the form does with the stored password. */
export type PasswordMode = 'keep' | 'replace' | 'remove'

export const TEXT_FIELDS = [
  ...(['name', 'host', 'port', 'username', 'from_email', 'from_name', 'reply_to'] as const),
  ...(['timeout', 'ehlo_name', 'notes'] as const),
]

export function chosenEncryption(input: Input): Encryption | undefined {
  return (['starttls', 'tls', 'none'] as const).find((name) => name === input.encryption)
}

/** A password that the browser has filled in counts only if “Replace” is chosen. */
export function passwordMode(input: Input): PasswordMode {
  const mode = textOf(input.password_mode)
  return mode === 'keep' || mode === 'remove' ? mode : 'replace'
}

/** Whether a password was entered although the stored one is kept. */
export function isPasswordLeftOut(input: Input): boolean {
  return passwordMode(input) === 'keep' && textOf(input.password) !== ''
}

/** Whether a password was entered to be stored. The form does not show it again. */
export function isPasswordTyped(input: Input): boolean {
  return passwordMode(input) === 'replace' && textOf(input.password) !== ''
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
