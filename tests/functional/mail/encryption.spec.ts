import { test } from '@japa/runner'
import { trustAuthority } from '../../helpers/smtp/certificates.js'
import { KNOWN_SECRET, emptyTables } from '../../helpers/db/configs.js'
import { TestMailer } from '../../helpers/smtp/mailer.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'
import { activateServer } from '../../helpers/smtp/stored_servers.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

const ENCRYPTIONS = {
  none: { useTls: false, useSsl: false },
  starttls: { useTls: true, useSsl: false },
  tls: { useTls: false, useSsl: true },
} as const

test.group('A real server', (group) => {
  group.each.setup(emptyTables)
  group.each.setup(trustAuthority)

  for (const encryption of ['none', 'starttls', 'tls'] as const) {
    for (const loginMethod of ['PLAIN', 'LOGIN'] as const) {
      test(`takes mail with encryption ${encryption} and login ${loginMethod}`, async ({
        assert,
      }) => {
        const server = await SmtpServer.start({
          encryption,
          login: LOGIN,
          loginMethods: [loginMethod],
        })
        await activateServer(server, {
          ...ENCRYPTIONS[encryption],
          ...LOGIN,
          fromEmail: 'no-reply@example.com',
          fromName: 'Order desk',
        })
        const mailer = await TestMailer.create()
        const { messageId } = await mailer.sendUnsigned('Your order')

        const [mail] = await server.received(1)
        assert.containSubset(mail, {
          from: { address: 'no-reply@example.com', name: 'Order desk' },
          subject: 'Your order',
          text: 'Good news',
          envelope: { from: 'no-reply@example.com', to: ['reader@example.com'] },
          user: LOGIN.username,
          isEncrypted: encryption !== 'none',
        })
        assert.deepEqual(
          server.logins.map((login) => login.method),
          [loginMethod]
        )
        assert.match(messageId, /^<.+@example\.com>$/)
      })
    }
  }

  test('takes mail without login', async ({ assert }) => {
    const server = await SmtpServer.start({
      encryption: 'starttls',
    })
    await activateServer(server, { useTls: true })
    const mailer = await TestMailer.create()
    await mailer.send()

    const [mail] = await server.received(1)
    assert.isNull(mail.user)
    assert.isTrue(mail.isEncrypted)
    assert.isEmpty(server.logins)
  })

  test('is reached by its name as well as by its address', async ({ assert }) => {
    const server = await SmtpServer.start({ encryption: 'tls' })
    await activateServer(server, { host: 'localhost', useSsl: true })
    const mailer = await TestMailer.create()
    await mailer.send()
    const [mail] = await server.received(1)
    assert.isTrue(mail.isEncrypted)
  })
})
