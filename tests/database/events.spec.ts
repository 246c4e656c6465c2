import { getActiveTest, test } from '@japa/runner'
import emitter from '@adonisjs/core/services/emitter'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { type Author, type SmtpAdminEvents, SmtpConfig } from '#smtp_admin'
import smtpAdmin from '#smtp_admin/services/main'
import { createConfig, emptyTables } from '../helpers/db/configs.js'
import { compose } from '../helpers/smtp/mailer.js'
import { ScriptedServer } from '../helpers/smtp/scripted_server.js'
import { activateServer, storeServer } from '../helpers/smtp/stored_servers.js'
import { useEnvironment } from '../helpers/html/admin_pages.js'

const ADA: Author = { id: '7', label: 'ada@example.com', source: 'admin', ip: '192.0.2.1' }
const CODE: Author = { id: null, label: null, source: 'code', ip: null }

type EventName = keyof SmtpAdminEvents
type Emitted = { [Name in EventName]: [name: Name, payload: SmtpAdminEvents[Name]] }[EventName]

const NAMES: EventName[] = [
  'smtp_admin:activated',
  'smtp_admin:deactivated',
  'smtp_admin:config_saved',
  'smtp_admin:config_deleted',
  'smtp_admin:fallback',
  'smtp_admin:test_finished',
  'smtp_admin:sent',
  'smtp_admin:send_failed',
]

/** Collects the events on the app's emitter until the test ends. */
function collectEvents(): Emitted[] {
  const emitted: Emitted[] = []
  for (const name of NAMES) {
    const stop = emitter.on(name, (payload) => {
      emitted.push([name, payload] as Emitted)
    })
    getActiveTest()?.cleanup(stop)
  }
  return emitted
}

const toRef = ({ id, name, scope }: SmtpConfig) => ({ id, name, scope })

function send(subject = 'Hello', account?: number) {
  const message = compose(subject, (it) => it.from('app@example.com'))
  return mail.use('smtp').send(message, { account })
}

test.group('Events of configurations', (group) => {
  group.each.setup(emptyTables)

  test('tell of a new configuration, and of its activation', async ({ assert }) => {
    const events = collectEvents()

    const config = await createConfig({ isActive: true })

    assert.deepEqual(
      events.map(([name]) => name),
      ['smtp_admin:config_saved', 'smtp_admin:activated']
    )
    const [[, saved], [, activated]] = events
    assert.containsSubset(saved, { config: toRef(config), isNew: true, author: CODE })
    assert.deepEqual(activated, {
      config: toRef(config),
      previous: null,
      author: CODE,
      reason: null,
    })
  })

  test('tell the columns that a save changed', async ({ assert }) => {
    const config = await createConfig()
    const events = collectEvents()

    config.author = ADA
    await config.merge({ host: 'other.example.com', notes: 'Moved' }).save()
    await config.save()

    assert.deepEqual(events, [
      [
        'smtp_admin:config_saved',
        { config: toRef(config), isNew: false, changed: ['host', 'notes'], author: ADA },
      ],
    ])
  })

  test('tell an activation with the configuration that it replaces, and the reason', async ({
    assert,
  }) => {
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    const events = collectEvents()

    await second.activate(ADA, { reason: 'The first one is down' })

    assert.deepEqual(events, [
      [
        'smtp_admin:activated',
        {
          config: toRef(second),
          previous: toRef(first),
          author: ADA,
          reason: 'The first one is down',
        },
      ],
    ])
  })

  test('tell a deactivation, and a deletion', async ({ assert }) => {
    const config = await createConfig({ isActive: true })
    const events = collectEvents()

    await config.deactivate(ADA)
    await config.delete()

    assert.deepEqual(events, [
      ['smtp_admin:deactivated', { config: toRef(config), author: ADA }],
      ['smtp_admin:config_deleted', { config: toRef(config), author: ADA }],
    ])
  })

  test('tell that the deletion of the active configuration deactivates it', async ({ assert }) => {
    const config = await createConfig({ isActive: true })
    const events = collectEvents()
    await config.delete()
    assert.deepEqual(
      events.map(([name]) => name),
      ['smtp_admin:config_deleted', 'smtp_admin:deactivated']
    )
  })

  test('come after the commit of the app’s own transaction, and not after a rollback', async ({
    assert,
  }) => {
    const events = collectEvents()

    const trx = await db.transaction()
    await new SmtpConfig()
      .merge({ name: 'Undone', host: 'mail.example.com', port: 25 })
      .useTransaction(trx)
      .save()
    await trx.rollback()
    assert.lengthOf(events, 0)

    await db.transaction(async (client) => {
      const config = new SmtpConfig().merge({ name: 'Kept', host: 'mail.example.com', port: 25 })
      await config.useTransaction(client).save()
      assert.lengthOf(events, 0)
    })
    assert.containsSubset(events, [['smtp_admin:config_saved', { config: { name: 'Kept' } }]])
  })

  test('are not emitted for a change that is refused', async ({ assert }) => {
    const events = collectEvents()
    await assert.rejects(() => createConfig({ host: 'not a host' }))
    assert.lengthOf(events, 0)
  })
})

