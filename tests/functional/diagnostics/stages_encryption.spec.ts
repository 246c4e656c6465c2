import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { test } from '@japa/runner'
import type { TestResult } from '../../../app/smtp_admin/models/test_report.js'
import {
  type Certificate,
  certificateOfAnother,
  certificateWithAuthority,
  expiredCertificate,
  selfSignedCertificate,
  trustAuthority,
  validCertificate,
} from '../../helpers/smtp/certificates.js'
import {
  type Reply,
  type Script,
  ScriptedServer,
  hangUp,
  silence,
} from '../../helpers/smtp/scripted_server.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'
import { assertFailedAt, formatCause, formatStage } from '../../helpers/smtp/stages.js'
import { LOGIN, assertInTime, testOf } from '../../helpers/smtp/tested_server.js'

const OFFERS_STARTTLS = '250-test.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN'
const GARBAGE = '\u0000\u0001garbage\u00ff\u0002'.repeat(20)

type Act = Exclude<Reply, string>

/** Failures of the TLS handshake. */
const HANDSHAKES: Record<string, { says: string; advises: RegExp; reply: Act }> = {
  'is silent': {
    says: 'TLS handshake timed out after 1 second',
    advises: /did not complete the TLS handshake/,
    reply: () => {},
  },
  'hangs up': {
    says: 'The server reset the connection',
    advises: /did not complete the TLS handshake/,
    reply: (socket) => socket.end(),
  },
  'sends garbage': {
    says: 'does not support SSL/TLS',
    advises: /invalid TLS response|does not support SSL\/TLS/,
    reply: (socket) => socket.write(Buffer.from(GARBAGE, 'latin1')),
  },
}

test.group('A test with STARTTLS of a server that', () => {
  for (const [what, { says, advises, reply }] of Object.entries(HANDSHAKES)) {
    test(`${what} after STARTTLS fails in the encryption stage`, async ({ assert }) => {
      const server = await ScriptedServer.start({
        EHLO: OFFERS_STARTTLS,
        STAR: (socket, line) => {
          socket.write('220 Go on\r\n')
          toHandshake(reply)(socket, line)
        },
      })
      const result = await testOf(server, { encryption: 'starttls', timeout: 1, ...LOGIN })

      assertFailedAt(assert, result, 'tls', says)
      assert.match(formatCause(result), advises)
      assert.notMatch(server.heard, /AUTH|MAIL/)
      assertInTime(assert, result, 1)
    })
  }

  const REFUSALS: Record<string, [script: Script, says: string, advises: RegExp]> = {
    'does not offer it': [
      {},
      'does not support STARTTLS. Response: 502',
      /does not support STARTTLS/,
    ],
    'cannot encrypt now': [
      { EHLO: OFFERS_STARTTLS, STAR: '454 4.7.0 TLS not available due to local problem' },
      '454 4.7.0',
      /temporarily unable/,
    ],
    'offers and refuses it': [
      { EHLO: OFFERS_STARTTLS, STAR: '554 5.7.3 Unable to initialize security subsystem' },
      '554 5.7.3',
      /announces STARTTLS but then rejects it/,
    ],
    'hangs up instead': [
      { EHLO: OFFERS_STARTTLS, STAR: hangUp },
      'closed the connection',
      /did not complete the TLS handshake/,
    ],
  }
  for (const [what, [script, says, advises]] of Object.entries(REFUSALS)) {
    test(`${what} fails in the encryption stage, and nothing is sent unencrypted`, async ({
      assert,
    }) => {
      const server = await ScriptedServer.start({ ...script, AUTH: '235 Thank you' })
      const result = await testOf(server, { encryption: 'starttls', ...LOGIN })

      assertFailedAt(assert, result, 'tls', says)
      assert.match(formatCause(result), advises)
      assert.notMatch(server.heard, /AUTH|MAIL/)
    })
  }

  test('does not support EHLO fails in the EHLO stage', async ({ assert }) => {
    const server = await ScriptedServer.start({ EHLO: '502 What?', HELO: '250 Hello' })
    const result = await testOf(server, { encryption: 'starttls', ...LOGIN })
    assertFailedAt(assert, result, 'ehlo', '502 What?')
    assert.match(formatCause(result), /does not support EHLO/)
    assert.notMatch(server.heard, /AUTH|MAIL/)
  })

  test('sends a reply before the handshake has it ignored', async ({ assert }) => {
    await trustAuthority()
    const server = await ScriptedServer.start(
      { EHLO: helloOf('PLAIN'), AUTH: '235 Welcome' },
      {
        certificate: await validCertificate(),
        starttlsReply: '220 Go on\r\n250-test.example\r\n250-AUTH CRAM-MD5\r\n250 SIZE 1',
      }
    )
    const result = await testOf(server, { encryption: 'starttls', ...LOGIN })

    assert.equal(result.verdict, 'passed')
    assert.include(formatStage(result, 'ehlo'), 'STARTTLS, authentication (PLAIN')
    assert.notInclude(JSON.stringify(result.report.stages), 'CRAM-MD5')
    assert.include(server.heard, 'AUTH PLAIN')
  })

  test('announces AUTH only after STARTTLS has it reported', async ({ assert }) => {
    await trustAuthority()
    const server = await ScriptedServer.start(
      {
        EHLO: helloOf('LOGIN CRAM-MD5'),
        AUTH: '535 5.7.8 No',
      },
      { certificate: await validCertificate() }
    )
    const result = await testOf(server, { encryption: 'starttls', ...LOGIN })
    assertFailedAt(assert, result, 'authentication', '535 5.7.8 No')
    assert.equal(
      formatStage(result, 'ehlo'),
      'Supports STARTTLS, authentication (LOGIN or CRAM-MD5)'
    )
  })

  test('falls silent after the handshake fails before authentication', async ({ assert }) => {
    await trustAuthority()
    const server = await ScriptedServer.start(
      {
        EHLO: (socket) => {
          if (!(socket instanceof TLSSocket)) {
            socket.write(`${OFFERS_STARTTLS}\r\n`)
          }
        },
      },
      { certificate: await validCertificate() }
    )
    const result = await testOf(server, { encryption: 'starttls', timeout: 1, ...LOGIN })
    assertFailedAt(assert, result, 'authentication', 'No response within 1 second')
    assertInTime(assert, result, 1)
  })
})

