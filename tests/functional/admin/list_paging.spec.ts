import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { LIST } from '#tests/helpers/html/admin_pages'
import { createConfig } from '#tests/helpers/db/configs'
import { useListOptions } from '#tests/helpers/html/list_pages'
import { createUser } from '#tests/helpers/db/users'
import { linksIn, mainText, namesIn } from '#tests/helpers/html/page'

const NAMES = ['Alpha', 'Beta', 'Delta', 'Gamma', 'Kappa']

test.group('The pages of the list', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    for (const name of NAMES) {
      await createConfig({ name })
    }
    return useListOptions({ perPage: 2 })
  })

  test('show every row once, and the number of rows', async ({ client, assert }) => {
    const user = await createUser()
    const found: string[] = []
    for (const page of [1, 2, 3]) {
      const response = await client.get(`${LIST}?p=${page}`).loginAs(user)
      assert.include(mainText(response.text()), '5 configurations')
      found.push(...namesIn(response.text()))
    }

    assert.deepEqual(found, NAMES)
  })

  test('link to each other with the same filters and order', async ({ client, assert }) => {
    const response = await client
      .get(`${LIST}?o=-2&encryption__exact=starttls&p=2`)
      .loginAs(await createUser())

    const links = linksIn(response.text())
    const kept = `${LIST}?encryption__exact=starttls&o=-2`
    assert.equal(links.get('Page 1 of 3'), kept)
    assert.equal(links.get('Page 3 of 3'), `${kept}&p=3`)
    assert.isFalse(links.has('Page 2 of 3'))
    assert.match(response.text(), /<li aria-current="page">\s*<span[^>]*>Page 2 of 3/)
  })

  test('can be shown on one page, and on several again', async ({ client, assert }) => {
    const user = await createUser()
    const paged = await client.get(`${LIST}?q=a`).loginAs(user)
    const url = linksIn(paged.text()).get('Show all 5')!
    const all = await client.get(url).loginAs(user)

    assert.equal(url, `${LIST}?q=a&all=`)
    assert.deepEqual(namesIn(all.text()), NAMES)
    assert.equal(linksIn(all.text()).get('Show in pages'), `${LIST}?q=a`)
  })

  test('end with the last page, whatever page is asked for', async ({ client, assert }) => {
    const response = await client.get(`${LIST}?p=999`).loginAs(await createUser())

    assert.deepEqual(namesIn(response.text()), ['Kappa'])
  })

  test('are not shown when one page is enough', async ({ client, assert }) => {
    const response = await client.get(`${LIST}?q=alpha`).loginAs(await createUser())

    assert.notInclude(response.text(), 'Pagination')
    assert.notInclude(response.text(), 'Show all')
  })
})
