import { test } from '@japa/runner'
import { toDeliveryError } from '../../../app/smtp_admin/mail/delivery_error.js'
import type { Candidate } from '../../../app/smtp_admin/resolution/candidate.js'
import { Redactor } from '../../../app/smtp_admin/secrets/redactor.js'
import { candidateOf, candidateWithLogin } from '../../helpers/smtp/candidates.js'
import { KNOWN_SECRET } from '../../helpers/db/configs.js'

test.group('A failure', () => {
  test('names the server, the reply, the kind and the command', ({ assert }) => {
    const failure = convert(
      smtpError('Mail command failed: 550 5.1.1 No such user', {
        code: 'EENVELOPE',
        command: 'RCPT TO',
        responseCode: 550,
      }),
      candidateOf()
    )
    assert.include(failure.message, 'Primary Mail Server (mail.example.com:587)')
    assert.include(failure.message, 'Mail command failed: 550 5.1.1 No such user')
    assert.include(failure.message, '(EENVELOPE, RCPT TO)')
    assert.containSubset(failure, {
      code: 'E_SMTP_DELIVERY_FAILED',
      status: 502,
      kind: 'EENVELOPE',
      command: 'RCPT TO',
      responseCode: 550,
    })
  })

  test('is of the kind that says most: what Node or OpenSSL calls it', ({ assert }) => {
    const codes = { code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED', command: 'CONN' }
    const failure = convert(smtpError('certificate has expired', codes), candidateOf())
    assert.equal(failure.kind, 'CERT_HAS_EXPIRED')
  })

  test('without facts has none, and is a failure all the same', ({ assert }) => {
    const failure = convert(new TypeError('What?'), candidateOf())
    assert.containSubset(failure, { kind: 'EUNKNOWN', command: null, responseCode: null })
    assert.include(failure.message, 'What? (EUNKNOWN)')
  })

  test('is one bounded line without control characters', ({ assert }) => {
    const text = `550-one\r\n550 \u001b[31mtwo\u0007 \u202ethree\u2028four ${'x'.repeat(1000)}`
    const { message } = convert(smtpError(text, { code: 'EMESSAGE' }), candidateOf())
    assert.include(message, '550-one 550 [31mtwo three four xxx')
    assert.include(message, 'xxx…')
    assert.isBelow(message.length, 600)
    assert.notMatch(message, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  })

  test('does not repeat the password, wherever it is cut off', ({ assert }) => {
    for (let padding = 270; padding < 310; padding++) {
      const text = `${'x'.repeat(padding)}${KNOWN_SECRET}`
      const failure = convert(smtpError(text, { code: 'EAUTH' }), candidateWithLogin())
      assert.notInclude(failure.message, KNOWN_SECRET.slice(0, 5))
    }
  })

  test('keeps nothing of the error that it was made of', ({ assert }) => {
    const error = smtpError('No', { code: 'EAUTH', response: `535 ${KNOWN_SECRET}` })
    const failure = convert(error, candidateWithLogin())
    assert.isUndefined(failure.cause)
    assert.notInclude(JSON.stringify({ ...failure }), KNOWN_SECRET)
  })
})

function convert(error: unknown, candidate: Candidate) {
  return toDeliveryError(error, candidate, Redactor.for(candidate.username, candidate.password))
}

function smtpError(message: string, facts: object) {
  return Object.assign(new Error(message), facts)
}
