import { test } from '@japa/runner'
import { PlainPassword } from '../../../app/smtp_admin/secrets/plain_password.js'
import { trustAuthority } from '../../helpers/smtp/certificates.js'
import { KNOWN_SECRET } from '../../helpers/db/configs.js'
import { ScriptedServer } from '../../helpers/smtp/scripted_server.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'
import { assertFailedAt, assertPassed, causeOf, detailOf } from '../../helpers/smtp/stages.js'
import { ENVELOPE, LOGIN, testOf } from '../../helpers/smtp/tested_server.js'
import type { Stage, StageName } from '../../../app/smtp_admin/models/test_report.js'

const ACCOUNT = { username: LOGIN.username, password: KNOWN_SECRET }

test.group('A test of a real server', (group) => {
  group.each.setup(trustAuthority)

  for (const encryption of ['none', 'starttls', 'tls'] as const) {
    for (const login of [ACCOUNT, undefined]) {
      test(`passes with encryption ${encryption} and ${login ? 'a' : 'no'} login`, async ({
        assert,
      }) => {
        const server = await SmtpServer.start({ encryption, login })
        const told: Stage[] = []
        const result = await testOf(
          server,
          { encryption, ...(login && LOGIN) },
          { onStage: (stage) => told.push(stage) }
        )

        const skipped: StageName[] = [
          ...(encryption === 'none' ? (['tls'] as const) : []),
          ...(login ? [] : (['authentication'] as const)),
          'message',
        ]
        assertPassed(assert, result, skipped)
        assert.deepEqual(told, result.report.stages)
        assert.isNull(result.report.advice)
        assert.lengthOf(server.logins, login ? 1 : 0)
        assert.equal(result.report.tls === null, encryption === 'none')
        assert.include(result.transcript, 'RSET')
        assert.isEmpty(server.mails)
        assert.equal(server.connections, 1)
      })
    }
  }

  test('is not failed by a sender that takes no mail, where nobody has named a recipient', async ({
    assert,
  }) => {
    const noReply = { from: 'no-reply@example.com', to: 'no-reply@example.com' }
    const server = await ScriptedServer.start({ RCPT: '550 5.1.1 No such user here' })

    const result = await testOf(server, {}, { envelope: noReply })

    assertPassed(assert, result, ['tls', 'authentication', 'recipient', 'message'])
    assert.match(detailOf(result, 'recipient'), /says nothing of others/)
  })

  test('is failed by a recipient who was named and is unknown, or by relaying that is refused', async ({
    assert,
  }) => {
    const noReply = { from: 'no-reply@example.com', to: 'no-reply@example.com' }
    const unknown = await ScriptedServer.start({ RCPT: '550 5.1.1 No such user here' })
    const refusing = await ScriptedServer.start({ RCPT: '554 5.7.1 Relay access denied' })

    assertFailedAt(assert, await testOf(unknown), 'recipient', '550', ['tls', 'authentication'])
    const relaying = await testOf(refusing, {}, { envelope: noReply })
    assertFailedAt(assert, relaying, 'recipient', '554', ['tls', 'authentication'])
  })

  test('tells what it finds at each step', async ({ assert }) => {
    const server = await SmtpServer.start({ encryption: 'starttls', login: ACCOUNT })
    const result = await testOf(server, { host: 'localhost', encryption: 'starttls', ...LOGIN })

    assert.equal(detailOf(result, 'lookup'), 'Found 127.0.0.1')
    assert.equal(detailOf(result, 'connect'), `Connected to 127.0.0.1, port ${server.port}`)
    assert.match(detailOf(result, 'greeting'), /^The server says: .*ESMTP/)
    assert.match(detailOf(result, 'ehlo'), /^Offers STARTTLS, login by PLAIN or LOGIN/)
    assert.match(
      detailOf(result, 'tls'),
      /^TLSv1\.[23] with TLS_.* for localhost, 127\.0\.0\.1, is/
    )
    assert.equal(detailOf(result, 'authentication'), 'Logged in as mailer@example.com')
    assert.equal(detailOf(result, 'sender'), 'no-reply@example.com is accepted')
    assert.equal(detailOf(result, 'recipient'), 'reader@example.com is accepted')
    assert.equal(detailOf(result, 'message'), 'No message was asked for')
    assert.deepEqual(result.report.tls!.certificate!.names, ['localhost', '127.0.0.1'])
    assert.isTrue(result.report.stages.every(({ ms }) => Number.isInteger(ms) && ms >= 0))
  })

  test('sends a message when it is asked to, from the sender to the recipient', async ({
    assert,
  }) => {
    const server = await SmtpServer.start({ encryption: 'tls', login: ACCOUNT })
    const result = await testOf(
      server,
      { encryption: 'tls', fromName: 'Order desk', ...LOGIN },
      { message: 'send' }
    )

    assertPassed(assert, result)
    const [mail] = await server.received(1)
    assert.containSubset(mail, {
      from: { address: ENVELOPE.from, name: 'Order desk' },
      to: [ENVELOPE.to],
      envelope: { from: ENVELOPE.from, to: [ENVELOPE.to] },
      user: LOGIN.username,
      isEncrypted: true,
    })
    assert.lengthOf(server.mails, 1)
    assert.match(detailOf(result, 'message'), /^A message to reader@example.com was accepted: 250 /)
  })

  test('fails at the login where the server has none, whatever else would pass', async ({
    assert,
  }) => {
    const server = await SmtpServer.start()
    const result = await testOf(server, LOGIN)
    assertFailedAt(assert, result, 'authentication', 'does not offer logging in', ['tls'])
    assert.match(causeOf(result), /offers no login/)
    assert.isEmpty(server.mails)
  })

  test('stops after the login where no sender is known', async ({ assert }) => {
    const server = await SmtpServer.start({ login: ACCOUNT })
    const result = await testOf(server, { fromEmail: null, ...LOGIN }, { envelope: null })
    assertPassed(assert, result, ['tls', 'sender', 'recipient', 'message'])
    assert.notInclude(result.transcript, 'MAIL')
  })
})

