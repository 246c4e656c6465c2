import { test } from '@japa/runner'
import { testConnection } from '../../app/smtp_admin/diagnostics/connection_test.js'
import { Password } from '../../app/smtp_admin/secrets/secret_box.js'
import { candidateOf, candidateWithLogin } from '../helpers/smtp/candidates.js'
import { trustAuthority } from '../helpers/smtp/certificates.js'
import { KNOWN_SECRET } from '../helpers/db/configs.js'
import { Postfix } from '../helpers/smtp/postfix.js'
import { SecretSearch } from '../helpers/secrets.js'
import { assertAdvice, assertFailedAt, assertPassed, formatStage } from '../helpers/smtp/stages.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }
const ENVELOPE = { from: 'mailer@example.com', to: 'ops@example.com' }

const REFUSED_RECIPIENTS = [
  {
    because: 'is unknown',
    to: 'nobody@example.com',
    words: '550 5.1.1',
    cause: /recipient does not exist/,
  },
  {
    because: 'is greylisted',
    to: 'later@example.com',
    words: '450 4.2.0',
    cause: /greylisting/,
  },
]

const reason = Postfix.whyNot()

test.group('A test of Postfix with STARTTLS and SASL', (group) => {
  group.each.skip(reason !== null, reason ?? '')
  group.each.setup(trustAuthority)

  test('passes every stage, and queues a message', async ({ assert }) => {
    const postfix = await Postfix.start({ login: LOGIN })
    const candidate = candidateWithLogin(postfix.address)
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })

    assertPassed(assert, result)
    assert.equal(
      formatStage(result, 'greeting'),
      'Server response: postfix.example.com ESMTP Postfix'
    )
    assert.match(
      formatStage(result, 'ehlo'),
      /^Supports STARTTLS, authentication \((PLAIN|LOGIN|CRAM-MD5)/
    )
    assert.include(formatStage(result, 'tls'), 'TLSv1.3, TLS_')
    assert.include(formatStage(result, 'tls'), 'by Authority of the tests')

    const [, number] = /queued as (\w+)/.exec(formatStage(result, 'message'))!
    const mail = await postfix.queued(number)
    assert.include(mail, 'Subject: Test email through Primary Mail Server')
    assert.include(mail, 'sender: mailer@example.com')
    assert.include(mail, 'recipient: ops@example.com')
    assert.include(mail, 'sasl_username=mailer@example.com')
  })

  for (const method of ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const) {
    test(`authenticates with ${method} without showing the password`, async ({ assert }) => {
      const postfix = await Postfix.start({ login: LOGIN, loginMethods: [method] })
      const candidate = candidateWithLogin(postfix.address)
      const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'none' })

      assertPassed(assert, result, ['message'])
      assert.include(formatStage(result, 'ehlo'), `authentication (${method}`)
      assert.include(result.transcript, `C: AUTH ${method}`)
      const search = new SecretSearch(LOGIN)
      search.inValue('result', result)
      assert.isEmpty(search.found)
    })
  }

  test('fails in the authentication stage with a wrong password', async ({ assert }) => {
    const postfix = await Postfix.start({ login: LOGIN })
    const password = new Password('not-the-password')
    const candidate = candidateWithLogin({ ...postfix.address, password })
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })
    assertFailedAt(assert, result, 'authentication', '535 5.7.8')
    assertAdvice(assert, result, /Incorrect username or password/)
  })

  test('fails in the authentication stage without encryption: Postfix offers none', async ({
    assert,
  }) => {
    const postfix = await Postfix.start({ login: LOGIN })
    const candidate = candidateWithLogin({ ...postfix.address, encryption: 'none' })
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })
    assertFailedAt(assert, result, 'authentication', 'does not support authentication', ['tls'])
    assertAdvice(assert, result, /only after encryption/, {
      encryption: 'starttls',
    })
  })

  test('fails in the encryption stage with implicit TLS', async ({ assert }) => {
    const postfix = await Postfix.start({ login: LOGIN })
    const candidate = candidateWithLogin({ ...postfix.address, encryption: 'tls' })
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })
    assertFailedAt(assert, result, 'tls', 'does not support SSL/TLS')
    assertAdvice(assert, result, /It uses STARTTLS/, { encryption: 'starttls' })
  })

  test('fails in the recipient stage when it relays without authentication', async ({ assert }) => {
    const postfix = await Postfix.start()
    const envelope = { from: 'mailer@example.com', to: 'somebody@example.org' }
    const result = await testConnection(candidateOf(postfix.address), { envelope, message: 'send' })
    assertFailedAt(assert, result, 'recipient', 'Relay access denied', ['authentication'])
    assertAdvice(assert, result, /Relaying denied: the server requires authentication/)
  })

  for (const { because, to, words, cause } of REFUSED_RECIPIENTS) {
    test(`fails for a recipient who ${because}`, async ({ assert }) => {
      const postfix = await Postfix.start({ login: LOGIN })
      const candidate = candidateWithLogin(postfix.address)
      const envelope = { ...ENVELOPE, to }
      const result = await testConnection(candidate, { envelope, message: 'send' })
      assertFailedAt(assert, result, 'recipient', words)
      assertAdvice(assert, result, cause)
    })
  }

  // By default, Postfix rejects a sender only after RCPT TO.
  test('fails in the recipient stage with a sender of another account', async ({ assert }) => {
    const postfix = await Postfix.start({ login: LOGIN })
    const envelope = { ...ENVELOPE, from: 'director@example.com' }
    const candidate = candidateWithLogin(postfix.address)
    const result = await testConnection(candidate, { envelope, message: 'send' })
    assertFailedAt(assert, result, 'recipient', 'not owned by user mailer@example.com')
    assertAdvice(assert, result, /not allowed to send as the From email/, {
      fromEmail: 'mailer@example.com',
    })
  })
})
