import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import HomeController from '#controllers/home_controller'
import { createUser } from '#tests/helpers/db/users'

test.group('The front page', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows a visitor where to sign in', async ({ client, assert }) => {
    const response = await client.get('/')

    response.assertTextIncludes('href="/login"')
    assert.notInclude(response.text(), 'Sign out')
  })

  test('leads a user to the orders and to the SMTP administration', async ({ client }) => {
    const response = await client.get('/').loginAs(await createUser('viewer', { name: '<Ada>' }))

    response.assertTextIncludes('href="/orders"')
    response.assertTextIncludes('href="/admin/smtp/configs"')
    response.assertTextIncludes('action="/logout"')
    response.assertTextIncludes('Welcome, &lt;Ada&gt;')
  })
})

test.group('Every page', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('{$self} runs under the strict content security policy, with nothing inline')
    .with(['/', '/login', '/forgot-password', '/reset-password/x', '/orders', '/nowhere'])
    .run(async ({ client, assert }, path) => {
      const request = client.get(path)
      const response = await (path === '/orders' ? request.loginAs(await createUser()) : request)

      assert.notMatch(response.text(), /<script|<style|\sstyle=|\son\w+=|javascript:/i)
      assert.match(response.text(), /<html lang="en">/)
      assert.notMatch(response.text(), />\s*(undefined|null)\b|"(undefined|null)"/)
      if (path !== '/nowhere') {
        assert.include(response.header('content-security-policy'), "default-src 'self'")
      }
    })

  test('an address that leads nowhere is answered in words', async ({ client }) => {
    const response = await client.get('/nowhere')

    response.assertStatus(404)
    response.assertTextIncludes('Page not found')
  })
})

test.group('A fault', (group) => {
  const { show } = HomeController.prototype

  group.each.setup(() => {
    HomeController.prototype.show = async () => {
      throw new Error('no such table: users')
    }
    return () => {
      HomeController.prototype.show = show
    }
  })

  test('is answered with an apology as {type}, and without what went wrong')
    .with([
      { type: 'text/html', apology: 'The fault is ours' },
      { type: 'application/json', apology: 'Internal server error' },
      { type: 'application/vnd.api+json', apology: 'Internal server error' },
    ])
    .run(async ({ client, assert }, { type, apology }) => {
      const response = await client.get('/').header('accept', type)

      response.assertStatus(500)
      response.assertTextIncludes(apology)
      assert.notInclude(response.text(), 'no such table')
    })
})

test.group('The stylesheet', () => {
  test('is served with its type and can be revalidated', async ({ client }) => {
    const response = await client.get('/assets/host.css')

    response.assertStatus(200)
    response.assertHeader('content-type', 'text/css; charset=utf-8')
    response.assertHeader('x-content-type-options', 'nosniff')

    const again = await client
      .get('/assets/host.css')
      .header('if-none-match', String(response.header('etag')))
    again.assertStatus(304)
  })

  test('is the only kind of file behind its route', async ({ client }) => {
    for (const path of ['/assets/..%2f..%2f..%2fpackage.json', '/assets/hostxcss']) {
      const response = await client.get(path)
      response.assertStatus(404)
    }
  })
})
