import { test } from '@japa/runner'
import { KNOWN_SECRET, emptyTables } from '../../helpers/db/configs.js'
import { longestTurn } from '../../helpers/timing.js'
import { TestMailer, refusalOf } from '../../helpers/smtp/mailer.js'
import { type Script, ScriptedServer } from '../../helpers/smtp/scripted_server.js'
import { activateServer } from '../../helpers/smtp/stored_servers.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }
const MEGABYTE = 1024 * 1024

const ESCAPES = '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J bell\u0007 back\b\b'
const HIDDEN = 'r\u200bight\u202eleft\u2066isolate\ufeff'

const REPLIES: Record<string, Script> = {
  'a greeting of a megabyte': { greeting: `554 ${'x'.repeat(MEGABYTE)}` },
  'a greeting that never ends': { greeting: (socket) => socket.write('x'.repeat(2 * MEGABYTE)) },
  'a refusal of a megabyte': { MAIL: `550 ${'no '.repeat(MEGABYTE / 3)}` },
  '10,000 lines for EHLO': { EHLO: '250-X-LINE and more\r\n'.repeat(10_000) },
  'an AUTH list padded with blanks': {
    EHLO: `250-test.example\r\n250 AUTH${' '.repeat(MEGABYTE / 2)}X`,
  },
  'terminal escapes': { MAIL: `550 ${ESCAPES}` },
  'invisible characters': { MAIL: `550 ${HIDDEN}` },
  'several lines': { MAIL: '550-one\r\n550-two\rthree\r\n550 <script>alert(1)</script>' },
  'bytes that are no text': { MAIL: (socket) => socket.write(noText()) },
  'a code that is none': { MAIL: '999 What' },
  'a reply without a code': { MAIL: 'Hello there' },
  'a second greeting': { greeting: '220 one\r\n220 two' },
  'nothing that is SMTP': { greeting: 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n' },
}

test.group('A server that replies with', (group) => {
  group.each.setup(emptyTables)

  for (const [what, script] of Object.entries(REPLIES)) {
    test(`${what} is told in one short line, and holds nobody up`, async ({ assert }) => {
      const server = await ScriptedServer.start({ AUTH: '535 No', ...script })
      const isBeforeMail = !('MAIL' in script)
      await activateServer(server, isBeforeMail ? { timeout: 1, ...LOGIN } : { timeout: 1 })
      const mailer = await TestMailer.create({ sendTimeout: 5 })

      const [refusal, held] = await longestTurn(() => refusalOf(mailer.send()))

      assert.isBelow(held, 500)
      assert.equal(refusal.code, 'E_SMTP_DELIVERY_FAILED')
      assert.isBelow(refusal.message.length, 700)
      assert.notMatch(refusal.message, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      assert.isEmpty(server.messages)
    })
  }
})

function noText() {
  return Buffer.concat([Buffer.from('550 '), Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0d, 0x0a])])
}
