import { test } from '@japa/runner'
import { generate } from 'selfsigned'
import { longestTurn } from '../../helpers/timing.js'
import {
  type Reply,
  type Script,
  ScriptedServer,
  hangUp,
} from '../../helpers/smtp/scripted_server.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'
import { formatMessages } from '../../../app/smtp_admin/diagnostics/messages.js'
import { en } from '../../../app/smtp_admin/i18n/format.js'
import { formatStage } from '../../helpers/smtp/stages.js'
import { LOGIN, assertInTime, assertPrintable, testOf } from '../../helpers/smtp/tested_server.js'

const MEGABYTE = 1024 * 1024

/** Below 50 ms on an idle machine. */
const LONGEST_TURN_MS = 250
const ESCAPES = '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J bell\u0007 back\b\b \u0000nul'
const HIDDEN = 'r\u200bight\u202eleft\u2066isolate\ufeff \u2028line \u2029paragraph \u00adsoft'
const HTML = '<script>alert(1)</script><img src=x onerror=alert(1)>'
const WITH_LOGIN = '250-test.example\r\n250 AUTH PLAIN'

/** Hostile replies, and whether a test passes anyway. */
const REPLIES: Record<string, [script: Script, verdict: 'passed' | 'failed']> = {
  'a greeting of a megabyte': [{ greeting: `220 ${'x'.repeat(MEGABYTE - 100)}` }, 'passed'],
  'a greeting without an end': [{ greeting: line('x'.repeat(2 * MEGABYTE)) }, 'failed'],
  'a greeting of 10,000 lines': [{ greeting: `${'220-hello\r\n'.repeat(10_000)}220 hi` }, 'passed'],
  '10,000 lines for EHLO': [
    { EHLO: `${'250-X-LINE and more\r\n'.repeat(10_000)}250 OK` },
    'passed',
  ],
  '10,000 lines for EHLO, and no end': [
    { EHLO: '250-X-LINE and more\r\n'.repeat(10_000) },
    'passed',
  ],
  'an EHLO line of a megabyte': [
    { EHLO: `250-test.example\r\n250 X${'X'.repeat(MEGABYTE - 100)}` },
    'passed',
  ],
  'an AUTH list padded with blanks': [
    { EHLO: `250-test.example\r\n250 AUTH${' '.repeat(MEGABYTE / 2)}PLAIN` },
    'passed',
  ],
  'an AUTH list of 50,000 methods': [
    { EHLO: `250-test.example\r\n250 AUTH${' X-METHOD'.repeat(50_000)}` },
    'passed',
  ],
  'a SIZE without measure': [{ EHLO: `250-test.example\r\n250 SIZE ${'9'.repeat(400)}` }, 'passed'],
  'a login refused in a megabyte': [
    { EHLO: WITH_LOGIN, AUTH: `535 ${'no '.repeat(MEGABYTE / 3 - 100)}` },
    'failed',
  ],
  'a login refused in a megabyte of base64': [
    { EHLO: WITH_LOGIN, AUTH: `535 ${'YWFh'.repeat(MEGABYTE / 4 - 100)}` },
    'failed',
  ],
  'a refusal of a megabyte': [{ MAIL: `550 ${'no '.repeat(MEGABYTE / 3 - 100)}` }, 'failed'],
  'a refusal in 10,000 lines': [{ RCPT: `${'550-no\r\n'.repeat(10_000)}550 no` }, 'failed'],
  'terminal escapes in its greeting': [{ greeting: `220 ${ESCAPES}` }, 'passed'],
  'invisible characters in its greeting': [{ greeting: `220 ${HIDDEN}` }, 'passed'],
  'HTML in its greeting': [{ greeting: `220 ${HTML}` }, 'passed'],
  'all of that for EHLO': [
    { EHLO: `250-${ESCAPES}\r\n250-${HIDDEN}\r\n250-AUTH ${ESCAPES}\r\n250 ${HTML}` },
    'passed',
  ],
  'all of that for the sender': [{ MAIL: `550 5.7.1 ${ESCAPES}${HIDDEN}${HTML}` }, 'failed'],
  'bytes that are no text': [{ MAIL: line(noText()) }, 'failed'],
  'half of a character where a line is cut': [{ MAIL: `550 ${'😀'.repeat(5000)}` }, 'failed'],
  'a code that is none': [{ MAIL: '999 What' }, 'failed'],
  'a reply without a code': [{ RCPT: 'Hello there' }, 'failed'],
  'a code without a text': [{ MAIL: '250', RCPT: '550' }, 'failed'],
  // As when sending: an early reply is accepted.
  'a second greeting': [{ greeting: '220 one\r\n220 two' }, 'passed'],
  'a yes to everything, before it is asked': [
    { greeting: `220 Hi\r\n${'250 OK\r\n'.repeat(20)}` },
    'passed',
  ],
  'an end after half a line': [{ MAIL: (socket) => socket.end('550-no') }, 'failed'],
  'an end in the middle of it all': [{ RCPT: hangUp }, 'failed'],
}

