import { test } from '@japa/runner'
import { KNOWN_SECRET, emptyTables } from '../../helpers/db/configs.js'
import { ScriptedServer, stripped } from '../../helpers/smtp/scripted_server.js'
import { TestMailer, refusalOf } from '../../helpers/smtp/mailer.js'
import { activateServer } from '../../helpers/smtp/stored_servers.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }
const NOT_OFFERED = '250-test.example\r\n250 AUTH PLAIN LOGIN'

/** What a server does that does not want to encrypt, or somebody on the way to it. */
const REFUSALS = {
  'strips STARTTLS and AUTH': stripped,
  'does not offer STARTTLS': { EHLO: NOT_OFFERED, AUTH: '235 Thank you' },
  'knows no EHLO': { EHLO: '502 What?', HELO: '250 Hello', AUTH: '235 Thank you' },
  'refuses STARTTLS': {
    EHLO: '250-test.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN',
    STAR: '454 Not now',
    AUTH: '235 Thank you',
  },
  'goes on in clear text after STARTTLS': {
    EHLO: '250-test.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN',
    STAR: '220 Go on\r\n250-test.example\r\n250 AUTH PLAIN LOGIN',
    AUTH: '235 Thank you',
  },
}

test.group('STARTTLS', (group) => {
  group.each.setup(emptyTables)

  for (const [what, script] of Object.entries(REFUSALS)) {
    test(`sends no credentials and no mail to a server that ${what}`, async ({ assert }) => {
      const server = await ScriptedServer.start(script)
      await activateServer(server, { useTls: true, timeout: 1, ...LOGIN })
      const mailer = await TestMailer.create()
      const refusal = await refusalOf(mailer.send('Confidential'))

      assert.equal(refusal.code, 'E_SMTP_DELIVERY_FAILED')
      const [clear] = server.heard.split(/(?<=STARTTLS\r\n)/)
      assert.match(clear, /^EHLO [\w.[\]-]+\r\n(STARTTLS\r\n)?$/)
      assert.notMatch(server.heard, /AUTH|MAIL|DATA|Confidential|reader/)
      assert.isEmpty(server.messages)
      await server.allGone()
    })
  }
})
