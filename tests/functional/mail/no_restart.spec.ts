import { test } from '@japa/runner'
import { KNOWN_SECRET, emptyTables } from '../../helpers/db/configs.js'
import { TestMailer } from '../../helpers/smtp/mailer.js'
import { ScriptedServer } from '../../helpers/smtp/scripted_server.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'
import { activateServer, storeServer } from '../../helpers/smtp/stored_servers.js'

test.group('A change needs no restart', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(emptyTables)

  test('when another configuration is made active', async ({ assert }) => {
    const servers = await Promise.all([ScriptedServer.start(), ScriptedServer.start()])
    const configs = [
      await activateServer(servers[0], { name: 'First' }),
      await storeServer(servers[1], { name: 'Second' }),
    ]
    const mailer = await TestMailer.create()
    for (let mail = 0; mail < 10; mail++) {
      await configs[mail % 2].activate()
      await mailer.send(String(mail))
    }
    assert.deepEqual(servers[0].subjects, ['0', '2', '4', '6', '8'])
    assert.deepEqual(servers[1].subjects, ['1', '3', '5', '7', '9'])
  })

  test('when the active one gets another server, which takes the password again', async ({
    assert,
  }) => {
    const login = { username: 'mailer@example.com', password: KNOWN_SECRET }
    const [first, second] = await Promise.all([
      SmtpServer.start({ login }),
      SmtpServer.start({ login: { ...login, password: 'another' } }),
    ])
    const config = await activateServer(first, login)
    const mailer = await TestMailer.create()
    await mailer.send('1')

    config.port = second.port
    await assert.rejects(() => config.save())
    await config.refresh()
    await mailer.send('2')

    await config.merge({ port: second.port, password: 'another' }).save()
    await mailer.send('3')

    assert.deepEqual(
      first.mails.map(({ subject }) => subject),
      ['1', '2']
    )
    assert.deepEqual(
      second.mails.map(({ subject }) => subject),
      ['3']
    )
    assert.deepEqual(
      second.logins.map(({ password }) => password),
      ['another']
    )
  })

  test('when the active one is renamed, gets another sender or another timeout', async ({
    assert,
  }) => {
    const server = await SmtpServer.start()
    const config = await activateServer(server, { fromEmail: 'old@example.com' })
    const mailer = await TestMailer.create()
    await mailer.sendUnsigned()
    await config.merge({ fromEmail: 'new@example.com', name: 'Renamed', timeout: 3 }).save()
    await mailer.sendUnsigned()

    const mails = await server.received(2)
    assert.deepEqual(
      mails.map(({ envelope }) => envelope.from),
      ['old@example.com', 'new@example.com']
    )
  })

  test('when it is deactivated or deleted, and made active again', async ({ assert }) => {
    const [stored, environment] = await Promise.all([
      ScriptedServer.start(),
      ScriptedServer.start(),
    ])
    const config = await activateServer(stored)
    const mailer = await TestMailer.create({ fallback: environment.address })

    await mailer.send('1')
    await config.deactivate()
    await mailer.send('2')
    await config.activate()
    await mailer.send('3')
    await config.delete()
    await mailer.send('4')

    assert.deepEqual(stored.subjects, ['1', '3'])
    assert.deepEqual(environment.subjects, ['2', '4'])
  })
})
