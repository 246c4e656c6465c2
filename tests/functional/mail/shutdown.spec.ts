import { test } from '@japa/runner'
import { Child } from '../../helpers/process/app.js'
import { emptyTables } from '../../helpers/db/configs.js'
import { blockReaders } from '../../helpers/db/database_faults.js'
import { ScriptedServer } from '../../helpers/smtp/scripted_server.js'
import { TestMailer } from '../../helpers/smtp/mailer.js'
import { activateServer } from '../../helpers/smtp/stored_servers.js'

test.group('Shutting down', (group) => {
  group.each.setup(emptyTables)

  test('lets the messages in flight and waiting finish, and leaves nothing open', async ({
    assert,
  }) => {
    const server = await ScriptedServer.startHolding()
    await activateServer(server)
    const mailer = await TestMailer.create()
    const sends = Promise.all(Array.from({ length: 10 }, () => mailer.send()))
    await server.holds(5)

    const shutdown = mailer.services.shutdown()
    server.release()
    await shutdown

    assert.lengthOf(server.messages, 10)
    await sends
    await server.allGone()
    assert.equal(mailer.services.pools.size, 0)
  })

  test('waits for a message that does not know yet which server it goes through', async ({
    assert,
  }) => {
    const server = await ScriptedServer.start()
    await activateServer(server)
    const { services } = await TestMailer.create({ databaseTimeout: 20 })
    const letGo = await blockReaders()
    const message = { from: 'app@example.com', to: ['reader@example.com'], subject: 'Hello' }
    const sent = services.transport().send(message)
    const shutdown = services.shutdown()
    await letGo()
    await shutdown

    assert.deepEqual(server.subjects, ['Hello'])
    await sent
    await server.allGone()
  })

  test('closes idle connections at once', async () => {
    const server = await ScriptedServer.start()
    await activateServer(server)
    const mailer = await TestMailer.create()
    await mailer.send()
    await mailer.services.shutdown()
    await server.allGone()
  })

  test('still sends what comes too late, and leaves nothing open', async ({ assert }) => {
    const server = await ScriptedServer.start()
    await activateServer(server)
    const mailer = await TestMailer.create()
    await mailer.services.shutdown()
    await mailer.send('Late')
    assert.deepEqual(server.subjects, ['Late'])
    await server.allGone()
  })

  test('of a whole process lets it finish and ends it with exit code 0', async ({ assert }) => {
    const server = await ScriptedServer.startHolding()
    await activateServer(server)
    const child = await Child.start()
    const sent = child.do('send', 'Last words')
    await server.holds(1)
    await child.terminate()
    server.release()
    await sent

    assert.equal(await child.stop(), 0)
    assert.deepEqual(server.subjects, ['Last words'])
  })

  test('of a whole process sends what was queued in its memory', async ({ assert }) => {
    const server = await ScriptedServer.startHolding()
    await activateServer(server)
    const child = await Child.start()
    for (let mail = 0; mail < 25; mail++) {
      await child.do('sendLater', `Later ${mail}`)
    }
    await server.holds(5)
    await child.terminate()
    server.release()

    assert.equal(await child.stop(), 0)
    assert.lengthOf(new Set(server.subjects), 25)
    assert.lengthOf(server.messages, 25)
  })
})