test.group('What a test says to a server', () => {
  test('is a sender and a recipient, taken back, and no message', async ({ assert }) => {
    const server = await ScriptedServer.start()
    await testOf(server, { ehloName: 'app.example' })
    await server.allGone()
    assert.deepEqual(server.heard.split('\r\n'), [
      'EHLO app.example',
      'MAIL FROM:<no-reply@example.com>',
      'RCPT TO:<reader@example.com>',
      'RSET',
      'QUIT',
      '',
    ])
  })

  test('has the domains of addresses in ASCII, as mail is sent', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const result = await testOf(
      server,
      {},
      { envelope: { from: 'post@bücher.example', to: 'leser@bücher.example' }, message: 'send' }
    )
    assert.equal(result.verdict, 'passed')
    assert.equal(server.heard.split('<post@xn--bcher-kva.example>').length, 3)
    assert.include(server.heard, 'RCPT TO:<leser@xn--bcher-kva.example>')
  })

  test('says so where an address needs more than ASCII, as far as the server knows how', async ({
    assert,
  }) => {
    const server = await ScriptedServer.start({ EHLO: '250-test.example\r\n250 SMTPUTF8' })
    const envelope = { from: 'bücher@example.com', to: ENVELOPE.to }
    await testOf(server, {}, { envelope })
    assert.include(server.heard, '@example.com> SMTPUTF8\r\n')
  })

  test('is no command that stood in an address', async ({ assert }) => {
    for (const to of ['a@example.com>\r\nDATA', 'a@example.com> SIZE=1', 'a b@example.com']) {
      const server = await ScriptedServer.start()
      const result = await testOf(server, {}, { envelope: { ...ENVELOPE, to } })
      assert.equal(result.verdict, 'failed')
      assert.notMatch(server.heard, /DATA|SIZE|RCPT/)
    }
  })

  test('does not hinge on what the password is', async ({ assert }) => {
    for (const password of ['220', '250', '2', 'PLAIN', 'EHLO']) {
      const login = { username: LOGIN.username, password: new PlainPassword(password) }
      const server = await ScriptedServer.start({
        EHLO: '250-test.example\r\n250 AUTH PLAIN LOGIN',
        AUTH: '235 Welcome',
      })
      const result = await testOf(server, login)
      assertPassed(assert, result, ['tls', 'message'])
    }
  })

  test('passes where the code is another of those that mean yes', async ({ assert }) => {
    const server = await ScriptedServer.start({ EHLO: '251 Hello', MAIL: '251 OK', RCPT: '252 OK' })
    const result = await testOf(server)
    assertPassed(assert, result, ['tls', 'authentication', 'message'])
  })
})
