import { test } from '@japa/runner'
import { formatAdvice } from '../../../app/smtp_admin/diagnostics/messages.js'
import { en } from '../../../app/smtp_admin/i18n/format.js'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpTestRun } from '#smtp_admin'
import { pagePath, useEnvironment } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET } from '#tests/helpers/db/configs'
import { ScriptedServer } from '#tests/helpers/smtp/scripted_server'
import { SmtpServer } from '#tests/helpers/smtp/smtp_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { startAfresh, latestRun, latestRunText, post } from '#tests/helpers/html/test_pages'
import { createUser } from '#tests/helpers/db/users'
import { errorAt, inputAt, mainText } from '#tests/helpers/html/page'

test.group('The test of a stored configuration', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('leads to its own page, which says how each step went', async ({ client, assert }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server, { fromEmail: 'app@example.com' })
    const operator = await createUser('operator')

    const answer = await post(client, pagePath(config, 'test'), operator)

    const run = await SmtpTestRun.firstOrFail()
    answer.assertStatus(303)
    answer.assertHeader('location', `/admin/smtp/tests/${run.id}`)
    const page = await client.get(answer.header('location')!).loginAs(operator)
    const text = mainText(page.text())
    assert.match(text, /^✓ Test passed Test for Primary Mail Server/)
    assert.include(text, `Server 127.0.0.1:${server.port} , no encryption`)
    assert.include(text, 'Username None (no authentication)')
    assert.include(text, 'Settings Revision 1 (current)')
    assert.match(text, new RegExp(`Tested \\d.* UTC .* Run by ${operator.email}`))
    assert.match(
      text,
      /Steps ✓ Settings Passed .* ✓ Connection Passed \d+ ms Connected to 127.0.0.1.* – Message Skipped No test email was requested/
    )
    assert.include(text, 'SMTP transcript C is this app, S is the server. Passwords are masked.')
    assert.include(text, 'C: MAIL FROM:<app@example.com>')
  })

  test('changes nothing of the configuration', async ({ client, assert }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server, { fromEmail: 'app@example.com' })
    const before = { ...config.$attributes }

    await post(client, pagePath(config, 'test'), await createUser())

    await config.refresh()
    assert.equal(config.revision, before.revision)
    assert.equal(config.isActive, before.isActive)
  })

  test('goes no further than asking the server, unless a message is wanted', async ({
    client,
    assert,
  }) => {
    const inbox = await ScriptedServer.start()
    const config = await storeServer(inbox, { fromEmail: 'app@example.com' })
    const user = await createUser()

    await post(client, pagePath(config, 'test'), user)
    assert.isEmpty(inbox.messages)
    assert.include(inbox.heard, 'RCPT TO:<app@example.com>\r\nRSET')

    await post(client, pagePath(config, 'test'), user, { test_to: ' ada@example.org ' })
    assert.include(inbox.heard, 'RCPT TO:<ada@example.org>')
    assert.deepEqual(inbox.subjects, ['Test email through Primary Mail Server'])
    assert.match(await latestRunText(client, user), /Message Passed .* Sent to ada@example.org/)
  })

  test('tries the sender of the environment where the configuration has none', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await useEnvironment({ from: { address: 'environment@example.com' } }))
    const server = await ScriptedServer.start()
    const config = await storeServer(server)

    await post(client, pagePath(config, 'test'), await createUser())

    assert.include(server.heard, 'MAIL FROM:<environment@example.com>')
  })

  test('skips the sender where none is known, and then sends no message', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await useEnvironment({}))
    const server = await ScriptedServer.start()
    const config = await storeServer(server)
    const user = await createUser()

    await post(client, pagePath(config, 'test'), user)
    assert.match(await latestRunText(client, user), /Sender Skipped No From email is set/)

    const { connections } = server
    const refused = await post(client, pagePath(config, 'test'), user, {
      test_to: 'ada@example.org',
    })
    refused.assertStatus(422)
    refused.assertTextIncludes('A message needs a sender')
    assert.equal(server.connections, connections)
  })

  test('sends no message to what is no address, and says so at the field: {$self}')
    .with(['ada', 'ada@example.org, eve@example.org', 'a b@example.org', 'x'.repeat(300)])
    .run(async ({ client, assert }, to) => {
      const server = await ScriptedServer.start()
      const config = await storeServer(server, { fromEmail: 'app@example.com' })

      const response = await post(client, pagePath(config, 'test'), await createUser('operator'), {
        test_to: to,
      })

      response.assertStatus(422)
      assert.include(mainText(response.text()), 'Correct the error below to run the test.')
      assert.match(
        errorAt(response.text(), 'test_to'),
        /^Enter a valid email address, for example you@example.com/
      )
      assert.equal(inputAt(response.text(), 'test_to').value, `${to}`)
      assert.equal(server.connections, 0)
      assert.isEmpty(await SmtpTestRun.all())
    })

  test('says which step failed, what it means and what to try, right there', async ({
    client,
    assert,
  }) => {
    const server = await SmtpServer.start({
      login: { username: 'mailer@example.com', password: 'the right one' },
    })
    const config = await storeServer(server, {
      username: 'mailer@example.com',
      password: KNOWN_SECRET,
    })
    const user = await createUser()

    await post(client, pagePath(config, 'test'), user)

    const { report } = await latestRun()
    const text = await latestRunText(client, user)
    assert.include(text, '✗ Authentication failed')
    assert.match(text, /✗ Authentication Failed \d.* Server response: 535/)
    const { cause, steps } = formatAdvice(en, report.advice!)
    assert.isAbove(steps.length, 0)
    assert.isAbove(text.indexOf(cause), text.indexOf('✗ Login Failed'))
    assert.isBelow(text.indexOf(cause), text.indexOf('○ Sender Not run'))
    assert.notInclude(text, KNOWN_SECRET)
  })

  test('that is gone by now leads to the list, which says so', async ({ client }) => {
    const id = '00000000-0000-4000-8000-000000000000'

    const response = await client
      .post(pagePath({ id }, 'test'))
      .withCsrfToken()
      .loginAs(await createUser())

    response.assertStatus(200)
    response.assertTextIncludes('The SMTP configuration with the ID')
  })
})
