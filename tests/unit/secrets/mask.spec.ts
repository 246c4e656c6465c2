import { test } from '@japa/runner'
import { maskPassword } from '../../../app/smtp_admin/secrets/mask.js'
import { PlainPassword } from '../../../app/smtp_admin/secrets/plain_password.js'
import { formsOf } from '../../helpers/secrets.js'

/** Lengths that leave no, one and two characters of padding in base64. */
const LOGINS = ['secret', 'secret1', 'secret12', 'pässwörd ✓', 'a+b/c=d', '$& $1 \\'].map(
  (password) => ({ username: 'mailer@example.com', password })
)

test.group('Masking', () => {
  for (const login of LOGINS) {
    test(`hides “${login.password}” in every form in which it may come back`, ({ assert }) => {
      for (const form of formsOf(login)) {
        const masked = maskPassword(
          `535 <${form}> and ${form}.`,
          login.username,
          new PlainPassword(login.password)
        )
        assert.notInclude(masked, form)
        assert.match(masked, /^535 <.*\[redacted\].*> and .*\[redacted\].*\.$/)
      }
    })
  }

  test('leaves the rest, the username and a text without password as they are', ({ assert }) => {
    const text = '535 mailer@example.com, no'
    assert.equal(maskPassword(text, 'mailer@example.com', new PlainPassword('secret')), text)
    assert.equal(maskPassword(text, null, null), text)
  })
})
