import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { emptyTables } from '../helpers/db/configs.js'
import {
  blockReaders,
  databaseAt,
  holdAllConnections,
  loseTable,
} from '../helpers/db/database_faults.js'
import { ScriptedServer, silence } from '../helpers/smtp/scripted_server.js'
import { TestMailer, refusalOf } from '../helpers/smtp/mailer.js'
import { activateServer, storeServer } from '../helpers/smtp/stored_servers.js'

/** Seconds. */
const DATABASE_TIMEOUT = 0.3

/** Seconds that a busy machine may take on top; the drivers' own timeouts are ten and more. */
const MARGIN = 2

const isSqlite = db.connection().dialect.name.includes('sqlite')

test.group('A database that cannot be read', (group) => {
  group.each.setup(emptyTables)

  test('leaves the last known server in use, and says so until it is back', async ({ assert }) => {
    const { stored, environment } = await startServers()
    await activateServer(stored)
    const mailer = await TestMailer.create({ fallback: environment.address })
    await mailer.send('1')
    const bringBack = await loseTable()
    await mailer.send('2')
    await mailer.send('3')
    await bringBack()
    await mailer.send('4')

    assert.deepEqual(stored.subjects, ['1', '2', '3', '4'])
    const [before, away, back, ...more] = mailer.log.lines
    const server = `Primary Mail Server (127.0.0.1:${stored.port}).`
    assert.equal(before, `info: Using SMTP config from database: ${server}`)
    assert.match(away, /^warn: The database could not be read \(.*smtp_configs.*\)\. Using /)
    assert.include(away, server)
    assert.equal(back, before)
    assert.isEmpty(more)
  })

  test('leaves the environment’s where nothing was ever read, and says so', async ({ assert }) => {
    const { stored, environment } = await startServers()
    await activateServer(stored)
    await loseTable()
    const mailer = await TestMailer.create({ fallback: environment.address })
    await mailer.send()

    assert.deepEqual(environment.subjects, ['Hello'])
    assert.lengthOf(mailer.log.lines, 1)
    assert.match(
      mailer.log.lines[0],
      /^warn: The database could not be read \(.+\)\. Falling back to the environment's server/
    )
  })

  test('leaves the environment’s where none was active when it was read', async ({ assert }) => {
    const { stored, environment } = await startServers()
    const config = await activateServer(stored)
    const mailer = await TestMailer.create({ fallback: environment.address })
    await mailer.send('1')
    await config.deactivate()
    await mailer.send('2')
    await loseTable()
    await mailer.send('3')
    assert.deepEqual(stored.subjects, ['1'])
    assert.deepEqual(environment.subjects, ['2', '3'])
    assert.match(mailer.log.lines.at(-1)!, /^warn: .*cannot be read now/)
  })

  test('leaves what is known of each scope, whoever asked for it', async ({ assert }) => {
    const { stored, environment } = await startServers()
    const own = await ScriptedServer.start()
    await activateServer(stored)
    await activateServer(own, { scope: 'account:7' })
    const mailer = await TestMailer.create({ fallback: environment.address })
    await mailer.send('1', 7)
    await loseTable()
    await mailer.send('2', 7)
    await mailer.send('3', 8)
    await mailer.send('4')

    assert.deepEqual(own.subjects, ['1', '2'])
    assert.deepEqual(stored.subjects, ['3', '4'])
    assert.isEmpty(environment.subjects)
  })

  test('and no environment: an error that gives the reason', async ({ assert }) => {
    await loseTable()
    const mailer = await TestMailer.create()
    const { code, message } = await refusalOf(mailer.send())
    assert.equal(code, 'E_NO_SMTP_SERVER')
    assert.match(message, /The database could not be read \(.+\)\. SMTP_HOST is not set/)
  })

  test('because it does not answer is waited for no longer than its timeout', async ({
    assert,
  }) => {
    const { stored, environment } = await startServers()
    await activateServer(stored)
    const known = await TestMailer.create({ databaseTimeout: DATABASE_TIMEOUT })
    await known.send('1')
    const letGo = await blockReaders()
    const unknown = await TestMailer.create({
      databaseTimeout: DATABASE_TIMEOUT,
      fallback: environment.address,
    })
    const start = performance.now()
    await Promise.all([known.send('2'), unknown.send('3')])
    const seconds = (performance.now() - start) / 1000
    await letGo()
    await unknown.send('4')

    assert.isBelow(seconds, DATABASE_TIMEOUT + MARGIN)
    assert.deepEqual(stored.subjects, ['1', '2', '4'])
    assert.deepEqual(environment.subjects, ['3'])
    for (const { log } of [known, unknown]) {
      assert.include(log.text, 'The database could not be read (no answer within 0.3 s)')
    }
  }).skip(isSqlite, 'Readers of SQLite never wait for writers in WAL mode')

  for (const client of ['mysql2', 'pg'] as const) {
    test(`because ${client} finds no server, or a silent one, does not hold a mail up`, async ({
      assert,
    }) => {
      const { environment } = await startServers()
      const silent = await ScriptedServer.start({ greeting: silence })
      const gone = await ScriptedServer.start()
      const nobody = { address: gone.address }
      await gone.close()

      for (const server of [silent, nobody]) {
        const mailer = await TestMailer.create({
          fallback: environment.address,
          databaseTimeout: DATABASE_TIMEOUT,
          app: { database: await databaseAt(client, server) },
        })
        const start = performance.now()
        await mailer.send()
        const seconds = (performance.now() - start) / 1000
        assert.isBelow(seconds, DATABASE_TIMEOUT + MARGIN)
        assert.match(mailer.log.text, /could not be read \((ECONNREFUSED|connect|no answer)/)
        silent.hangUp()
      }
      assert.lengthOf(environment.messages, 2)
    })
  }
})

test.group('Transactions of the app', (group) => {
  group.each.setup(emptyTables)

  test('that hold every connection of its pool hold no send up', async ({ assert }) => {
    const server = await ScriptedServer.start()
    await activateServer(server)
    const release = await holdAllConnections()
    const mailer = await TestMailer.create({ databaseTimeout: DATABASE_TIMEOUT })
    await mailer.send('1')
    await release()

    assert.deepEqual(server.subjects, ['1'])
    assert.notInclude(mailer.log.text, 'could not be read')
  })

  test('see their own switch only when it is committed, as every other send does', async ({
    assert,
  }) => {
    const [before, after] = await Promise.all([ScriptedServer.start(), ScriptedServer.start()])
    await activateServer(before, { name: 'Before' })
    const next = await storeServer(after, { name: 'After' })
    const mailer = await TestMailer.create()
    await db.transaction(async (trx) => {
      await next.useTransaction(trx).activate()
      await mailer.send('1')
    })
    await mailer.send('2')

    assert.deepEqual(before.subjects, ['1'])
    assert.deepEqual(after.subjects, ['2'])
  })

  test('that are global, as in the tests of an app, are read from', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const mailer = await TestMailer.create()
    await db.beginGlobalTransaction()
    await activateServer(server)
    await mailer.send('1')
    await db.rollbackGlobalTransaction()
    const { code } = await refusalOf(mailer.send('2'))

    assert.deepEqual(server.subjects, ['1'])
    assert.equal(code, 'E_NO_SMTP_SERVER')
  })
})

async function startServers() {
  const [stored, environment] = await Promise.all([ScriptedServer.start(), ScriptedServer.start()])
  return { stored, environment }
}
