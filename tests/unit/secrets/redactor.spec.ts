import { test } from '@japa/runner'
import { Redactor } from '../../../app/smtp_admin/secrets/redactor.js'
import { Password } from '../../../app/smtp_admin/secrets/secret_box.js'
import { secretsIn } from '../../helpers/encoded_secrets.js'
import { formsOf } from '../../helpers/secrets.js'

/** Lengths that leave no, one and two characters of padding in base64. */
const LOGINS = ['secret', 'secret1', 'secret12', 'pässwörd ✓', 'a+b/c=d', '$& $1 \\'].map(
  (password) => ({ username: 'mailer@example.com', password })
)

const MEGABYTE = 1024 * 1024

test.group('The redactor', () => {
  for (const login of LOGINS) {
    test(`hides “${login.password}” in every form in which it may come back`, ({ assert }) => {
      for (const form of formsOf(login)) {
        const redacted = Redactor.for(login.username, new Password(login.password)).redact(
          `535 <${form}> and ${form}.`
        )
        assert.notInclude(redacted, form)
        assert.match(redacted, /^535 <.*\[redacted\].*> and .*\[redacted\].*\.$/)
      }
    })

    test(`hides “${login.password}” in base64 wherever it begins and ends`, ({ assert }) => {
      const redactor = new Redactor(login.password)
      for (const before of ['', 'a', 'ab', 'abc', 'You said: ']) {
        for (const after of ['', 'z', 'yz', 'xyz', ', did you?']) {
          for (const encoding of ['base64', 'base64url'] as const) {
            const form = Buffer.from(before + login.password + after).toString(encoding)
            assert.equal(
              redactor.redact(`535 <${form}>.`),
              '535 <[redacted]>.',
              `${before}…${after}`
            )
            assert.equal(redactor.redact(`535 ${form.replace(/=+$/, '')}`), '535 [redacted]')
          }
        }
      }
    })
  }

  test('leaves the rest, the username and a text without password as they are', ({ assert }) => {
    const text = '535 mailer@example.com, no'
    assert.equal(Redactor.for('mailer@example.com', new Password('secret')).redact(text), text)
    assert.equal(Redactor.for(null, null).redact(text), text)
  })

  test('leaves no bits of a password at the ends of a word in base64', ({ assert }) => {
    const redactor = new Redactor('secret')
    const word = Buffer.from('before secret after').toString('base64')
    assert.equal(redactor.redact(`535 ${word}, no`), '535 [redacted], no')
    assert.equal(redactor.redact(`535 ${word} ${word}`), '535 [redacted] [redacted]')
  })

  test('finds what is there only once the text is tidied', ({ assert }) => {
    const redactor = new Redactor('abcd efgh')
    for (const blank of [' ', '\t', '  ', '\u200b ', '\r', '\u0000']) {
      assert.equal(
        redactor.redact(`no <abcd${blank}efgh>`),
        'no <[redacted]>',
        JSON.stringify(blank)
      )
    }
  })

  test('finds what reads differently where bytes are taken for characters', ({ assert }) => {
    const redactor = new Redactor('pässwörd')
    assert.equal(redactor.redact('no pÃ¤sswÃ¶rd'), 'no [redacted]')
  })

  test('leaves words alone that only look a little like a short password', ({ assert }) => {
    const text = '250-AUTH PLAIN LOGIN\n250 SIZE 35882577 https://example.com/a?b=YWJj'
    assert.equal(new Redactor('a1').redact(text), text)
  })

  test('knows secrets that it is told later', ({ assert }) => {
    const redactor = new Redactor('one')
    assert.equal(redactor.redact('one two'), '[redacted] two')
    redactor.add('two')
    assert.equal(redactor.redact('one two'), '[redacted] [redacted]')
  })

  test('without a secret only tidies', ({ assert }) => {
    assert.equal(new Redactor().redact('a\u001b[31mb\nc'), 'a [31mb\nc')
    assert.equal(new Redactor('').redact('abc'), 'abc')
  })

  test('shows no secret that stands where a long text is cut', ({ assert }) => {
    const secret = 'kNowN-s3cret-0f-the-tests'
    const redactor = new Redactor(secret)
    for (let at = 99_900; at <= 100_010; at++) {
      const redacted = redactor.redact('x'.repeat(at) + secret + 'x'.repeat(MEGABYTE / 8))
      assert.notMatch(redacted.slice(-60), /kNo|tests/)
    }
  })

  test('takes no time worth mentioning, however long and awkward a text is', ({ assert }) => {
    const awkward: [secret: string, text: string][] = [
      ['kNowN-s3cret', 'x'.repeat(MEGABYTE)],
      ['kNowN-s3cret', 'kNowN-s3cre'.repeat(MEGABYTE / 11)],
      [
        'kNowN-s3cret',
        Buffer.from('kNowN-s3cret')
          .toString('base64')
          .repeat(MEGABYTE / 16),
      ],
      ['kNowN-s3cret', '\u0001a'.repeat(MEGABYTE / 2)],
      ['kNowN-s3cret', ' '.repeat(MEGABYTE)],
      [`${'a'.repeat(999)}b`, 'a'.repeat(MEGABYTE)],
      [`b${'a'.repeat(999)}`, 'YWFh'.repeat(MEGABYTE / 4)],
    ]
    for (const [secret, text] of awkward) {
      const redactor = new Redactor(secret)
      const started = performance.now()
      const redacted = redactor.redact(text)
      assert.isBelow(performance.now() - started, 200)
      assert.isEmpty(secretsIn(redacted, [secret]))
    }
  })
})
