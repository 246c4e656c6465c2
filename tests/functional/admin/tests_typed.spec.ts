import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig, SmtpTestRun } from '#smtp_admin'
import {
  ADD,
  makeUnreadable,
  newInput,
  pagePath,
  storedInput,
  storedRows,
} from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET } from '#tests/helpers/db/configs'
import { ScriptedServer } from '#tests/helpers/smtp/scripted_server'
import { SmtpServer } from '#tests/helpers/smtp/smtp_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { startAfresh, inputFor, latestRun, post } from '#tests/helpers/html/test_pages'
import { createUser } from '#tests/helpers/db/users'
import { errorAt, errorSummaryIn, inputAt, mainText } from '#tests/helpers/html/page'

const TRY_NEW = `${ADD}/test`
const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

test.group('The test of a form to add', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('shows the result above the form, with what was typed, and stores no configuration', async ({
    client,
    assert,
  }) => {
    const server = await ScriptedServer.start()
    const typed = newInput(inputFor(server, { notes: 'Ask Ada', is_active: '1', was_active: '0' }))

    const response = await post(client, TRY_NEW, await createUser(), typed)

    response.assertStatus(200)
    const text = mainText(response.text())
    assert.include(text, '✓ Test passed Result for the settings below')
    assert.match(response.text(), /<title>Test passed \| Add SMTP configuration/)
    assert.equal(inputAt(response.text(), 'notes').value, 'Ask Ada')
    assert.equal(inputAt(response.text(), 'port').value, `${server.port}`)
    assert.property(inputAt(response.text(), 'is_active'), 'checked')
    assert.isEmpty(await SmtpConfig.all())
  })

  test('leads to a page of the test, which says that the values were not saved', async ({
    client,
    assert,
  }) => {
    const server = await ScriptedServer.start()
    const user = await createUser()
    const response = await post(client, TRY_NEW, user, newInput(inputFor(server)))

    const run = await latestRun()
    response.assertTextIncludes(`href="/admin/smtp/tests/${run.id}"`)
    const page = await client.get(`/admin/smtp/tests/${run.id}`).loginAs(user)

    assert.include(mainText(page.text()), 'Settings Unsaved settings')
    assert.deepEqual([run.configId, run.revision, run.settingsHash], [null, null, null])
  })

  test('logs in with the password that was typed, which is then shown nowhere', async ({
    client,
    assert,
  }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    const typed = newInput(inputFor(server, LOGIN))

    const response = await post(client, TRY_NEW, await createUser(), typed)

    assert.include(mainText(response.text()), 'Authentication Passed')
    assert.lengthOf(server.logins, 1)
    assert.include(response.text(), 'Enter it again before you save')
    assert.notInclude(response.text(), KNOWN_SECRET)
    assert.notInclude(JSON.stringify(await latestRun()), KNOWN_SECRET)
    assert.notInclude(JSON.stringify(await latestRun()), btoa(KNOWN_SECRET))
  })

  test('refuses what a save would refuse, field by field, and connects nowhere', async ({
    client,
    assert,
  }) => {
    const server = await ScriptedServer.start()
    const wrong = { name: '', timeout: '0', username: 'bob', encryption: 'rot13', test_to: 'bob' }
    const user = await createUser()

    const response = await post(client, TRY_NEW, user, newInput(inputFor(server, wrong)))

    response.assertStatus(422)
    assert.match(response.text(), /<title>Error: /)
    assert.deepEqual(
      errorSummaryIn(response.text()).map(({ field }) => field),
      ['name', 'encryption', 'password', 'timeout', 'test_to']
    )
    assert.equal(inputAt(response.text(), 'username').value, 'bob')
    assert.equal(server.connections, 0)
    assert.isEmpty(await SmtpTestRun.all())
  })
})

