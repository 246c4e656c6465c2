import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { ADD, LIST, newInput, useAuthorize } from '#tests/helpers/html/admin_pages'
import { createUser } from '#tests/helpers/db/users'
import { mainText, textIn } from '#tests/helpers/html/page'

const breadcrumbs = (html: string) => {
  return textIn(/<nav class="breadcrumbs"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '')
}

test.group('A page that says why there is nothing else', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('says that nothing was changed only where something was to be', async ({
    client,
    assert,
  }) => {
    const viewer = await createUser('viewer')

    const looked = await client.get(ADD).loginAs(viewer)
    const posted = await client.post(ADD).withCsrfToken().form(newInput()).loginAs(viewer)

    for (const response of [looked, posted]) {
      response.assertStatus(403)
      response.assertTextIncludes('You do not have permission to add SMTP configurations.')
    }
    assert.notInclude(looked.text(), 'Nothing was changed')
    assert.include(mainText(posted.text()), 'Nothing was changed.')
  })

  test('stands under the part of the section that its address is in: {path}')
    .with([
      { path: `${LIST}/1/2/3`, way: 'SMTP administration Configurations Page not found' },
      { path: '/admin/smtp/tests/0', way: 'SMTP administration Tests Page not found' },
      { path: '/admin/smtp/nowhere', way: 'SMTP administration Page not found' },
    ])
    .run(async ({ client, assert }, { path, way }) => {
      const response = await client.get(path).loginAs(await createUser())

      response.assertStatus(404)
      assert.equal(breadcrumbs(response.text()), way)
    })

  test('leads nowhere that may not be seen either', async ({ client, assert, cleanup }) => {
    cleanup(useAuthorize(() => false))

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertStatus(403)
    assert.notInclude(response.text(), 'class="tabs"')
    assert.notInclude(response.text(), 'class="theme"')
    assert.notInclude(mainText(response.text()), 'Back to')
    assert.include(response.text(), 'Sign out')
  })

  test('is of no use to a cache or a search engine', async ({ client }) => {
    const response = await client.get('/admin/smtp/nowhere').loginAs(await createUser())

    response.assertHeader('cache-control', 'no-store')
    response.assertHeader('x-robots-tag', 'noindex, noarchive')
  })
})

test.group('Around every page', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is where in the section one is: {path}')
    .with([
      { path: LIST, current: '<a href="/admin/smtp/configs" aria-current="page">Configurations' },
      { path: ADD, current: '<a href="/admin/smtp/configs" aria-current="true">Configurations' },
      { path: '/admin/smtp/find', current: 'aria-current="true">Configurations' },
      { path: '/admin/smtp/tests', current: 'aria-current="page">Tests' },
      { path: '/admin/smtp/history', current: 'aria-current="page">History' },
      { path: '/admin/smtp/help', current: 'aria-current="page">Help' },
    ])
    .run(async ({ client, assert }, { path, current }) => {
      const response = await client.get(path).loginAs(await createUser())

      const tabs = /<nav class="tabs"[\s\S]*?<\/nav>/.exec(response.text())![0]
      assert.include(tabs, current)
      assert.lengthOf([...tabs.matchAll(/aria-current/g)], 1)
    })

  test('is where the app runs, unless that is production', async ({ client, assert }) => {
    const response = await client.get(LIST).loginAs(await createUser())

    assert.include(textIn(response.text()), 'Environment: Test')
  })
})
