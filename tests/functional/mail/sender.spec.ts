import { BaseMail } from '@adonisjs/mail'
import type { Message } from '@adonisjs/mail'
import { test } from '@japa/runner'
import { emptyTables } from '../../helpers/db/configs.js'
import { TestMailer, compose, refusalOf } from '../../helpers/smtp/mailer.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'
import { activateServer } from '../../helpers/smtp/stored_servers.js'

const OWN = { address: 'own@example.com', name: 'The message' }
const STORED = { address: 'stored@example.com', name: 'The configuration' }
const ENVIRONMENT = { address: 'environment@example.com', name: 'The environment' }
const GLOBAL = { address: 'global@example.com', name: 'config/mail.ts' }

const STORED_VALUES = { fromEmail: STORED.address, fromName: STORED.name }
const FALLBACK = { from: ENVIRONMENT }

class Unsigned extends BaseMail {
  prepare() {
    this.message.to('reader@example.com').subject('Hello').text('Good news')
  }
}

class Signed extends Unsigned {
  from = OWN
  replyTo = OWN.address
}

/** Every way in which an app can send a mail that names no sender. */
const WAYS: Record<string, (mailer: TestMailer) => Promise<unknown>> = {
  'mail.send with a callback': (mailer) => mailer.sendUnsigned(),
  'mail.send with a class': ({ mail }) => mail.send(new Unsigned()),
  'mail.sendLater with a callback': ({ mail }) => mail.sendLater(compose('Hello', () => {})),
  'mail.sendLater with a class': ({ mail }) => mail.sendLater(new Unsigned()),
}

/** The global sender in the forms that config/mail.ts takes. */
const GLOBALS = {
  'an object': GLOBAL,
  'a text': GLOBAL.address,
  'both in a text': `"${GLOBAL.name}" <${GLOBAL.address}>`,
}

test.group('The sender', (group) => {
  group.each.setup(emptyTables)

  for (const [way, send] of Object.entries(WAYS)) {
    for (const [form, from] of Object.entries(GLOBALS)) {
      test(`of the configuration goes before the global one, ${form}, by ${way}`, async ({
        assert,
      }) => {
        const server = await SmtpServer.start()
        await activateServer(server, { ...STORED_VALUES, replyTo: 'help@example.com' })
        const mailConfig = { from, replyTo: from }
        await send(await TestMailer.create({ fallback: FALLBACK, mailConfig }))

        const [mail] = await server.received(1)
        assert.deepEqual(mail.from, STORED)
        assert.deepEqual(mail.replyTo, ['help@example.com'])
        assert.equal(mail.envelope.from, STORED.address)
      })
    }
  }

  test('of the message goes before all others', async ({ assert }) => {
    const server = await SmtpServer.start()
    await activateServer(server, { ...STORED_VALUES, replyTo: 'help@example.com' })
    const mailConfig = { from: GLOBAL, replyTo: GLOBAL }
    const mailer = await TestMailer.create({ fallback: FALLBACK, mailConfig })
    await mailer.sendUnsigned('1', (message) =>
      message.from(OWN.address, OWN.name).replyTo(OWN.address)
    )
    await mailer.mail.send(new Signed())

    for (const mail of await server.received(2)) {
      assert.deepEqual(mail.from, OWN)
      assert.deepEqual(mail.replyTo, [OWN.address])
    }
  })

  test('is the environment’s, then the global one, where nothing else names any', async ({
    assert,
  }) => {
    const server = await SmtpServer.start()
    await activateServer(server)
    const mailConfig = { from: GLOBAL, replyTo: GLOBAL }
    const withEnvironment = await TestMailer.create({ fallback: FALLBACK, mailConfig })
    const without = await TestMailer.create({ mailConfig })
    await withEnvironment.sendUnsigned()
    await without.sendUnsigned()

    const mails = await server.received(2)
    assert.deepEqual(
      mails.map(({ from }) => from),
      [ENVIRONMENT, GLOBAL]
    )
    assert.deepEqual(
      mails.map(({ replyTo }) => replyTo),
      [[GLOBAL.address], [GLOBAL.address]]
    )
  })

  test('is the environment’s for the environment’s server', async ({ assert }) => {
    const server = await SmtpServer.start()
    const mailer = await TestMailer.create({ fallback: { ...server.address, ...FALLBACK } })
    await mailer.sendUnsigned()
    const [mail] = await server.received(1)
    assert.deepEqual(mail.from, ENVIRONMENT)
    assert.isEmpty(mail.replyTo)
  })

  test('takes the name of the configuration where it has no address', async ({ assert }) => {
    const server = await SmtpServer.start()
    await activateServer(server, { fromName: STORED.name })
    const withEnvironment = await TestMailer.create({ fallback: FALLBACK })
    await withEnvironment.sendUnsigned()
    for (const from of Object.values(GLOBALS)) {
      const withGlobal = await TestMailer.create({ mailConfig: { from } })
      await withGlobal.sendUnsigned()
    }

    const [first, ...others] = await server.received(4)
    assert.deepEqual(first.from, { address: ENVIRONMENT.address, name: STORED.name })
    for (const { from } of others) {
      assert.deepEqual(from, { address: GLOBAL.address, name: STORED.name })
    }
  })

  test('takes no name of the environment for the configuration’s address', async ({ assert }) => {
    const server = await SmtpServer.start()
    await activateServer(server, { fromEmail: STORED.address })
    const mailer = await TestMailer.create({ fallback: FALLBACK })
    await mailer.sendUnsigned()
    const [mail] = await server.received(1)
    assert.deepEqual(mail.from, { address: STORED.address, name: '' })
  })

  test('that nobody names is an error that says where to set one, before any connection', async ({
    assert,
  }) => {
    const server = await SmtpServer.start()
    await activateServer(server, { fromName: STORED.name })
    const mailer = await TestMailer.create()
    const refusal = await refusalOf(mailer.sendUnsigned())

    assert.containSubset(refusal, { code: 'E_NO_SENDER', status: 500 })
    assert.match(refusal.message, /Primary Mail Server.+MAIL_FROM_ADDRESS/)
    assert.equal(server.connections, 0)
  })

  test('cannot smuggle in a header or a recipient', async ({ assert }) => {
    const server = await SmtpServer.start()
    await activateServer(server)
    const mailer = await TestMailer.create()
    const inject = (message: Message) => message.from('a@example.com', 'x\r\nBcc: e@example.com')
    await mailer.sendUnsigned('Hello\r\nBcc: e@example.com', inject)
    const [mail] = await server.received(1)
    assert.deepEqual(mail.envelope, { from: 'a@example.com', to: ['reader@example.com'] })
  })
})
