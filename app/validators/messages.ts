import { SimpleMessagesProvider } from '@vinejs/vine'
import type { ValidationError } from '@vinejs/vine'

/** Says what to enter rather than what was wrong. */
export const messages = new SimpleMessagesProvider(
  {
    'required': 'Enter the {{ field }}.',
    'email': 'Enter an e-mail address such as name@example.com.',
    'minLength': 'The {{ field }} must have at least {{ min }} characters.',
    'maxLength': 'The {{ field }} may have at most {{ max }} characters.',
    'confirmed': 'The two passwords are not the same.',
    'database.unique': 'There is a user with this {{ field }} already.',
    'role.enum': 'The role must be administrator, operator or viewer.',
    'regex': 'The {{ field }} may have no line breaks or other control characters.',
    'personal': 'The password is the same as the name or the e-mail address. Choose another.',
    'simple': 'The password is too simple. Use at least three different characters.',
    'untrimmed': 'The password may not begin or end with a space.',
  },
  {
    email: 'e-mail address',
    password_confirmation: 'password again',
  }
)

/** The first message of each field, in the order of the form. */
export function errorsByField(error: ValidationError) {
  const failures: { field: string; message: string }[] = error.messages
  const errors: Record<string, string> = {}

  for (const { field, message } of failures) {
    errors[field] ??= message
  }
  return errors
}
