import { test } from '@japa/runner'
import { Password } from '../../../app/smtp_admin/secrets/secret_box.js'
import { trustAuthority } from '../../helpers/smtp/certificates.js'
import { KNOWN_SECRET } from '../../helpers/db/configs.js'
import { ScriptedServer } from '../../helpers/smtp/scripted_server.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'
import {
  assertFailedAt,
  assertPassed,
  formatCause,
  formatStage,
} from '../../helpers/smtp/stages.js'
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

  test('passes when the sender has no mailbox and no recipient is given', async ({ assert }) => {
    const noReply = { from: 'no-reply@example.com', to: 'no-reply@example.com' }
    const server = await ScriptedServer.start({ RCPT: '550 5.1.1 No such user here' })

    const result = await testOf(server, {}, { envelope: noReply })

    assertPassed(assert, result, ['tls', 'authentication', 'recipient', 'message'])
    assert.match(formatStage(result, 'recipient'), /has no mailbox on this server/)
  })

  test('fails for a given recipient that is unknown, or when relaying is denied', async ({
    assert,
  }) => {
    const noReply = { from: 'no-reply@example.com', to: 'no-reply@example.com' }
    const unknown = await ScriptedServer.start({ RCPT: '550 5.1.1 No such user here' })
    const refusing = await ScriptedServer.start({ RCPT: '554 5.7.1 Relay access denied' })

    assertFailedAt(assert, await testOf(unknown), 'recipient', '550', ['tls', 'authentication'])
    const relaying = await testOf(refusing, {}, { envelope: noReply })
    assertFailedAt(assert, relaying, 'recipient', '554', ['tls', 'authentication'])
  })

  test('describes what it finds in each stage', async ({ assert }) => {
    const server = await SmtpServer.start({ encryption: 'starttls', login: ACCOUNT })
    const result = await testOf(server, { host: 'localhost', encryption: 'starttls', ...LOGIN })

    assert.equal(formatStage(result, 'lookup'), 'Resolved to 127.0.0.1')
    assert.equal(formatStage(result, 'connect'), `Connected to 127.0.0.1, port ${server.port}`)
    assert.match(formatStage(result, 'greeting'), /^Server response: .*ESMTP/)
    assert.match(
      formatStage(result, 'ehlo'),
      /^Supports STARTTLS, authentication \(PLAIN or LOGIN\)/
    )
    assert.match(
      formatStage(result, 'tls'),
      /^TLSv1\.[23], TLS_.* issued to localhost, 127\.0\.0\.1 by /
    )
    assert.equal(formatStage(result, 'authentication'), 'Authenticated as mailer@example.com')
    assert.equal(formatStage(result, 'sender'), 'no-reply@example.com was accepted')
    assert.equal(formatStage(result, 'recipient'), 'reader@example.com was accepted')
    assert.equal(formatStage(result, 'message'), 'No test email was requested')
    assert.deepEqual(result.report.tls!.certificate!.names, ['localhost', '127.0.0.1'])
    assert.isTrue(result.report.stages.every(({ ms }) => Number.isInteger(ms) && ms >= 0))
  })

  test('sends a message on request, from the sender to the recipient', async ({ assert }) => {
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
    assert.match(
      formatStage(result, 'message'),
      /^Sent to reader@example.com. Server response: 250 /
    )
  })

  test('fails in the authentication stage when the server offers none', async ({ assert }) => {
    const server = await SmtpServer.start()
    const result = await testOf(server, LOGIN)
    assertFailedAt(assert, result, 'authentication', 'does not support authentication', ['tls'])
    assert.match(formatCause(result), /does not support authentication/)
    assert.isEmpty(server.mails)
  })

  test('stops after authentication when no sender is known', async ({ assert }) => {
    const server = await SmtpServer.start({ login: ACCOUNT })
    const result = await testOf(server, { fromEmail: null, ...LOGIN }, { envelope: null })
    assertPassed(assert, result, ['tls', 'sender', 'recipient', 'message'])
    assert.notInclude(result.transcript, 'MAIL')
  })
})

test.group('The dialogue of a test', () => {
  test('has a sender, a recipient, a reset and no message', async ({ assert }) => {
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

  test('has domains in ASCII', async ({ assert }) => {
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

  test('has SMTPUTF8 for international addresses, if the server supports it', async ({
    assert,
  }) => {
    const server = await ScriptedServer.start({ EHLO: '250-test.example\r\n250 SMTPUTF8' })
    const envelope = { from: 'bücher@example.com', to: ENVELOPE.to }
    await testOf(server, {}, { envelope })
    assert.include(server.heard, '@example.com> SMTPUTF8\r\n')
  })

  test('has no command that is injected through an address', async ({ assert }) => {
    for (const to of ['a@example.com>\r\nDATA', 'a@example.com> SIZE=1', 'a b@example.com']) {
      const server = await ScriptedServer.start()
      const result = await testOf(server, {}, { envelope: { ...ENVELOPE, to } })
      assert.equal(result.verdict, 'failed')
      assert.notMatch(server.heard, /DATA|SIZE|RCPT/)
    }
  })

  test('works with any password', async ({ assert }) => {
    for (const password of ['220', '250', '2', 'PLAIN', 'EHLO']) {
      const login = { username: LOGIN.username, password: new Password(password) }
      const server = await ScriptedServer.start({
        EHLO: '250-test.example\r\n250 AUTH PLAIN LOGIN',
        AUTH: '235 Welcome',
      })
      const result = await testOf(server, login)
      assertPassed(assert, result, ['tls', 'message'])
    }
  })

  test('may have any positive reply code', async ({ assert }) => {
    const server = await ScriptedServer.start({ EHLO: '251 Hello', MAIL: '251 OK', RCPT: '252 OK' })
    const result = await testOf(server)
    assertPassed(assert, result, ['tls', 'authentication', 'message'])
  })
})
