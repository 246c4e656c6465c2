import { test } from '@japa/runner'
import { ConnectionPools } from '../../../app/smtp_admin/mail/connection_pool.js'
import { configCandidate } from '../../../app/smtp_admin/resolution/candidate.js'
import { emptyTables } from '../../helpers/db/configs.js'
import { eventually } from '../../helpers/timing.js'
import { ScriptedServer } from '../../helpers/smtp/scripted_server.js'
import { TestMailer } from '../../helpers/smtp/mailer.js'
import { activateServer, storeServer } from '../../helpers/smtp/stored_servers.js'

test.group('Open connections', (group) => {
  group.each.setup(emptyTables)

  test('are used again, and are five at most', async ({ assert }) => {
    const server = await ScriptedServer.start()
    await activateServer(server)
    const mailer = await TestMailer.create()

    for (let mail = 0; mail < 20; mail++) {
      await mailer.send()
    }
    assert.equal(server.connections, 1)
    await sendMany(mailer, 50)
    assert.equal(server.connections, 5)
    assert.lengthOf(server.messages, 70)
  })

  test('are shared by the mailers and accounts that use the same configuration', async ({
    assert,
  }) => {
    const server = await ScriptedServer.start()
    await activateServer(server)
    const mailer = await TestMailer.create()
    await mailer.send()
    await mailer.send('Hello', 7)
    await mailer.send('Hello', 8)
    assert.equal(server.connections, 1)
    assert.equal(mailer.services.pools.size, 1)
  })

  test('close when nobody has used them for a while', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const candidate = configCandidate(await storeServer(server))
    const pools = new ConnectionPools(50)
    const message = { from: 'app@example.com', to: 'reader@example.com', text: 'Good news' }

    const send = () => pools.use(candidate, (pool) => pool.send(message))
    await Promise.all([send(), send()])
    await server.allGone()
    assert.equal(pools.size, 0)
    await send()
    assert.lengthOf(server.messages, 3)
  })

  test('say goodbye before the timeout on silence cuts them off', async () => {
    const server = await ScriptedServer.start()
    await activateServer(server, { timeout: 1 })
    const mailer = await TestMailer.create()
    await mailer.send()
    await server.hears('QUIT')
    await server.allGone()
  })

  test('of one mailer close, and open again when it sends', async ({ assert }) => {
    const server = await ScriptedServer.start()
    await activateServer(server)
    const mailer = await TestMailer.create()
    await mailer.send()
    await mailer.mail.close('smtp')
    await server.allGone()
    await mailer.send()
    await mailer.send()
    assert.equal(server.connections, 2)
  })
})

test.group('A configuration that changes with messages in flight and waiting', (group) => {
  group.each.setup(emptyTables)

  test('sends those with the old settings and later ones with the new, each once', async ({
    assert,
  }) => {
    const [before, after] = await Promise.all([
      ScriptedServer.startHolding(),
      ScriptedServer.start(),
    ])
    const config = await activateServer(before)
    const mailer = await TestMailer.create()

    const underway = sendMany(mailer, 50, 'Before')
    await before.holds(5)
    await eventually(() => mailer.services.pools.inFlight === 50, 'all 50 are handed over')
    await config.merge(after.address).save()
    await sendMany(mailer, 5, 'After')
    assert.lengthOf(after.subjects, 5)
    before.release()
    await underway

    assert.sameMembers(before.subjects, numbered(50, 'Before'))
    assert.sameMembers(after.subjects, numbered(5, 'After'))
    await before.allGone()
    assert.equal(mailer.services.pools.size, 1)
  })

  test('again and again loses none and sends none twice', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const config = await activateServer(server)
    const mailer = await TestMailer.create()

    const underway: Promise<unknown>[] = []
    for (let change = 0; change < 10; change++) {
      underway.push(sendMany(mailer, 20, `Round ${change}`))
      await config.merge({ notes: `Change ${change}` }).save()
    }
    await Promise.all(underway)
    assert.lengthOf(server.subjects, 200)
    assert.lengthOf(new Set(server.subjects), 200)
    await mailer.services.shutdown()
    await server.allGone()
  })
})

function sendMany(mailer: TestMailer, count: number, what = 'Hello') {
  return Promise.all(numbered(count, what).map((subject) => mailer.send(subject)))
}

function numbered(count: number, what: string) {
  return Array.from({ length: count }, (_, number) => `${what} ${number}`)
}
