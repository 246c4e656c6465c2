import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { LIST } from '#tests/helpers/html/admin_pages'
import { createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { linksIn, mainText, namesIn } from '#tests/helpers/html/page'

test.group('A search of the list', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    await createConfig({ name: 'Primary Mail', host: 'mail.hanna.example' })
    await createConfigWithLogin({ name: 'Mail of Hanna', host: 'smtp.example.com' })
    await createConfig({ name: 'Backup', host: 'backup.example.com', notes: 'hanna' })
  })

  test('finds the rows that have every word, and says how many of how many', async ({
    client,
    assert,
  }) => {
    const response = await client.get(`${LIST}?q=hanna+MAIL`).loginAs(await createUser())

    assert.deepEqual(namesIn(response.text()), ['Mail of Hanna', 'Primary Mail'])
    assert.include(mainText(response.text()), '2 results (3 total) Clear search')
    assert.equal(linksIn(response.text()).get('Clear search'), LIST)
  })

  test('keeps quoted words together, in quotation marks of any kind', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    for (const phrase of ['"of hanna"', '“of hanna”', '„of hanna“']) {
      const response = await client.get(LIST).qs({ q: phrase }).loginAs(user)
      assert.deepEqual(namesIn(response.text()), ['Mail of Hanna'], phrase)
    }
    const reversed = await client.get(LIST).qs({ q: '"hanna of"' }).loginAs(user)
    assert.deepEqual(namesIn(reversed.text()), [])
  })

  test('stays in its field, and its form keeps filters and order', async ({ client, assert }) => {
    const response = await client
      .get(`${LIST}?q=%22of+hanna&encryption__exact=starttls&o=-2&p=1`)
      .loginAs(await createUser())

    const form = /<form[^>]*role="search"[\s\S]*?<\/form>/.exec(response.text())![0]
    assert.match(form, /name="q"\s+value="&quot;of hanna"/)
    assert.include(form, 'name="encryption__exact" value="starttls"')
    assert.include(form, 'name="o" value="-2"')
    assert.notInclude(form, 'name="p"')
  })

  test('without results is quoted, with a link to all configurations', async ({
    client,
    assert,
  }) => {
    const response = await client
      .get(LIST)
      .qs({ q: '"><script>alert(1)</script>' })
      .loginAs(await createUser())

    const text = mainText(response.text())
    assert.notInclude(response.text(), '<script>alert')
    assert.include(text, 'No configuration matches “"><script>alert(1)</script>”.')
    assert.equal(linksIn(response.text()).get('Clear search and filters'), LIST)
    assert.notInclude(response.text(), '<table')
    assert.notInclude(text, 'No SMTP configurations yet')
  })

  test('looks into nothing but name, host, username and sender', async ({ client, assert }) => {
    const user = await createUser()
    const ofNotes = await client.get(`${LIST}?q=backup+hanna`).loginAs(user)
    const ofLogin = await client.get(`${LIST}?q=mailer@example.com`).loginAs(user)

    assert.deepEqual(namesIn(ofNotes.text()), [])
    assert.deepEqual(namesIn(ofLogin.text()), ['Mail of Hanna'])
  })
})
