import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpTestRun } from '#smtp_admin'
import { ADD, newInput, pagePath, storedInput, useAuthorize } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET } from '#tests/helpers/db/configs'
import { ScriptedServer } from '#tests/helpers/smtp/scripted_server'
import { SmtpServer } from '#tests/helpers/smtp/smtp_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { startAfresh, inputFor, latestRun, postLive } from '#tests/helpers/html/test_pages'
import { createUser } from '#tests/helpers/db/users'

const TRY_NEW = `${ADD}/test`
const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

test.group('A test for a script', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('is told line by line, each step with the title of the next, and the verdict last', async ({
    client,
    assert,
  }) => {
    const config = await storeServer(await ScriptedServer.start(), { fromEmail: 'a@example.com' })

    const { response, lines } = await postLive(client, pagePath(config, 'test'), await createUser())

    const run = await latestRun()
    const steps = lines.slice(0, -1)
    response.assertStatus(200)
    assert.deepEqual(
      steps.map(({ stage }) => `${stage!.title} ${stage!.word}`),
      [
        ...['Settings Passed', 'DNS lookup Passed', 'Connection Passed', 'Greeting Passed'],
        ...['EHLO Passed', 'Encryption Skipped', 'Authentication Skipped', 'Sender Passed'],
        ...['Recipient Passed', 'Message Skipped'],
      ]
    )
    assert.deepEqual(
      steps.slice(0, -1).map(({ next }) => next),
      steps.slice(1).map(({ stage }) => stage!.title)
    )
    assert.isNull(steps.at(-1)!.next)
    assert.containsSubset(lines.at(-1), {
      verdict: { words: 'Test passed', tone: 'good' },
      advice: null,
      url: `/admin/smtp/tests/${run.id}`,
    })
  })

  test('leads to no page that its reader may not see', async ({ client, assert, cleanup }) => {
    const server = await ScriptedServer.start()
    cleanup(useAuthorize((_, ability) => ability === 'add' || ability === 'test'))

    const typed = newInput(inputFor(server))
    const { lines } = await postLive(client, TRY_NEW, await createUser(), typed)

    assert.containsSubset(lines.at(-1), { verdict: { words: 'Test passed' }, url: null })
  })

  test('has steps in the order of its encryption', async ({ client, assert }) => {
    const server = await SmtpServer.start({ encryption: 'tls' })
    const typed = newInput({ ...inputFor(server), encryption: 'tls' })

    const { lines } = await postLive(client, TRY_NEW, await createUser(), typed)

    const titles = lines.slice(2, 6).map(({ stage }) => stage!.title)
    assert.deepEqual(titles, ['Connection', 'Encryption', 'Greeting', 'EHLO'])
  })

  test('is neither kept in between nor stored on the way', async ({ client }) => {
    const config = await storeServer(await ScriptedServer.start())

    const { response } = await postLive(client, pagePath(config, 'test'), await createUser())

    response.assertHeader('content-type', 'application/x-ndjson; charset=utf-8')
    response.assertHeader('x-accel-buffering', 'no')
    response.assertHeader('cache-control', 'no-store, no-transform')
  })

  test('that failed ends with the advice, and with the way to a form that follows it', async ({
    client,
    assert,
  }) => {
    const server = await SmtpServer.start({ encryption: 'tls' })
    const typed = newInput({ ...inputFor(server), name: 'Relay & Söhne' })

    const { lines } = await postLive(client, TRY_NEW, await createUser(), typed)

    const { advice, verdict } = lines.at(-1)!
    assert.match(verdict!.words, /^No valid greeting/)
    const { pathname, searchParams } = new URL(advice!.correction!.url, 'http://localhost')
    assert.equal(pathname, ADD)
    assert.equal(searchParams.get('encryption'), 'tls')
    assert.equal(searchParams.get('name'), 'Relay & Söhne')
    assert.equal(searchParams.get('host'), '127.0.0.1')
    assert.isNull(searchParams.get('password'))
  })

  test('never says the password, whatever the server says', async ({ client, assert }) => {
    const server = await ScriptedServer.start({
      greeting: `220 ${KNOWN_SECRET} ready`,
      EHLO: '250-test.example\r\n250 AUTH PLAIN',
      AUTH: (socket, line) => {
        socket.write(`535 ${line} ${KNOWN_SECRET} ${btoa(KNOWN_SECRET)}\r\n`)
      },
    })
    const typed = newInput(inputFor(server, LOGIN))

    const { response, lines } = await postLive(client, TRY_NEW, await createUser(), typed)

    assert.equal(lines.at(-1)!.verdict!.words, 'Authentication failed')
    assert.notInclude(response.text(), KNOWN_SECRET)
    assert.notInclude(response.text(), btoa(KNOWN_SECRET).slice(0, 12))
  })

  test('with a password for another server is refused in JSON, at its field, and connects nowhere', async ({
    client,
    assert,
  }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server, LOGIN)
    const typed = storedInput(config, { host: 'localhost', test_to: 'nobody' })

    const { response } = await postLive(
      client,
      pagePath(config, 'change/test'),
      await createUser(),
      typed
    )

    response.assertStatus(422)
    response.assertHeader('content-type', 'application/json; charset=utf-8')
    assert.sameMembers(
      response.body().problems.map(({ field }: { field: string }) => field),
      ['password', 'test_to']
    )
    assert.equal(server.connections, 0)
    assert.isEmpty(await SmtpTestRun.all())
  })

  test('is refused in JSON to who may not test', async ({ client, assert, cleanup }) => {
    cleanup(useAuthorize((_, ability) => ability !== 'test'))
    const server = await ScriptedServer.start()
    const config = await storeServer(server)

    const { response } = await postLive(client, pagePath(config, 'test'), await createUser())

    response.assertStatus(403)
    assert.equal(response.body().title, 'Permission denied')
    assert.include(response.body().lines[0], 'permission to test SMTP configurations')
    assert.equal(server.connections, 0)
  })
})