test.group('Events of sends and tests', (group) => {
  group.each.setup(emptyTables)

  test('tell a message that was sent, and through which server', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const config = await activateServer(server)
    const events = collectEvents()

    const { messageId } = await send('Hello', 7)

    const sent = events.filter(([name]) => name === 'smtp_admin:sent')
    assert.containsSubset(sent, [
      [
        'smtp_admin:sent',
        {
          messageId,
          account: 7,
          server: { source: 'site', id: config.id, name: config.name, port: server.port },
        },
      ],
    ])
    assert.lengthOf(sent, 1)
  })

  test('tell a message that a server refused, without its words', async ({ assert }) => {
    const server = await ScriptedServer.start({ RCPT: '550 5.1.1 no such user' })
    const config = await activateServer(server)
    const events = collectEvents()

    await assert.rejects(() => send())

    const failed = events.filter(([name]) => name === 'smtp_admin:send_failed')
    assert.containsSubset(failed, [
      [
        'smtp_admin:send_failed',
        {
          account: null,
          server: { id: config.id },
          code: 'E_SMTP_DELIVERY_FAILED',
          kind: 'EENVELOPE',
          command: 'RCPT TO',
          responseCode: 550,
        },
      ],
    ])
    assert.notInclude(JSON.stringify(failed), 'no such user')
  })

  test('tell once that the default server is used instead, and why', async ({
    assert,
    cleanup,
  }) => {
    const server = await ScriptedServer.start()
    const config = await activateServer(server)
    await send()
    cleanup(await useEnvironment(server.address))
    const events = collectEvents()

    await config.deactivate()
    await send()
    await send()

    const fallbacks = events.filter(([name]) => name === 'smtp_admin:fallback')
    assert.containsSubset(fallbacks, [
      [
        'smtp_admin:fallback',
        {
          account: null,
          server: { source: 'environment', port: server.port },
          skipped: [{ source: 'site', state: 'missing' }],
          databaseError: null,
        },
      ],
    ])
    assert.lengthOf(fallbacks, 1)
  })

  test('tell a test that has finished', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server)
    const events = collectEvents()

    const { run } = await smtpAdmin.test(config)

    assert.containsSubset(events, [
      [
        'smtp_admin:test_finished',
        { runId: run!.id, config: toRef(config), port: server.port, author: CODE },
      ],
    ])
  })

  test('do not fail a send when a listener fails', async ({ assert, cleanup }) => {
    await activateServer(await ScriptedServer.start())
    cleanup(
      emitter.on('smtp_admin:sent', () => {
        throw new Error('The listener failed')
      })
    )
    await assert.doesNotReject(() => send())
  })
})
