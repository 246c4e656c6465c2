import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpTestRun } from '#smtp_admin'
import { mainOf, pageOf, textOf } from '#tests/helpers/admin_pages'
import { ScriptedServer } from '#tests/helpers/scripted_server'
import { storeServer } from '#tests/helpers/stored_servers'
import { createUser } from '#tests/helpers/users'

test.group('The test of a stored configuration', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('leads to its own page, which says how each step went', async ({ client, assert }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server, { fromEmail: 'app@example.com' })
    const operator = await createUser('operator')

    const answer = await client
      .post(pageOf(config, 'test'))
      .withCsrfToken()
      .loginAs(operator)
      .redirects(0)

    const run = await SmtpTestRun.firstOrFail()
    answer.assertStatus(303)
    answer.assertHeader('location', `/admin/smtp/tests/${run.id}`)
    const page = await client.get(answer.header('location')!).loginAs(operator)
    const text = textOf(mainOf(page.text()))
    assert.include(text, '✓ Works')
    assert.match(text, /Connection Passed \d+ ms Connected to 127.0.0.1/)
  })
})
