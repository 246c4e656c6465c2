import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import type { SmtpConfig } from '#smtp_admin'
import {
  ADD,
  HOME,
  LIST,
  pagePath,
  useAuthorize,
  useEnvironment,
} from '#tests/helpers/html/admin_pages'
import { createConfig, createConfigWithLogin, emptyTables } from '#tests/helpers/db/configs'
import { HISTORY, createEntry } from '#tests/helpers/db/history_entries'
import { createConfigIn, recordTest } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'
import type { ApiClient } from '@japa/api-client'
import { inputAt, mainIn, mainText, textIn } from '#tests/helpers/html/page'

const ENVIRONMENT = { host: 'smtp.environment.example', port: 2525, useTls: true }
const FINE = 'Nothing needs your attention.'

test.group('The home page', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => emptyTables())
  group.each.setup(() => useEnvironment(ENVIRONMENT))

  test('says that nothing needs attention when the active configuration works', async ({
    client,
    assert,
  }) => {
    await createConfigIn('working', { name: 'Relay', isActive: true })
    await createConfigIn('stale', { name: 'Backup' })

    const { attention } = await sectionsOf(client)

    assert.equal(attention, `Needs attention ✓ ${FINE}`)
  })

  test('offers as many ways to begin as the list does', async ({ client, assert }) => {
    const user = await createUser()
    const offersAt = async (path: string) => {
      const page = await client.get(path).loginAs(user)
      const empty = page.text().split('class="empty"')[1].split('</div>')[0]
      const offers = [...empty.matchAll(/href="([^"]+)"/g)].map(([, url]) => url)
      return offers.filter((url) => !url.includes('provider='))
    }

    const offers = await offersAt(HOME)

    assert.lengthOf(offers, 3)
    assert.include(offers[1], 'host=smtp.environment.example')
    assert.deepEqual(offers, await offersAt(LIST))
  })

  test('says how many do not work that nothing goes through, and where they are', async ({
    client,
    assert,
  }) => {
    await createConfigIn('working', { name: 'Relay', isActive: true })
    await createConfigIn('failing', { name: 'Backup' })
    await createConfigIn('unreadable', { name: 'Old' })
    await createConfigIn('unreadable', { name: 'Older' })

    const { attention, html } = await sectionsOf(client)

    assert.equal(
      attention,
      'Needs attention ✓ No problems with active configurations. ' +
        '1 inactive configuration failed its last test. View ' +
        '2 inactive configurations have passwords that cannot be decrypted. View'
    )
    const [, failing] = /href="([^"]*status__exact=failing)"/.exec(html)!
    const list = await client.get(failing.replaceAll('&amp;', '&')).loginAs(await createUser())
    assert.include(mainText(list.text()), '1 result (4 total)')
  })

  for (const [state, said] of [
    ['failing', '✗ Error: “Relay” is active, but its last test failed. View test'],
    ['unreadable', '✗ Error: “Relay” is active, but its password cannot be decrypted'],
    ['stale', '▲ Warning: “Relay” is active, but its connection settings have changed since'],
    ['untested', '▲ Warning: “Relay” is active but has not been tested yet. Test Relay'],
  ] as const) {
    test(`says of the active configuration that it is ${state}, and what to do`, async ({
      client,
      assert,
    }) => {
      await createConfigIn(state, { name: 'Relay', isActive: true })

      const { attention } = await sectionsOf(client)

      assert.include(attention, said)
    })
  }

  test('warns of a certificate that is not checked, and of a password in clear text', async ({
    client,
    assert,
  }) => {
    const unchecked = { isActive: true, verifyCertificate: false }
    await createConfigWithLogin({ ...unchecked, name: 'Trusting' })
    const open = { isActive: true, useTls: false, scope: 'account:7' }
    await createConfigWithLogin({ ...open, name: 'Open' })
    await createConfig({ ...open, name: 'Local', scope: 'account:8' })

    const { attention } = await sectionsOf(client)

    assert.include(attention, '“Trusting” is active, but its server’s certificate is not verified')
    assert.include(attention, '“Open” is active and sends its password unencrypted.')
    assert.notInclude(attention, '“Local” is active, and sends')
  })

  for (const [left, said] of [
    [{ days: 5, hours: 1 }, 'The server certificate of “Relay” expires in 5 days.'],
    [{ days: 1, hours: 1 }, 'The server certificate of “Relay” expires in 1 day.'],
    [{ days: -1 }, 'The server certificate of “Relay” has expired.'],
    [{ days: 60 }, FINE],
  ] as const) {
    test(`knows how long the certificate is good for: ${JSON.stringify(left)}`, async ({
      client,
      assert,
    }) => {
      const config = await createConfig({ name: 'Relay', isActive: true })
      await recordCertificate(config, DateTime.utc().plus(left))

      const { attention } = await sectionsOf(client)

      assert.include(attention, said)
    })
  }

  test('says that mail cannot be sent, and why the environment does not help', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await useEnvironment({ ...ENVIRONMENT, port: 99999 }))

    const { attention } = await sectionsOf(client)

    assert.match(
      attention,
      /✗ Error: Mail cannot be sent: no mail server is available.+ ▲ Warning: The SMTP settings in the environment/
    )
    assert.include(attention, 'SMTP_PORT: Enter a port from 1 to 65535')
  })

  test('has what matters most first, ten at the most, and leads to all', async ({
    client,
    assert,
  }) => {
    for (let i = 0; i < 10; i++) {
      await createConfig({ name: `Spare ${i}` })
    }
    await createConfigIn('failing', { name: 'Zebra' })
    await createConfigIn('working', { name: 'Yak', isActive: true })
    await createConfigIn('working', { name: 'Own', isActive: true, scope: 'account:1' })
    await createConfigIn('failing', { name: 'Other', isActive: true, scope: 'account:2' })

    const { configs, html } = await sectionsOf(client)

    assert.match(configs, /^Configurations Yak .+ Other .+ Own .+ Zebra .+ Spare 0 .+ Spare 5 /)
    assert.notInclude(configs, 'Spare 6')
    assert.match(configs, /View all 14 configurations$/)
    assert.include(html, `href="${LIST}"`)
  })

  test('tells the ten latest actions, and leads to the whole history', async ({
    client,
    assert,
  }) => {
    await createEntry({ action: 'added', configName: 'Oldest' })
    for (let i = 0; i < 9; i++) {
      await createEntry({ action: 'activated', configName: `Server ${i}` })
    }
    await createEntry({ configName: 'Latest', changes: { host: ['a', 'b'], port: [25, 465] } })

    const { recent, html } = await sectionsOf(client)

    assert.match(recent, /^Recent actions ✎ Latest Changed Host, Port Ada (now|\d+ seconds? ago)/)
    assert.include(recent, '● Server 0 Activated Ada')
    assert.notInclude(recent, 'Oldest')
    assert.include(html, `href="${HISTORY}"`)
  })

  test('begins where nothing has been done yet', async ({ client, assert }) => {
    const { attention, configs, recent } = await sectionsOf(client)

    assert.include(attention, FINE)
    assert.include(configs, 'Add your first configuration')
    assert.include(recent, 'No recent actions.')
  })

  test('suggests an inbox of one’s own outside production, until a configuration is in effect', async ({
    client,
    assert,
    cleanup,
  }) => {
    const addInbox = `href="${ADD}?provider=local-inbox"`
    const developing = await sectionsOf(client)
    const list = await client.get(LIST).loginAs(await createUser())
    const form = await client.get(`${ADD}?provider=local-inbox`).loginAs(await createUser())
    const viewer = await client.get(LIST).loginAs(await createUser('viewer'))
    const active = await createConfig({ isActive: true })
    const used = await sectionsOf(client)
    await active.delete()
    cleanup(inProduction())
    const production = await client.get(HOME).loginAs(await createUser())

    assert.include(developing.configs, 'you can use a mail catcher such as Mailpit')
    assert.include(developing.html, addInbox)
    assert.include(list.text(), addInbox)
    assert.equal(inputAt(form.text(), 'host').value, 'localhost')
    assert.notInclude(viewer.text(), addInbox)
    assert.notInclude(used.html, addInbox)
    assert.notInclude(production.text(), addInbox)
    assert.include(list.text(), '<p class="environment">')
    assert.notInclude(production.text(), '<p class="environment">')
  })

  test('offers only what may be done', async ({ client, assert, cleanup }) => {
    const config = await createConfig({ isActive: true })
    const viewer = await client.get(HOME).loginAs(await createUser('viewer'))
    cleanup(useAuthorize((_, ability) => ability !== 'test'))
    const untesting = await client.get(HOME).loginAs(await createUser())

    assert.notInclude(viewer.text(), `href="${ADD}"`)
    assert.notInclude(viewer.text(), `action="${pagePath(config, 'test')}"`)
    assert.include(untesting.text(), `href="${ADD}"`)
    assert.notInclude(untesting.text(), 'href="/admin/smtp/find"')
    assert.notInclude(untesting.text(), `action="${pagePath(config, 'test')}"`)
  })

  test('is where every page begins, and the end of its own way', async ({ client, assert }) => {
    const user = await createUser()
    const home = await client.get(HOME).loginAs(user)
    const list = await client.get(LIST).loginAs(user)

    assert.equal(breadcrumbsOf(home.text()), 'SMTP administration')
    assert.equal(breadcrumbsOf(list.text()), 'SMTP administration SMTP configurations')
    assert.match(list.text(), /<nav class="breadcrumbs"[\s\S]*?href="\/admin\/smtp"/)
  })
})

