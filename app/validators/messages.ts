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
    'enum': 'The {{ field }} must be one of {{ choices }}.',
    'regex': 'The {{ field }} may not contain line breaks or other control characters.',
    'personal': 'The password is the same as the name or the e-mail address. Choose another.',
    'common': 'The password is too common. Choose one that nobody would guess.',
    'untrimmed': 'The password may not begin or end with a space.',
  },
  {
    email: 'e-mail address',
    password_confirmation: 'password again',
  }
)

/** The first message of each field. */
export function errorsByField(error: ValidationError): Record<string, string> {
  const failures: { field: string; message: string }[] = error.messages
  return Object.fromEntries(failures.toReversed().map(({ field, message }) => [field, message]))
}
