import { inspect } from 'node:util'
import { test } from '@japa/runner'
import { KNOWN_SECRET, emptyTables } from '../../helpers/db/configs.js'
import { ScriptedServer, echoesLogin } from '../../helpers/smtp/scripted_server.js'
import { TestMailer, refusalOf } from '../../helpers/smtp/mailer.js'
import { formsOf } from '../../helpers/secrets.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'
import { activateServer } from '../../helpers/smtp/stored_servers.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

test.group('Logging in', (group) => {
  group.each.setup(emptyTables)

  test('with a wrong password fails with the facts, and sends no mail', async ({ assert }) => {
    const server = await SmtpServer.start({ login: { ...LOGIN, password: 'another' } })
    await activateServer(server, LOGIN)
    const mailer = await TestMailer.create()
    const refusal = await refusalOf(mailer.send())

    assert.containSubset(refusal, {
      code: 'E_SMTP_DELIVERY_FAILED',
      status: 502,
      kind: 'EAUTH',
      command: 'AUTH PLAIN',
      responseCode: 535,
    })
    assert.include(refusal.message, `Primary Mail Server (127.0.0.1:${server.port})`)
    assert.isEmpty(server.mails)
    assert.lengthOf(server.logins, 1)
  })

  test('tells nobody the password that the server repeats', async ({ assert }) => {
    const server = await ScriptedServer.start(echoesLogin)
    await activateServer(server, LOGIN)
    const mailer = await TestMailer.create()
    const refusal = await refusalOf(mailer.send())

    const told = [refusal.message, refusal.stack, inspect(refusal, { depth: 9, showHidden: true })]
    for (const form of formsOf(LOGIN)) {
      assert.notInclude(told.join('\n'), form)
    }
    assert.include(refusal.message, '[redacted]')
    assert.equal(refusal.responseCode, 535)
  })

  test('is not left out where the server does not offer it', async ({ assert }) => {
    const server = await ScriptedServer.start()
    await activateServer(server, LOGIN)
    const mailer = await TestMailer.create()
    const refusal = await refusalOf(mailer.send())

    assert.containSubset(refusal, { code: 'E_SMTP_DELIVERY_FAILED', kind: 'EAUTH' })
    assert.notInclude(server.heard, 'MAIL FROM')
    assert.isEmpty(server.messages)
  })

  test('fails where a real server has it switched off', async ({ assert }) => {
    const server = await SmtpServer.start()
    await activateServer(server, LOGIN)
    const mailer = await TestMailer.create()
    const refusal = await refusalOf(mailer.send())
    assert.equal(refusal.kind, 'EAUTH')
    assert.isEmpty(server.mails)
  })
})
