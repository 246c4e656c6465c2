import { test } from '@japa/runner'
import { testConnection } from '../../app/smtp_admin/diagnostics/connection_test.js'
import { PlainPassword } from '../../app/smtp_admin/secrets/plain_password.js'
import { candidateOf, candidateWithLogin } from '../helpers/smtp/candidates.js'
import { trustAuthority } from '../helpers/smtp/certificates.js'
import { KNOWN_SECRET } from '../helpers/db/configs.js'
import { Exim } from '../helpers/smtp/exim.js'
import { SecretSearch } from '../helpers/secrets.js'
import { assertAdvice, assertFailedAt, assertPassed, detailOf } from '../helpers/smtp/stages.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }
const ENVELOPE = { from: 'mailer@example.com', to: 'ops@example.com' }
const reason = Exim.whyNot()

test.group('A test of Exim with TLS from the start', (group) => {
  group.each.skip(reason !== null, reason ?? '')
  group.each.setup(trustAuthority)

  test('goes through every step, to a message in its queue', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN })
    const candidate = candidateWithLogin({ ...exim.address, encryption: 'tls' })
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })

    assertPassed(assert, result)
    assert.include(detailOf(result, 'tls'), 'TLSv1.3 with TLS_')
    assert.include(detailOf(result, 'tls'), 'issued by Authority of the tests')
    assert.match(detailOf(result, 'greeting'), /^The server says: exim\.example\.com ESMTP Exim/)
    const offers = 'Offers login by PLAIN or LOGIN, messages up to 50 MB'
    assert.equal(detailOf(result, 'ehlo'), offers)
    const search = new SecretSearch(LOGIN)
    search.inValue('result', result)
    assert.isEmpty(search.found)

    const [, number] = /id=(\S+)/.exec(detailOf(result, 'message'))!
    const mail = await exim.queued(number)
    assert.include(mail, 'Subject: Test email through Primary Mail Server')
    const arrival = /<= mailer@example\.com .* P=esmtpsa .* A=plain:mailer@example\.com/
    assert.match(await exim.log(), arrival)
  })

  test('fails at the login with a wrong password', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN })
    const password = new PlainPassword('not-the-password')
    const candidate = candidateWithLogin({ ...exim.address, encryption: 'tls', password })
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })
    assertFailedAt(assert, result, 'authentication', '535 Incorrect authentication data')
    assertAdvice(assert, result, /username and password do not go together/)
  })

  test('fails at the greeting where STARTTLS is set, and says that TLS is waited for', async ({
    assert,
  }) => {
    const exim = await Exim.start({ login: LOGIN })
    const candidate = candidateWithLogin(exim.address)
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })
    assertFailedAt(assert, result, 'greeting', 'it waits for TLS')
    assertAdvice(assert, result, /TLS from the start/, { encryption: 'tls' })
    assert.isBelow(result.ms, 5000)
  })

  test('fails at a sender that is not one’s own', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN })
    const candidate = candidateWithLogin({ ...exim.address, encryption: 'tls' })
    const envelope = { ...ENVELOPE, from: 'director@example.com' }
    const result = await testConnection(candidate, { envelope, message: 'send' })
    assertFailedAt(assert, result, 'sender', 'does not belong to mailer@example.com')
    assertAdvice(assert, result, /does not take mail from the from address/)
  })

  test('fails at a recipient who is unknown', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN })
    const candidate = candidateWithLogin({ ...exim.address, encryption: 'tls' })
    const envelope = { ...ENVELOPE, to: 'nobody@example.com' }
    const result = await testConnection(candidate, { envelope, message: 'send' })
    assertFailedAt(assert, result, 'recipient', '550 Unrouteable address')
    assertAdvice(assert, result, /knows no such recipient/)
  })

  test('fails at the recipient when somebody unknown wants to reach others', async ({ assert }) => {
    const exim = await Exim.start()
    const candidate = candidateOf({ ...exim.address, encryption: 'tls' })
    const envelope = { ...ENVELOPE, to: 'somebody@example.org' }
    const result = await testConnection(candidate, { envelope, message: 'send' })
    assertFailedAt(assert, result, 'recipient', '550 relay not permitted', ['authentication'])
    assertAdvice(assert, result, /\(relay\) for somebody who is not logged in/)
  })

  test('fails at a message that is too large', async ({ assert }) => {
    const exim = await Exim.start({ login: LOGIN, sizeLimit: 200 })
    const candidate = candidateWithLogin({ ...exim.address, encryption: 'tls' })
    const result = await testConnection(candidate, { envelope: ENVELOPE, message: 'send' })
    assertFailedAt(assert, result, 'message', '552 Message size exceeds')
    assertAdvice(assert, result, /larger than the server takes/)
  })
})
