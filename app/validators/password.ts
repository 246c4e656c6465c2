import vine from '@vinejs/vine'

export const MINIMUM_PASSWORD_LENGTH = 10

/** The user whose password it is. */
export interface PasswordOwner {
  name: string
  email: string
}

/** Refuses the user's own name or address, and passwords of one or two different characters. */
const notGuessable = vine.createRule((value, _, field) => {
  if (typeof value !== 'string' || !field.isValid) {
    return
  }

  const password = value.toLowerCase()
  const owner: Partial<PasswordOwner> = field.meta.owner ?? field.parent
  const personal = [owner.name, owner.email, owner.email?.split('@')[0]]

  if (personal.some((word) => word?.toLowerCase() === password)) {
    field.report('The password is the same as the name or email address', 'personal', field)
  }
  if (new Set(password).size < 3) {
    field.report('The password is too simple', 'simple', field)
  }
})

/** Refuses spaces that a form would trim. */
const untrimmed = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && value !== value.trim()) {
    field.report('The password may not begin or end with a space', 'untrimmed', field)
  }
})

/** The rules for a new password. */
export const newPassword = () =>
  vine
    .string()
    .minLength(MINIMUM_PASSWORD_LENGTH)
    .maxLength(128)
    .use(untrimmed())
    .use(notGuessable())
