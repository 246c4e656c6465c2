import { test } from '@japa/runner'
import { testConnection } from '../../app/smtp_admin/diagnostics/connection_test.js'
import { Password } from '../../app/smtp_admin/secrets/secret_box.js'
import { candidateOf, candidateWithLogin } from '../helpers/smtp/candidates.js'
import { trustAuthority } from '../helpers/smtp/certificates.js'
import { KNOWN_SECRET } from '../helpers/db/configs.js'
import { Exim } from '../helpers/smtp/exim.js'
import { SecretSearch } from '../helpers/secrets.js'
import { assertAdvice, assertFailedAt, assertPassed, formatStage } from '../helpers/smtp/stages.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }
const ENVELOPE = { from: 'mailer@example.com', to: 'ops@example.com' }
const reason = Exim.whyNot()

test.group('A test of Exim with implicit TLS', (group) => {
  group.each.skip(reason !== null, reason ?? '')
  group.each.setup(trustAuthority)

  test('passes every stage, and queues a message', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN })
    const candidate = candidateWithLogin({ ...exim.address, encryption: 'tls' })
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })

    assertPassed(assert, result)
    assert.include(formatStage(result, 'tls'), 'TLSv1.3, TLS_')
    assert.include(formatStage(result, 'tls'), 'by Authority of the tests')
    assert.match(formatStage(result, 'greeting'), /^Server response: exim\.example\.com ESMTP Exim/)
    const offers = 'Supports authentication (PLAIN or LOGIN), maximum message size 50 MB'
    assert.equal(formatStage(result, 'ehlo'), offers)
    const search = new SecretSearch(LOGIN)
    search.inValue('result', result)
    assert.isEmpty(search.found)

    const [, number] = /id=(\S+)/.exec(formatStage(result, 'message'))!
    const mail = await exim.queued(number)
    assert.include(mail, 'Subject: Test email through Primary Mail Server')
    const arrival = /<= mailer@example\.com .* P=esmtpsa .* A=plain:mailer@example\.com/
    assert.match(await exim.log(), arrival)
  })

  test('fails in the authentication stage with a wrong password', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN })
    const password = new Password('not-the-password')
    const candidate = candidateWithLogin({ ...exim.address, encryption: 'tls', password })
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })
    assertFailedAt(assert, result, 'authentication', '535 Incorrect authentication data')
    assertAdvice(assert, result, /Incorrect username or password/)
  })

  test('fails in the greeting stage with STARTTLS, and suggests TLS', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN })
    const candidate = candidateWithLogin(exim.address)
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })
    assertFailedAt(assert, result, 'greeting', 'expects SSL/TLS')
    assertAdvice(assert, result, /SSL\/TLS/, { encryption: 'tls' })
    assert.isBelow(result.ms, 5000)
  })

  test('fails for a sender of another account', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN })
    const candidate = candidateWithLogin({ ...exim.address, encryption: 'tls' })
    const envelope = { ...ENVELOPE, from: 'director@example.com' }
    const result = await testConnection(candidate, { envelope, message: 'send' })
    assertFailedAt(assert, result, 'sender', 'does not belong to mailer@example.com')
    assertAdvice(assert, result, /does not accept the From email/)
  })

  test('fails for an unknown recipient', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN })
    const candidate = candidateWithLogin({ ...exim.address, encryption: 'tls' })
    const envelope = { ...ENVELOPE, to: 'nobody@example.com' }
    const result = await testConnection(candidate, { envelope, message: 'send' })
    assertFailedAt(assert, result, 'recipient', '550 Unrouteable address')
    assertAdvice(assert, result, /recipient does not exist/)
  })

  test('fails in the recipient stage when it relays without authentication', async ({ assert }) => {
    const exim = await Exim.start()
    const candidate = candidateOf({ ...exim.address, encryption: 'tls' })
    const envelope = { ...ENVELOPE, to: 'somebody@example.org' }
    const result = await testConnection(candidate, { envelope, message: 'send' })
    assertFailedAt(assert, result, 'recipient', '550 relay not permitted', ['authentication'])
    assertAdvice(assert, result, /Relaying denied: the server requires authentication/)
  })

  test('fails for a message that is too large', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN, sizeLimit: 200 })
    const candidate = candidateWithLogin({ ...exim.address, encryption: 'tls' })
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })
    assertFailedAt(assert, result, 'message', '552 Message size exceeds')
    assertAdvice(assert, result, /exceeds the server’s size limit/)
  })
})
