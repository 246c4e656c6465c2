import { test } from '@japa/runner'
import { emptyTables } from '../../helpers/db/configs.js'
import { TestMailer, refusalOf } from '../../helpers/smtp/mailer.js'
import { ScriptedServer } from '../../helpers/smtp/scripted_server.js'
import { activateServer, storeServer } from '../../helpers/smtp/stored_servers.js'

test.group('The log', (group) => {
  group.each.setup(emptyTables)

  test('tells each change of the server once, with the reason, and falling back at warn', async ({
    assert,
  }) => {
    const server = await ScriptedServer.start()
    const { port } = server
    const config = await activateServer(server)
    const mailer = await TestMailer.create({ fallback: server.address })

    await sendTwice(mailer)
    await config.deactivate()
    await sendTwice(mailer)
    await config.activate()
    await sendTwice(mailer)

    const using = `info: Using SMTP config from database: Primary Mail Server (127.0.0.1:${port}).`
    const fallingBack =
      'warn: No active SMTP configuration found in the database. ' +
      `Falling back to the environment's server 127.0.0.1:${port}.`
    assert.deepEqual(mailer.log.lines, [using, fallingBack, using])
  })

  test('tells a switch to another configuration', async ({ assert }) => {
    const server = await ScriptedServer.start()
    await activateServer(server, { name: 'First' })
    const second = await storeServer(server, { name: 'Second' })
    const mailer = await TestMailer.create()
    await sendTwice(mailer)
    await second.activate()
    await sendTwice(mailer)
    assert.lengthOf(mailer.log.lines, 2)
    assert.match(mailer.log.lines[1], /^info: .+ Second \(/)
  })

  test('tells at error that there is no server, once', async ({ assert }) => {
    const mailer = await TestMailer.create()
    await refusalOf(mailer.send())
    await refusalOf(mailer.send())
    assert.deepEqual(mailer.log.lines, [
      'error: There is no SMTP server to send through. No active SMTP configuration found in the ' +
        'database. SMTP_HOST is not set.',
    ])
  })

  test('does not repeat what holds for the site for every account that uses it', async ({
    assert,
  }) => {
    const server = await ScriptedServer.start()
    const mailer = await TestMailer.create({ fallback: server.address })
    await mailer.send()
    for (const account of [1, 2, 'site']) {
      await mailer.send('Hello', account)
    }
    assert.lengthOf(mailer.log.lines, 1)
    assert.match(mailer.log.lines[0], /^warn: No active SMTP configuration found in the database/)
  })

  test('tells of an account that has its own, and when it has no longer', async ({ assert }) => {
    const server = await ScriptedServer.start()
    await activateServer(server, { name: 'Site' })
    const own = await activateServer(server, { scope: 'account:site', name: 'Own' })
    const mailer = await TestMailer.create()
    await mailer.send()
    await mailer.send('Hello', 'site')
    await mailer.send()
    await own.deactivate()
    await mailer.send('Hello', 'site')
    await mailer.send()

    const names = mailer.log.lines.map((line) => /(\w+) \(127/.exec(line)?.[1])
    assert.deepEqual(names, ['Site', 'Own', 'Site'])
  })
})

async function sendTwice(mailer: TestMailer) {
  await mailer.send()
  await mailer.send()
}