test.group('A test with implicit TLS of a server that', () => {
  for (const [what, { says, advises, reply }] of Object.entries(HANDSHAKES)) {
    test(`${what} fails in the encryption stage`, async ({ assert }) => {
      const server = await ScriptedServer.start({ greeting: toHandshake(reply) })
      const result = await testOf(server, { encryption: 'tls', timeout: 1, ...LOGIN })

      assertFailedAt(assert, result, 'tls', says)
      assert.match(formatCause(result), advises)
      assertInTime(assert, result, 1)
    })
  }

  test('starts unencrypted suggests STARTTLS', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const result = await testOf(server, { encryption: 'tls', ...LOGIN })
    assertFailedAt(assert, result, 'tls', 'does not support SSL/TLS')
    assert.deepEqual(result.report.advice!.correction, { encryption: 'starttls' })
    assert.isBelow(result.ms, 1000)
  })
})

test.group('A test without implicit TLS of a server that expects it', () => {
  for (const encryption of ['none', 'starttls'] as const) {
    test(`detects it with encryption ${encryption}, before the timeout`, async ({ assert }) => {
      const server = await SmtpServer.start({ encryption: 'tls' })
      const result = await testOf(server, { encryption, timeout: 20 })
      assertFailedAt(assert, result, 'greeting', 'expects SSL/TLS')
      assert.deepEqual(result.report.advice!.correction, { encryption: 'tls' })
      assert.isBelow(result.ms, 5000)
      await server.allGone()
    })
  }

  test('times out when the server does not support TLS either', async ({ assert }) => {
    const server = await ScriptedServer.start({ greeting: silence })
    const result = await testOf(server, { timeout: 3 })
    assertFailedAt(assert, result, 'greeting', 'sent no greeting within 3 seconds')
    assert.equal(server.connections, 2)
    await server.allGone()
  })
})

