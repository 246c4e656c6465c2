import { test } from '@japa/runner'
import { KNOWN_SECRET, createConfig, emptyTables } from '../../helpers/db/configs.js'
import {
  type Script,
  ScriptedServer,
  hangUp,
  silence,
  trickle,
} from '../../helpers/smtp/scripted_server.js'
import { TestMailer, refusalOf } from '../../helpers/smtp/mailer.js'
import { activateServer } from '../../helpers/smtp/stored_servers.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

/** As many messages as one pool sends at the same time. */
const PLACES = 5

const offersLogin = '250-test.example\r\n250 AUTH PLAIN'

/** One byte now and then: every timeout on silence starts afresh with each. */
const TRICKLING: Record<string, Script> = {
  'its greeting': { greeting: trickle('220-') },
  'its answer to EHLO': { EHLO: trickle('250-test.example') },
  'its answer to the login': { EHLO: offersLogin, AUTH: trickle('235-') },
  'its answer to MAIL': { EHLO: offersLogin, AUTH: '235 OK', MAIL: trickle('250-') },
  'its answer to the final dot': { EHLO: offersLogin, AUTH: '235 OK', message: trickle('250-') },
}

const SILENT: Record<string, Script> = {
  'before its greeting': { greeting: silence },
  'with half a greeting': { greeting: trickle('220-') },
  'after EHLO': { EHLO: silence },
  'after the final dot': { message: silence },
}

test.group('The deadline', (group) => {
  group.each.setup(emptyTables)

  for (const [what, script] of Object.entries(TRICKLING)) {
    test(`ends a server that trickles ${what}, and frees its place`, async ({ assert }) => {
      const server = await ScriptedServer.start(script)
      await activateServer(server, { timeout: 30, ...LOGIN })
      const mailer = await TestMailer.create({ sendTimeout: 1 })

      const sends = Array.from({ length: PLACES + 1 }, () => timedRefusal(mailer.send()))
      for (const { kind, seconds } of await Promise.all(sends)) {
        assert.equal(kind, 'EABORT')
        assert.isBelow(seconds, 2)
      }

      server.script = { EHLO: offersLogin, AUTH: '235 OK' }
      await mailer.send('Afterwards')
      assert.include(server.subjects, 'Afterwards')
      await mailer.services.shutdown()
      await server.allGone()
    })
  }
})

test.group('The configured timeout', (group) => {
  group.each.setup(emptyTables)

  for (const [what, script] of Object.entries(SILENT)) {
    test(`ends a server that falls silent ${what}, and frees its place`, async ({ assert }) => {
      const server = await ScriptedServer.start(script)
      await activateServer(server, { timeout: 1 })
      const mailer = await TestMailer.create()

      const sends = Array.from({ length: PLACES }, () => timedRefusal(mailer.send()))
      for (const { kind, seconds } of await Promise.all(sends)) {
        assert.equal(kind, 'ETIMEDOUT')
        assert.isBelow(seconds, 2)
      }

      server.script = {}
      await mailer.send('Afterwards')
      assert.include(server.subjects, 'Afterwards')
    })
  }

  test('ends a name that does not resolve and an address where nobody answers', async ({
    assert,
  }) => {
    const config = await createConfig({ host: 'mail.invalid', timeout: 1, isActive: true })
    const mailer = await TestMailer.create()
    const byName = await timedRefusal(mailer.send())
    await config.merge({ host: '192.0.2.1', port: 25 }).save()
    const byAddress = await timedRefusal(mailer.send())

    for (const { code, seconds } of [byName, byAddress]) {
      assert.equal(code, 'E_SMTP_DELIVERY_FAILED')
      assert.isBelow(seconds, 2)
    }
  })
})

test.group('A server that hangs up', (group) => {
  group.each.setup(emptyTables)

  test('before its greeting is tried twice at most, within 3 seconds', async ({ assert }) => {
    const server = await ScriptedServer.start({ greeting: hangUp })
    await activateServer(server)
    const mailer = await TestMailer.create()
    const { kind, seconds } = await timedRefusal(mailer.send())

    assert.equal(kind, 'ECONNECTION')
    assert.isBelow(seconds, 3)
    assert.isAtMost(server.connections, 2)
    server.script = {}
    await mailer.send('Afterwards')
    assert.deepEqual(server.subjects, ['Afterwards'])
  })

  test('after the final dot is not sent the message again', async ({ assert }) => {
    const server = await ScriptedServer.start({ message: hangUp })
    await activateServer(server)
    const mailer = await TestMailer.create()
    const { kind, seconds } = await timedRefusal(mailer.send())

    assert.equal(kind, 'ECONNECTION')
    assert.isBelow(seconds, 3)
    assert.lengthOf(server.messages, 1)
  })

  test('while nothing is under way loses no message', async ({ assert }) => {
    const server = await ScriptedServer.start()
    await activateServer(server)
    const mailer = await TestMailer.create()
    for (let round = 0; round < 5; round++) {
      await Promise.all(Array.from({ length: PLACES }, () => mailer.send()))
      server.hangUp()
    }
    assert.lengthOf(server.messages, 5 * PLACES)
  })
})

async function timedRefusal(sending: Promise<unknown>) {
  const start = performance.now()
  const { code, kind } = await refusalOf(sending)
  return { code, kind, seconds: (performance.now() - start) / 1000 }
}