async function sectionsOf(client: ApiClient) {
  const response = await client.get(HOME).loginAs(await createUser())
  response.assertStatus(200)
  const html = mainIn(response.text())
  const textAt = (id: string) => {
    const section = new RegExp(`<section[^>]*aria-labelledby="${id}"[\\s\\S]*?</section>`)
    return textIn(section.exec(html)![0])
  }
  return {
    html,
    attention: textAt('attention-title'),
    configs: textAt('configs-title'),
    recent: textAt('recent-title'),
  }
}

/** A test that has just met a certificate which ends at this time. */
async function recordCertificate(config: SmtpConfig, end: DateTime) {
  const run = await recordTest(config)
  const certificate = {
    ...{ names: ['mail.example.com'], issuer: 'An authority', validFrom: '' },
    validTo: end.toISO()!,
  }
  const tls = { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', certificate }
  await run.merge({ report: { ...run.report, tls } }).save()
}

/** Has the app be in production, until the returned function is called. */
function inProduction() {
  Object.defineProperty(app, 'inProduction', { value: true, configurable: true })
  return () => {
    Reflect.deleteProperty(app, 'inProduction')
  }
}

function breadcrumbsOf(html: string): string {
  return textIn(/<nav class="breadcrumbs"[\s\S]*?<\/nav>/.exec(html)![0])
}