test.group('The test of a form to change', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('opens no connection anywhere with a stored password that was entered for another {field}')
    .with([
      { field: 'host', change: { host: 'localhost' } },
      { field: 'encryption', change: { encryption: 'starttls' } },
      { field: 'username', change: { username: 'eve@example.com' } },
      { field: 'certificate check', change: { verify_certificate: '0' } },
    ])
    .run(async ({ client, assert }, { change }) => {
      const server = await ScriptedServer.start()
      const config = await storeServer(server, LOGIN)

      const response = await post(
        client,
        pagePath(config, 'change/test'),
        await createUser(),
        storedInput(config, change)
      )

      response.assertStatus(422)
      assert.equal(
        errorAt(response.text(), 'password'),
        'The server settings have changed. Enter the password again.'
      )
      assert.equal(server.connections, 0)
      assert.isEmpty(await SmtpTestRun.all())
    })

  test('opens no connection to another port with the stored password', async ({
    client,
    assert,
  }) => {
    const [server, other] = [await ScriptedServer.start(), await ScriptedServer.start()]
    const config = await storeServer(server, LOGIN)

    const response = await post(
      client,
      pagePath(config, 'change/test'),
      await createUser(),
      storedInput(config, { port: String(other.port) })
    )

    response.assertStatus(422)
    assert.include(errorAt(response.text(), 'password'), 'Enter the password again')
    assert.deepEqual([server.connections, other.connections], [0, 0])
  })

  test('keeps the stored password for the server that it was entered for', async ({
    client,
    assert,
  }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    const config = await storeServer(server, LOGIN)
    const before = await storedRows()

    const response = await post(
      client,
      pagePath(config, 'change/test'),
      await createUser(),
      storedInput(config, { name: 'Renamed', password: 'filled in by a browser' })
    )

    assert.include(mainText(response.text()), 'Authentication Passed')
    assert.equal(server.logins[0].password, KNOWN_SECRET)
    assert.equal(inputAt(response.text(), 'name').value, 'Renamed')
    assert.notInclude(response.text(), 'Enter it again before you save')
    assert.deepEqual(await storedRows(), before)
    const { revision } = await latestRun()
    assert.isNull(revision)
  })

  test('takes a password that is to replace the stored one, for another server too', async ({
    client,
    assert,
  }) => {
    const old = await ScriptedServer.start()
    const server = await SmtpServer.start({ login: { ...LOGIN, password: 'another one' } })
    const config = await storeServer(old, LOGIN)
    const before = await storedRows()

    const response = await post(
      client,
      pagePath(config, 'change/test'),
      await createUser(),
      storedInput(config, {
        port: String(server.port),
        password_mode: 'replace',
        password: 'another one',
      })
    )

    assert.include(mainText(response.text()), 'Authentication Passed')
    assert.include(response.text(), 'Enter it again before you save')
    assert.equal(old.connections, 0)
    assert.deepEqual(await storedRows(), before)
  })

  test('does not log in when the password is to be removed', async ({ client, assert }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server, LOGIN)

    const response = await post(
      client,
      pagePath(config, 'change/test'),
      await createUser(),
      storedInput(config, { password_mode: 'remove' })
    )

    assert.include(mainText(response.text()), '✓ Test passed')
    assert.include(mainText(response.text()), 'Authentication Skipped')
    assert.notInclude(server.heard, 'AUTH')
    const { username } = await latestRun()
    assert.isNull(username)
  })

  test('of what is stored, unchanged, counts as a test of the configuration', async ({
    client,
    assert,
  }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server, { fromEmail: 'app@example.com' })

    const response = await post(
      client,
      pagePath(config, 'change/test'),
      await createUser(),
      storedInput(config)
    )

    response.assertStatus(200)
    const run = await latestRun()
    assert.deepEqual([run.configId, run.revision], [config.id, 1])
    assert.equal(run.settingsHash, config.settingsHash)
  })

  test('with a password that cannot be decrypted connects nowhere and says so', async ({
    client,
    assert,
  }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server, LOGIN)
    await makeUnreadable(config)

    const response = await post(
      client,
      pagePath(config, 'change/test'),
      await createUser(),
      storedInput(config)
    )

    response.assertStatus(200)
    assert.match(mainText(response.text()), /✗ Settings Failed .* cannot be decrypted/)
    assert.equal(server.connections, 0)
  })
})

test.group('A reloaded answer', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('leads back to the form', async ({ client, assert }) => {
    const user = await createUser()
    const config = await storeServer(await ScriptedServer.start())

    for (const [path, form] of [
      [TRY_NEW, ADD],
      [pagePath(config, 'change/test'), pagePath(config, 'change')],
      [pagePath(config, 'test'), pagePath(config, 'change')],
    ]) {
      const response = await client.get(path).loginAs(user).redirects(0)
      response.assertHeader('location', form)
    }
    assert.isEmpty(await SmtpTestRun.all())
  })
})
