import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { DateTime } from 'luxon'
import { type SmtpConfig, SmtpTestRun } from '#smtp_admin'
import { LIST, RUNS, makeUnreadable, pagePath } from '#tests/helpers/html/admin_pages'
import type { HealthState } from '../../../app/smtp_admin/diagnostics/health.js'
import { createConfig } from '#tests/helpers/db/configs'
import { ScriptedServer } from '#tests/helpers/smtp/scripted_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { startAfresh, latestRun, post } from '#tests/helpers/html/test_pages'
import { createConfigIn, recordTest } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'
import { mainIn, mainText } from '#tests/helpers/html/page'

const STATES: { state: HealthState; shown: string }[] = [
  { state: 'working', shown: '✓ Working' },
  { state: 'failing', shown: '✗ Failing' },
  { state: 'untested', shown: '○ Not tested' },
  { state: 'stale', shown: '▲ Needs retest connection settings changed since the last test' },
  { state: 'unreadable', shown: '✗ Password unreadable' },
]

test.group('What is known of a configuration', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('stands in the list and on its own page, with the test that it is known by: {shown}')
    .with(STATES)
    .run(async ({ client, assert }, { state, shown }) => {
      const config = await createConfigIn(state)
      const user = await createUser('viewer')
      const isTested = state !== 'untested' && state !== 'unreadable'
      const run = isTested ? await latestRun() : null

      const list = await client.get(LIST).loginAs(user)
      const page = await client.get(pagePath(config, 'change')).loginAs(user)

      for (const html of [list.text(), page.text()]) {
        assert.include(mainText(html), shown)
        assert.equal(mainIn(html).includes(`href="${RUNS}/${run?.id}"`), isTested)
      }
    })

  test('says how long ago the test was', async ({ client, assert }) => {
    const { id } = await recordTest(await createConfig())
    const then = DateTime.now().minus({ days: 3, hours: 1 })
    const createdAt = then.toFormat('yyyy-MM-dd HH:mm:ss')
    await SmtpTestRun.query().where({ id }).update({ createdAt })

    const list = await client.get(LIST).loginAs(await createUser())

    assert.include(mainText(list.text()), '✓ Working 3 days ago')
  })

  test('stays known when the password cannot be decrypted any more', async ({ client, assert }) => {
    const config = await createConfig({ username: 'mailer', password: 'secret' })
    await recordTest(config)
    await makeUnreadable(config)

    const list = await client.get(LIST).loginAs(await createUser())

    assert.include(mainText(list.text()), '✗ Password unreadable')
  })

  test('follows the test that the button of its row starts', async ({ client, assert }) => {
    const server = await ScriptedServer.start()
    const config = await storeServer(server, { name: 'Relay' })
    const user = await createUser('operator')
    const list = await client.get(LIST).loginAs(user)
    assert.match(buttonOf(list.text(), config), /Test <bdi class="visually-hidden">Relay<\/bdi>/)

    await post(client, pagePath(config, 'test'), user)
    const works = await client.get(LIST).loginAs(user)
    server.script = { greeting: '554 Closed' }
    await post(client, pagePath(config, 'test'), user)
    const fails = await client.get(LIST).loginAs(user)

    assert.include(mainText(works.text()), '✓ Working')
    assert.include(mainText(fails.text()), '✗ Failing')
  })
})

/** The button that tests a configuration, with its blanks in a row made one. */
function buttonOf(html: string, config: SmtpConfig): string {
  const form = html.slice(html.indexOf(`action="${pagePath(config, 'test')}"`))
  return form.slice(0, form.indexOf('</form>')).replace(/\s+/g, ' ')
}
