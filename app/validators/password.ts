import vine from '@vinejs/vine'
import { COMMON_PASSWORDS } from '#validators/common_passwords'

export const MINIMUM_PASSWORD_LENGTH = 10

/** Whose password it is, for the rule that it is not simply their name. */
export interface PasswordOwner {
  name: string
  email: string
}

/** Refuses a password that would be among the first guesses. */
const notGuessable = vine.createRule((value, _, field) => {
  if (typeof value !== 'string' || !field.isValid) {
    return
  }

  const password = value.toLowerCase()
  const owner: Partial<PasswordOwner> = field.meta.owner ?? field.parent
  const personal = [owner.name, owner.email, owner.email?.split('@')[0]]

  if (personal.some((word) => word?.toLowerCase() === password)) {
    field.report('The password is the same as the name or e-mail address', 'personal', field)
  }
  if (COMMON_PASSWORDS.has(password) || new Set(password).size < 3) {
    field.report('The password is too common', 'common', field)
  }
})

/** Refuses what a form would trim away, so that a password always works where it is typed. */
const untrimmed = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && value !== value.trim()) {
    field.report('The password may not begin or end with a space', 'untrimmed', field)
  }
})

/** The rules for a new password, wherever one is chosen. */
export const newPassword = () =>
  vine
    .string()
    .minLength(MINIMUM_PASSWORD_LENGTH)
    .maxLength(128)
    .use(untrimmed())
    .use(notGuessable())