test.group('A test of a server with', () => {
  for (const [what, [script, verdict]] of Object.entries(REPLIES)) {
    test(`${what} does not block, and shows no control characters`, async ({ assert }) => {
      const server = await ScriptedServer.start(script)
      const values = 'AUTH' in script ? LOGIN : {}
      const [result, held] = await longestTurn(() => testOf(server, values))

      assert.isBelow(held, LONGEST_TURN_MS)
      assert.equal(result.verdict, verdict)
      assertInTime(assert, result)
      assertPrintable(assert, result)
      for (const stage of result.report.stages) {
        const detail = formatMessages(en, stage)
        assert.isBelow(detail.length, 700)
      }
      assert.isBelow(result.transcript.length, 130_000)
    })
  }

  test('HTML in its greeting is reported verbatim, for pages to escape', async ({ assert }) => {
    const server = await ScriptedServer.start({ greeting: `220 ${HTML}` })
    const result = await testOf(server)
    assert.equal(formatStage(result, 'greeting'), `Server response: ${HTML}`)
  })

  test('escape sequences in its certificate shows none of them', async ({ assert }) => {
    const certificate = await hostileCertificate()
    const server = await SmtpServer.start({ encryption: 'tls', certificate })
    for (const verifyCertificate of [true, false]) {
      const result = await testOf(server, { encryption: 'tls', verifyCertificate })
      assertPrintable(assert, result)
      assert.include(formatStage(result, 'tls'), 'by evil [31mred 2J left')
      assert.isBelow(formatStage(result, 'tls').length, 2000)
      assert.isAtMost(result.report.tls!.certificate!.names.length, 50)
    }
  })

  test('many lines reports how many are left out', async ({ assert }) => {
    const server = await ScriptedServer.start({
      EHLO: `${'250-X-LINE\r\n'.repeat(1000)}250 OK`,
    })
    const result = await testOf(server)
    assert.match(result.transcript, /\n\(\d+ more lines\)$/)
    assert.isBelow(result.transcript.split('\n').length, 210)
  })
})

function line(bytes: string | Buffer): Reply {
  return (socket) => socket.write(bytes)
}

function noText() {
  return Buffer.concat([Buffer.from('550 '), Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0d, 0x0a])])
}

async function hostileCertificate() {
  const name = 'evil \u001b[31mred\u0007 \u009b2J \u202eleft'
  const { private: key, cert } = await generate(
    [
      { name: 'commonName', value: name },
      { name: 'organizationName', value: name },
    ],
    {
      ...{ keyType: 'ec', curve: 'P-256', algorithm: 'sha256' },
      extensions: [
        {
          name: 'subjectAltName',
          altNames: Array.from({ length: 150 }, (_, index) => ({
            type: 2 as const,
            value: `evil${index}.${'x'.repeat(50)}.example`,
          })),
        },
      ],
    }
  )
  return { key, cert }
}
