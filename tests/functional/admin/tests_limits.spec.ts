import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpTestRun } from '#smtp_admin'
import { ADD, newInput, pagePath } from '#tests/helpers/html/admin_pages'
import { ScriptedServer, silence } from '#tests/helpers/smtp/scripted_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { startAfresh, inputFor, post, postLive } from '#tests/helpers/html/test_pages'
import { createUser } from '#tests/helpers/db/users'
import { inputAt, mainText } from '#tests/helpers/html/page'

const A_MINUTE = 10

test.group('Testing too often', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('is refused from the eleventh in a minute on, to this person only', async ({
    client,
    assert,
  }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server)
    const [user, other] = [await createUser(), await createUser()]
    for (let count = 0; count < A_MINUTE; count++) {
      const taken = await post(client, pagePath(config, 'test'), user)
      taken.assertStatus(303)
    }

    const refused = await post(client, pagePath(config, 'test'), user)
    const { response: live } = await postLive(client, pagePath(config, 'test'), user)
    const allowed = await post(client, pagePath(config, 'test'), other)

    refused.assertStatus(429)
    const text = mainText(refused.text())
    assert.match(text, /Test limit reached You have run too many tests. Try again in \d+ seconds/)
    const seconds = Number(refused.header('retry-after'))
    assert.isTrue(seconds > 0 && seconds <= 60)
    assert.include(text, `in ${seconds} seconds`)
    live.assertStatus(429)
    assert.equal(live.body().title, 'Test limit reached')
    allowed.assertStatus(303)
    assert.equal(server.connections, A_MINUTE + 1)
    assert.lengthOf(await SmtpTestRun.all(), A_MINUTE + 1)
  })

  test('keeps what was typed', async ({ client, assert }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server)
    const user = await createUser()
    for (let count = 0; count < A_MINUTE; count++) {
      await post(client, pagePath(config, 'test'), user)
    }
    const { connections } = server
    const typed = newInput(inputFor(server, { name: 'Typed by hand' }))

    const refused = await post(client, `${ADD}/test`, user, typed)

    refused.assertStatus(429)
    assert.isAbove(Number(refused.header('retry-after')), 0)
    assert.include(mainText(refused.text()), 'Test not started You have run too many tests')
    assert.equal(inputAt(refused.text(), 'name').value, 'Typed by hand')
    assert.equal(server.connections, connections)
  })

  test('does not begin with what was refused before it connected anywhere', async ({ client }) => {
    const config = await storeServer(await ScriptedServer.start())
    const user = await createUser()
    for (let count = 0; count <= A_MINUTE; count++) {
      await post(client, `${ADD}/test`, user, newInput({ host: '' }))
    }

    const taken = await post(client, pagePath(config, 'test'), user)

    taken.assertStatus(303)
  })
})

test.group('Testing while two tests are running', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('is refused for now, and possible again when one has ended', async ({ client, assert }) => {
    const server = await ScriptedServer.start({ greeting: silence })
    const config = await storeServer(server, { timeout: 20 })
    const user = await createUser()
    const running = [1, 2].map(() => post(client, pagePath(config, 'test'), user).then((it) => it))
    await server.until(() => server.connections >= 2, 'two tests are running')

    const refused = await post(client, pagePath(config, 'test'), user)
    const { response: live } = await postLive(client, pagePath(config, 'test'), user)
    server.script = {}
    server.hangUp()
    await Promise.all(running)
    const taken = await post(client, pagePath(config, 'test'), user)

    refused.assertStatus(429)
    refused.assertHeader('retry-after', '5')
    assert.include(mainText(refused.text()), 'The maximum number of tests is already running.')
    live.assertStatus(429)
    assert.include(live.body().lines[0], 'The maximum number of tests is already running.')
    taken.assertStatus(303)
  })
})
