import { test } from '@japa/runner'
import { shownProblems } from '../../../app/smtp_admin/admin/presenters/problems.js'
import { validate, type FieldError } from '../../../app/smtp_admin/models/config_validator.js'
import { translator } from '../../../app/smtp_admin/i18n/format.js'

const german = translator('de')

/** Wrong in every field, for as many reasons as one value can be. */
const ENTERED = {
  scope: 'x'.repeat(101),
  name: '',
  host: 'not a host',
  port: 0,
  use_tls: true,
  use_ssl: true,
  username: 'a\nb',
  password: 'x'.repeat(1001),
  from_email: 'nobody',
  from_name: 'x'.repeat(256),
  reply_to: 'x\n@example.com',
  timeout: 1.5,
  is_active: true,
  fallback_order: 'first',
  verify_certificate: true,
  ehlo_name: 'http://example.com/',
  rate_limit_per_minute: 0,
  notes: 'x'.repeat(501),
}

async function problemsOf(entered: Record<string, unknown>): Promise<FieldError[]> {
  const refusal = await validate(entered).catch((error) => error)
  return refusal.messages
}

test.group('Problems in the language of the page', () => {
  test('every field has its own sentences', async ({ assert }) => {
    const english = await problemsOf(ENTERED)
    const shown = shownProblems(german, english)
    const fields = new Set(shown.map(({ field }) => field))
    const wrong = Object.keys(ENTERED).filter(
      (field) => !/^use_|is_active|verify_certificate/.test(field)
    )

    assert.isEmpty(wrong.filter((field) => !fields.has(field)))
    for (const [at, { field, message }] of shown.entries()) {
      assert.notEqual(message, english[at].message, `${field} is said in English`)
      assert.notMatch(message, /[{}]/)
    }
  })

  test('numbers of a rule are in the sentence', async ({ assert }) => {
    const problems = await problemsOf({ ...ENTERED, name: 'x'.repeat(101) })
    const said = shownProblems(german, problems).map(({ message }) => message)

    assert.include(said, 'Kürzen Sie den Namen auf 100 Zeichen.')
    assert.include(
      problems.map(({ message }) => message),
      'Shorten the name to 100 characters.'
    )
  })

  test('what the catalogue does not know stays as it was said', ({ assert }) => {
    const foreign = { field: 'colour', rule: 'hue', message: 'Too green.' }

    assert.deepEqual(shownProblems(german, [foreign]), [foreign])
  })
})
