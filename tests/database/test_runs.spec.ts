import { test } from '@japa/runner'
import { SmtpConfig, SmtpTestRun } from '#smtp_admin'
import { type Health, healthOf } from '../../app/smtp_admin/diagnostics/health.js'
import { TestRunner } from '../../app/smtp_admin/diagnostics/test_runner.js'
import { configCandidate } from '../../app/smtp_admin/resolution/candidate.js'
import { createConfig, emptyTables, KNOWN_SECRET } from '../helpers/db/configs.js'
import { candidateOf } from '../helpers/smtp/candidates.js'
import { ScriptedServer, silence } from '../helpers/smtp/scripted_server.js'

const AUTHOR = { id: '7', label: 'admin@example.com', source: 'admin', ip: '192.0.2.7' } as const

async function storedServer(script = {}) {
  const server = await ScriptedServer.start(script)
  const config = await createConfig({ ...server.address, useTls: false, timeout: 2 })
  return { server, config }
}

function testOf(config: SmtpConfig, tester = new TestRunner()) {
  const { id, scope, revision, settingsHash } = config
  return tester.test({
    candidate: configCandidate(config),
    subject: { configId: id, scope, revision, settingsHash },
    author: AUTHOR,
    envelope: { from: 'app@example.com', to: 'reader@example.com' },
    message: 'none',
  })
}

async function stateOf({ id }: SmtpConfig): Promise<Health['state']> {
  const config = await SmtpConfig.findOrFail(id)
  const health = await healthOf([config])
  return health.get(id)!.state
}

test.group('A test', (group) => {
  group.each.setup(emptyTables)

  test('is kept with who, when, which values, how it went and what was said', async ({
    assert,
  }) => {
    const { config } = await storedServer()

    const { run } = await testOf(config)

    const kept = await SmtpTestRun.findOrFail(run!.id)
    assert.containsSubset(kept.$attributes, {
      configId: config.id,
      configName: config.name,
      host: config.host,
      port: config.port,
      revision: 1,
      verdict: 'passed',
      actorLabel: 'admin@example.com',
      source: 'admin',
    })
    assert.include(kept.transcript, 'C: MAIL FROM:<app@example.com>')
    assert.deepEqual(
      kept.report.stages.map(({ name, state }) => `${name} ${state}`),
      [
        ...['settings passed', 'lookup passed', 'connect passed', 'greeting passed', 'ehlo passed'],
        ...[
          'tls skipped',
          'authentication skipped',
          'sender passed',
          'recipient passed',
          'message skipped',
        ],
      ]
    )
  })

  test('is announced once it is stored', async ({ assert }) => {
    const { config } = await storedServer()
    const announced: object[] = []
    const runner = new TestRunner({
      events: { emit: (name, payload) => announced.push({ name, ...payload }) },
    })

    const { run } = await testOf(config, runner)

    assert.containsSubset(announced, [
      {
        name: 'smtp_admin:test_finished',
        runId: run!.id,
        config: { id: config.id, name: config.name, scope: 'site' },
        host: config.host,
        port: config.port,
        verdict: 'passed',
        author: AUTHOR,
      },
    ])
    assert.lengthOf(announced, 1)
  })

  test('is stored even if old tests cannot be deleted', async ({ assert, cleanup }) => {
    const server = await ScriptedServer.start()
    const query = SmtpTestRun.query
    cleanup(() => {
      SmtpTestRun.query = query
    })
    SmtpTestRun.query = function (...options) {
      return Object.assign(query.apply(this, options), {
        delete: () => Promise.reject(new Error('The database is busy')),
      })
    } as typeof query

    const { run } = await new TestRunner().test({
      candidate: candidateOf({ ...server.address, encryption: 'none' }),
      subject: { configId: null, scope: 'site', revision: null, settingsHash: null },
      author: AUTHOR,
      envelope: null,
      message: 'none',
    })

    assert.isNotNull(run)
  })

  test('decides the state of its configuration', async ({ assert }) => {
    const { config, server } = await storedServer()
    const states = [await stateOf(config)]
    await testOf(config)
    states.push(await stateOf(config))
    server.script = { greeting: '554 Closed' }
    await testOf(config)
    states.push(await stateOf(config))

    assert.deepEqual(states, ['untested', 'working', 'failing'])
  })

  test('grows stale when the connection is changed, and only then', async ({ assert }) => {
    const { config } = await storedServer()
    await testOf(config)
    await config.merge({ name: 'Another name', notes: 'A note', isActive: true }).save()
    const renamed = await stateOf(config)
    await config.merge({ ehloName: 'app.example.com' }).save()

    assert.equal(renamed, 'working')
    assert.equal(await stateOf(config), 'stale')
  })

  test('says nothing of a password that cannot be decrypted', async ({ assert }) => {
    const config = await createConfig({ username: 'mailer', password: KNOWN_SECRET })
    await SmtpConfig.query().where('id', config.id).update({ password: 'gcm.v1:a.b.c' })

    assert.equal(await stateOf(config), 'unreadable')
  })

  test('outlives its configuration, and many make room for the latest', async ({ assert }) => {
    const { config } = await storedServer()
    const { run } = await testOf(config)
    const values = { ...run!.$attributes }
    delete values.id
    await SmtpTestRun.createMany(Array.from({ length: 60 }, () => values))
    await testOf(config)
    await config.delete()

    assert.lengthOf(await SmtpTestRun.all(), 50)
  })

  test('is refused while two others are running, and let in when one has ended', async ({
    assert,
  }) => {
    const { config } = await storedServer({ greeting: silence })
    const tester = new TestRunner()
    const two = [testOf(config, tester), testOf(config, tester)]

    await assert.rejects(() => testOf(config, tester), /2 tests running already/)
    await Promise.all(two)
    const { result } = await testOf(config, tester)
    assert.equal(result.verdict, 'failed')
  })
})
