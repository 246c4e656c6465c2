import { test } from '@japa/runner'
import type { StageName } from '../../../app/smtp_admin/models/test_report.js'
import { KNOWN_SECRET, emptyTables } from '../../helpers/db/configs.js'
import { expiredCertificate } from '../../helpers/smtp/certificates.js'
import { type Script, ScriptedServer, silence } from '../../helpers/smtp/scripted_server.js'
import { TestMailer } from '../../helpers/smtp/mailer.js'
import { lookNamesUpIn } from '../../helpers/dns/dns_server.js'
import { formatStage } from '../../helpers/smtp/stages.js'
import { activateServer } from '../../helpers/smtp/stored_servers.js'
import { LOGIN, testOf } from '../../helpers/smtp/tested_server.js'

const WITH_LOGIN = '250-test.example\r\n250 AUTH PLAIN'

interface Silence {
  script: Script
  /** The stage that never ends, the one before it, and the last command. */
  stage: StageName
  after: StageName
  heard: string
}

/** The points at which a server stops replying. */
const SILENCES: Record<string, Silence> = {
  'for the greeting': {
    script: { greeting: silence },
    ...{ stage: 'greeting', after: 'connect', heard: '' },
  },
  'for the answer to EHLO': {
    script: { EHLO: silence },
    ...{ stage: 'ehlo', after: 'greeting', heard: 'EHLO' },
  },
  'for the login': {
    script: { EHLO: WITH_LOGIN, AUTH: silence },
    ...{ stage: 'authentication', after: 'tls', heard: 'AUTH' },
  },
  'for the recipient': {
    script: { EHLO: WITH_LOGIN, AUTH: '235 Hi', RCPT: silence },
    ...{ stage: 'recipient', after: 'sender', heard: 'RCPT' },
  },
  'for the message': {
    script: { EHLO: WITH_LOGIN, AUTH: '235 Hi', message: silence },
    ...{ stage: 'message', after: 'recipient', heard: '\r\n.\r\n' },
  },
}

test.group('A cancelled test', () => {
  for (const [what, { script, stage, after, heard }] of Object.entries(SILENCES)) {
    test(`that waits ${what} ends at once, and closes the connection`, async ({ assert }) => {
      const server = await ScriptedServer.start(script)
      const cancel = new AbortController()
      const reached = Promise.withResolvers<void>()
      const testing = testOf(
        server,
        { timeout: 30, ...LOGIN },
        {
          signal: cancel.signal,
          message: 'send',
          onStage: ({ name }) => name === after && reached.resolve(),
        }
      )
      await Promise.all([reached.promise, server.hears(heard)])
      const cancelled = performance.now()
      cancel.abort()
      const result = await testing

      assert.isBelow(performance.now() - cancelled, 1000)
      assert.equal(result.verdict, 'cancelled')
      assert.isNull(result.report.advice)
      const stopped = result.report.stages.filter(({ state }) => state === 'cancelled')
      assert.deepEqual(
        stopped.map(({ name }) => name),
        [stage]
      )
      await server.allGone()
    })
  }

  test('does not start after the signal has aborted', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const result = await testOf(server, {}, { signal: AbortSignal.abort() })
    assert.equal(result.verdict, 'cancelled')
    assert.notInclude(server.heard, 'EHLO')
    await server.allGone()
  })

  test('does not connect after the name lookup', async ({ assert }) => {
    await lookNamesUpIn({ 'silent-cancelled.test': 'silent' })
    const cancel = new AbortController()
    const result = await testOf(
      { host: 'silent-cancelled.test', port: 25 },
      { timeout: 30 },
      { signal: cancel.signal, onStage: ({ name }) => name === 'settings' && cancel.abort() }
    )
    assert.equal(result.verdict, 'cancelled')
    assert.equal(formatStage(result, 'lookup'), 'Cancelled')
    assert.isBelow(result.ms, 1000)
  })

  test('ends with the stage whose callback cancels it', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const cancel = new AbortController()
    const result = await testOf(
      server,
      {},
      { signal: cancel.signal, onStage: ({ name }) => name === 'greeting' && cancel.abort() }
    )
    assert.equal(result.verdict, 'cancelled')
    assert.equal(formatStage(result, 'ehlo'), 'Cancelled')
    await server.allGone()
  })

  test('has failed when it was inspecting a rejected certificate', async ({ assert }) => {
    let connections = 0
    const server = await ScriptedServer.start(
      {
        EHLO: '250-test.example\r\n250 STARTTLS',
        greeting: (socket) => {
          connections++
          if (connections === 1) {
            socket.write('220 Hello\r\n')
          } else {
            cancel.abort()
          }
        },
      },
      { certificate: await expiredCertificate() }
    )
    const cancel = new AbortController()
    const result = await testOf(
      server,
      { encryption: 'starttls', timeout: 30 },
      { signal: cancel.signal }
    )
    assert.equal(connections, 2)
    assert.isBelow(result.ms, 2000)
    assert.include(formatStage(result, 'tls'), 'certificate')
    await server.allGone()
  })
})

test.group('Parallel tests', () => {
  test('do not mix their results', async ({ assert }) => {
    const slow = await ScriptedServer.start({
      greeting: '220 slow.example',
      RCPT: (socket) => setTimeout(() => socket.write('550 5.1.1 User unknown\r\n'), 100),
    })
    const fast = await ScriptedServer.start({ greeting: '220 fast.example', MAIL: '553 5.7.1 No' })
    const [one, other] = await Promise.all([testOf(slow), testOf(fast)])

    assert.include(formatStage(one, 'greeting'), 'slow.example')
    assert.include(formatStage(one, 'recipient'), '550 5.1.1')
    assert.notInclude(one.transcript, 'fast.example')
    assert.include(formatStage(other, 'greeting'), 'fast.example')
    assert.include(formatStage(other, 'sender'), '553 5.7.1')
    assert.notInclude(other.transcript, 'slow.example')
  })
})

test.group('A test during sending', (group) => {
  group.each.setup(emptyTables)

  test('uses its own connection', async ({ assert }) => {
    const server = await ScriptedServer.start({ EHLO: WITH_LOGIN, AUTH: '235 Hi' })
    const login = { username: LOGIN.username, password: KNOWN_SECRET }
    await activateServer(server, login)
    const mailer = await TestMailer.create()
    await mailer.send('First')
    assert.equal(server.connections, 1)

    const failing = testOf(server, { ...LOGIN, fromEmail: 'other@example.com' })
    const cancelled = testOf(server, LOGIN, { signal: AbortSignal.abort() })
    await Promise.all([failing, cancelled])
    const testing = server.connections
    await mailer.send('Second')

    assert.isAtLeast(testing, 2)
    assert.equal(server.connections, testing)
    assert.deepEqual(server.subjects, ['First', 'Second'])
  })
})