test.group('A finished test', () => {
  test('does not probe for TLS', async ({ assert }) => {
    const waiting: Socket[] = []
    const server = await ScriptedServer.start({
      greeting: (socket) => {
        // The second connection is the probe for implicit TLS.
        waiting.at(0)?.end()
        waiting.push(socket)
      },
    })
    const result = await testOf(server, { timeout: 30 })
    assertFailedAt(assert, result, 'greeting', 'closed the connection')
    assert.lengthOf(waiting, 2)
    await server.allGone()
  })
})

interface CertificateFault {
  issue: () => Promise<Certificate>
  says: RegExp
  advises: RegExp
  isTrusted?: boolean
}

const CERTIFICATES: Record<string, CertificateFault> = {
  'has expired': {
    issue: expiredCertificate,
    says: /has expired\. Issued to localhost, 127\.0\.0\.1 by Authority of the tests, expired 1 day ago/,
    advises: /has expired/,
    isTrusted: true,
  },
  'is for another name': {
    issue: certificateOfAnother,
    says: /does not match 127\.0\.0\.1\. Issued to mail\.example\.com/,
    advises: /is for mail\.example\.com.*, not for 127\.0\.0\.1/,
    isTrusted: true,
  },
  'it has signed itself': {
    issue: selfSignedCertificate,
    says: /is self-signed\. Issued to localhost/,
    advises: /self-signed/,
  },
  'comes with its unknown authority': {
    issue: certificateWithAuthority,
    says: /untrusted authority\. Issued to localhost/,
    advises: /authority this machine does not trust/,
  },
  'comes without its authority': {
    issue: validCertificate,
    says: /intermediate certificates\. Issued to localhost/,
    advises: /intermediate certificates/,
  },
}

for (const encryption of ['starttls', 'tls'] as const) {
  test.group(`A test with ${encryption} of a server whose certificate`, () => {
    for (const [what, fault] of Object.entries(CERTIFICATES)) {
      test(`${what} describes it and fails`, async ({ assert }) => {
        const login = { username: 'mailer@example.com', password: 'other' }
        const server = await SmtpServer.start({
          encryption,
          certificate: await fault.issue(),
          login,
        })
        if (fault.isTrusted) {
          await trustAuthority()
        }
        const result = await testOf(server, { encryption, ...LOGIN })

        assertFailedAt(assert, result, 'tls', 'certificate')
        assert.match(formatStage(result, 'tls'), fault.says)
        assert.match(formatCause(result), fault.advises)
        assert.isNotEmpty(result.report.tls!.certificate!.names)
        assert.isEmpty(server.logins)
        assert.equal(server.connections, 2)
      })
    }

    test('is for another name suggests that name', async ({ assert }) => {
      await trustAuthority()
      const server = await SmtpServer.start({
        encryption,
        certificate: await certificateOfAnother(),
      })
      const result = await testOf(server, { encryption })
      assert.deepEqual(result.report.advice!.correction, { host: 'mail.example.com' })
    })

    test('is not verified passes and describes it', async ({ assert }) => {
      const server = await SmtpServer.start({ encryption, certificate: await expiredCertificate() })
      const result = await testOf(server, { encryption, verifyCertificate: false })
      assert.equal(result.verdict, 'passed')
      assert.match(formatTls(result), /TLSv1\.3, TLS_\w+; certificate issued to localhost/)
    })
  })
}

function formatTls(result: TestResult) {
  return formatStage(result, 'tls')
}

/** Acts when the client starts the handshake. */
function toHandshake(act: Act): Act {
  return (socket, line) => {
    socket.removeAllListeners('data')
    socket.once('data', () => act(socket, line))
  }
}

/** Announces AUTH on encrypted connections only, and STARTTLS on the others. */
function helloOf(methods: string): Reply {
  return (socket) => {
    const offer = socket instanceof TLSSocket ? `AUTH ${methods}` : 'STARTTLS'
    socket.write(`250-test.example\r\n250 ${offer}\r\n`)
  }
}
