import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { accountScope } from '#smtp_admin'
import { LIST, makeUnreadable } from '#tests/helpers/html/admin_pages'
import { createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { linksIn, namesIn } from '#tests/helpers/html/page'

test.group('The order of the list', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    await createConfig({ name: 'Own server', scope: accountScope(7), isActive: true })
    await createConfig({ name: 'alpha', host: 'b.example.com', port: 2525 })
    await createConfig({ name: 'Beta', host: 'B.example.com', port: 587 })
    await createConfigWithLogin({ name: 'Zulu', host: 'a.example.com', isActive: true })
  })

  test('is the site’s first, the active one at the top, then by name whatever its case', async ({
    client,
    assert,
  }) => {
    const response = await client.get(LIST).loginAs(await createUser())

    assert.deepEqual(namesIn(response.text()), ['Zulu', 'alpha', 'Beta', 'Own server'])
    assert.notInclude(response.text(), 'aria-sort="ascending"')
  })

  test('follows each column, either way', async ({ client, assert }) => {
    const user = await createUser()
    const namesBy = async (order: string) => {
      const response = await client.get(`${LIST}?o=${order}`).loginAs(user)
      return namesIn(response.text())
    }

    assert.deepEqual(await namesBy('2'), ['alpha', 'Beta', 'Own server', 'Zulu'])
    assert.deepEqual(await namesBy('-2'), ['Zulu', 'Own server', 'Beta', 'alpha'])
    assert.deepEqual(await namesBy('3'), ['Zulu', 'Beta', 'alpha', 'Own server'])
    assert.deepEqual(await namesBy('-4.-2'), ['Zulu', 'Own server', 'Beta', 'alpha'])
    assert.deepEqual(await namesBy('4.3'), ['Beta', 'alpha', 'Zulu', 'Own server'])
  })

  test('by status starts with configurations that need attention', async ({ client, assert }) => {
    await makeUnreadable(await createConfigWithLogin({ name: 'Gamma' }))

    const response = await client.get(`${LIST}?o=1`).loginAs(await createUser())

    assert.equal(namesIn(response.text())[0], 'Gamma')
  })

  test('of several columns says at each its place, and can be undone', async ({
    client,
    assert,
  }) => {
    const response = await client
      .get(`${LIST}?o=-4.2&is_active__exact=1`)
      .loginAs(await createUser())

    const links = linksIn(response.text())
    const kept = `${LIST}?is_active__exact=1`
    assert.equal(links.get('Active (sorted descending, 1 of 2) ▼1'), `${kept}&o=4.2`)
    assert.equal(links.get('Name (sorted ascending, 2 of 2) ▲2'), `${kept}&o=-2.-4`)
    assert.equal(links.get('Server ↕'), `${kept}&o=3.-4.2`)
    assert.equal(links.get('× Remove sorting by Active'), `${kept}&o=2`)
    assert.equal(response.text().match(/aria-sort="(?!none)/g)?.length, 1)
  })
})
