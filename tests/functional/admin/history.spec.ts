import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpHistory } from '#smtp_admin'
import { LIST, pagePath } from '#tests/helpers/html/admin_pages'
import {
  KNOWN_SECRET,
  createConfig,
  createConfigWithLogin,
  emptyTables,
} from '#tests/helpers/db/configs'
import { HISTORY, createEntries, createEntry } from '#tests/helpers/db/history_entries'
import { createUser } from '#tests/helpers/db/users'
import { mainIn, mainText, textIn } from '#tests/helpers/html/page'

const ADA = { id: '1', label: 'Ada', source: 'admin', ip: '203.0.113.7' } as const

test.group('The history', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => emptyTables())

  test('says what was changed from what to what, by whom, from where and how', async ({
    client,
    assert,
  }) => {
    const config = await createConfig({ name: 'Relay' })
    config.author = ADA
    await config.merge({ host: 'mx.example.com', timeout: 20, verifyCertificate: false }).save()

    const [row] = await rowsAt(client, pagePath(config, 'history'))

    assert.match(row, /^✎ Changed Host /)
    assert.include(row, 'Host mail.example.com → to mx.example.com')
    assert.include(row, 'Timeout 10 seconds → to 20 seconds')
    assert.include(row, 'Certificate check on → to off')
    assert.match(row, / Ada Admin pages 203\.0\.113\.7 \d+ \w+ \d{4}, \d\d:\d\d UTC \(.+\)$/)
  })

  test('tells the two flags as the one encryption that they are', async ({ client, assert }) => {
    const config = await createConfig()
    await config.merge({ useTls: false, useSsl: true }).save()

    const [row] = await rowsAt(client, pagePath(config, 'history'))

    assert.include(row, 'Encryption STARTTLS → to SSL/TLS')
    assert.notInclude(row, 'use_')
  })

  test('tells of a password what happened to it, and never what it is', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()
    await config.merge({ password: `${KNOWN_SECRET}2` }).save()
    await config.merge({ username: null, password: null }).save()

    const [removed, replaced, added] = await rowsAt(client, pagePath(config, 'history'))

    assert.include(removed, 'Password removed')
    assert.include(replaced, 'Password replaced')
    assert.include(added, 'Password set')
    const page = await client.get(pagePath(config, 'history')).loginAs(await createUser())
    assert.notInclude(page.text(), KNOWN_SECRET)
    assert.notInclude(page.text(), config.sealedPassword ?? 'gcm.')
  })

  test('has the reason of whoever gave one', async ({ client, assert }) => {
    const config = await createConfig()
    await config.activate(ADA, { reason: 'The old one is down' })

    const [row] = await rowsAt(client, pagePath(config, 'history'))

    assert.match(row, /^● Activated Reason: The old one is down Ada/)
  })

  test('tells what happened by itself, and because of whom', async ({ client, assert }) => {
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    await second.activate(ADA)

    const [row] = await rowsAt(client, pagePath(first, 'history'))

    assert.match(row, /^○ Deactivated Automatic triggered by Ada 203\.0\.113\.7/)
  })

  test('is led to from the pages of the configuration', async ({ client, assert }) => {
    const config = await createConfig()
    const deletion = await client.get(pagePath(config, 'delete')).loginAs(await createUser())
    assert.include(mainIn(deletion.text()), `href="${pagePath(config, 'history')}"`)
    for (const role of ['administrator', 'viewer'] as const) {
      const page = await client.get(pagePath(config, 'change')).loginAs(await createUser(role))
      assert.include(mainIn(page.text()), `href="${pagePath(config, 'history')}"`)
    }
  })

  test('outlives the configuration, by its id and on the page of all', async ({
    client,
    assert,
  }) => {
    const config = await createConfig({ name: 'Relay' })
    config.author = ADA
    await config.delete()

    const own = await client.get(pagePath(config, 'history')).loginAs(await createUser('viewer'))
    const all = await client.get(HISTORY).loginAs(await createUser('viewer'))

    assert.include(mainText(own.text()), 'History of Relay')
    assert.include(mainText(own.text()), 'This configuration has been deleted.')
    assert.notInclude(own.text(), pagePath(config, 'change'))
    assert.include(mainIn(all.text()), `href="${pagePath(config, 'history')}"`)
    assert.include(mainText(all.text()), '+ Added Relay deleted')
  })

  test('has the name as it was then, and leads to the configuration as it is', async ({
    client,
    assert,
  }) => {
    const config = await createConfig({ name: 'Before' })
    await config.merge({ name: 'After' }).save()

    const response = await client.get(HISTORY).loginAs(await createUser('viewer'))

    const html = mainIn(response.text()).replace(/\s+/g, ' ')
    assert.include(html, `<a href="${pagePath(config, 'change')}"><bdi>Before</bdi></a>`)
    assert.include(html, `<a href="${pagePath(config, 'change')}"><bdi>After</bdi></a>`)
  })

  test('of one configuration names it in its title, and in rows by the names that it had', async ({
    client,
    assert,
  }) => {
    const config = await createConfig({ name: 'Before' })
    await config.merge({ name: 'After' }).save()
    await config.merge({ name: 'Before' }).save()

    const rows = await rowsAt(client, pagePath(config, 'history'))

    assert.match(rows[0], /^✎ Changed Name After → to Before/)
    assert.match(rows[1], /^✎ Changed After Name Before → to After/)
    assert.match(rows[2], /^\+ Added \d+ fields/)
  })

  test('shows what only a later version has words for as it is', async ({ client, assert }) => {
    await createEntry({
      action: 'archived' as 'changed',
      source: 'robot' as 'code',
      changes: { retention: [null, { days: 30 }], port: [25, 26] },
    })

    const [row] = await rowsAt(client, HISTORY)

    assert.match(row, /^• archived Relay deleted Port 25 → to 26 retention \(empty\) → to {/)
    assert.include(row, '{"days":30} Ada robot')
  })

  test('cuts long values short', async ({ client, assert }) => {
    await createEntry({ changes: { notes: [null, 'x'.repeat(500)] } })

    const [row] = await rowsAt(client, HISTORY)

    assert.include(row, `to ${'x'.repeat(160)}… Ada`)
  })

  test('is in pages of fifty, the latest first', async ({ client, assert }) => {
    await createEntries(120)

    const first = await textAt(client, HISTORY)
    const last = await rowsAt(client, `${HISTORY}?p=3`)

    assert.include(first, '120 entries')
    assert.match(first, /Port 119 → to 120 .+ Port 70 → to 71 /)
    assert.notInclude(first, 'Port 69 →')
    assert.lengthOf(last, 20)
    assert.include(last.at(-1)!, 'Port 0 → to 1')
  })

  test('shows what was done in one way, or by one source, where that is asked', async ({
    client,
    assert,
  }) => {
    await createEntry({ action: 'added', source: 'command', configName: 'One' })
    await createEntry({ action: 'added', source: 'admin', configName: 'Two' })
    await createEntry({ action: 'deleted', source: 'command', configName: 'Three' })

    const rows = await rowsAt(client, `${HISTORY}?action__exact=added&source__exact=command`)
    const none = await textAt(client, `${HISTORY}?action__exact=changed`)

    assert.lengthOf(rows, 1)
    assert.include(rows[0], 'One')
    assert.include(none, 'No entries match the current filters.')
  })

  test('ignores an invalid query string: {$self}')
    .with(['p=0', 'p=zzz', 'p=999', 'p[]=2', 'action__exact=x', 'changes__contains=password'])
    .run(async ({ client, assert }, query) => {
      await createEntry()

      assert.include(await textAt(client, `${HISTORY}?${query}`), '1 entry')
    })

  test('says that there is none yet, or that it is not known', async ({ client, assert }) => {
    assert.include(await textAt(client, HISTORY), 'Changes to configurations are recorded here.')

    const config = await createConfig({ name: 'Relay' })
    await SmtpHistory.query().delete()
    assert.include(await textAt(client, pagePath(config, 'history')), 'No changes recorded.')
  })

  test('of what never was leads to the list with a message', async ({ client, assert }) => {
    const missing = pagePath({ id: '7f6a2f0e-5c63-4d2e-9d1b-2f0c3f1f4a10' }, 'history')

    const response = await client.get(missing).loginAs(await createUser())

    response.assertRedirectsTo(LIST)
    assert.include(textIn(response.text()), 'The SMTP configuration with the ID “7f6a2f0e')
  })
})

async function textAt(client: ApiClient, path: string): Promise<string> {
  const response = await client.get(path).loginAs(await createUser('viewer'))
  response.assertStatus(200)
  return mainText(response.text())
}

/** The text of each row. */
async function rowsAt(client: ApiClient, path: string): Promise<string[]> {
  const response = await client.get(path).loginAs(await createUser('viewer'))
  const [, body] = /<tbody[^>]*>([\s\S]*)<\/tbody>/.exec(response.text())!
  return body.split('</tr>').slice(0, -1).map(textIn)
}
