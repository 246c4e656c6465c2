import { test } from '@japa/runner'
import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig } from '#smtp_admin'
import { services } from '../../helpers/services.js'
import { ErrorPages } from '../../../app/smtp_admin/admin/http/error_pages.js'
import { requireAbility } from '../../../app/smtp_admin/admin/http/guard.js'
import { PageRenderer } from '../../../app/smtp_admin/admin/http/page_renderer.js'
import { ADD, LIST, pagePath, storedInput, storedRows } from '#tests/helpers/html/admin_pages'
import { CapturedLog } from '#tests/helpers/captured_log'
import { createConfig } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'

const POLICY =
  "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'"

const pages = new PageRenderer(
  { config: services.config, resolver: services.resolver, views: { refresh() {} } },
  (page) => `/${page}`
)
const errorPages = new ErrorPages(services.config, pages, async () => null)
const guard = requireAbility('view', services.config, errorPages)

/** A request that has gone past the host's CSRF guard, and past nothing else. */
async function contextWithToken() {
  const ctx = await testUtils.createHttpContext()
  Object.assign(ctx.request, { csrfToken: 'a token' })
  Object.assign(ctx, { auth: { user: { may: () => true, id: 1, email: 'ada@example.com' } } })
  return ctx
}

test.group('Every answer', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('stays out of caches, search engines, frames and the referrers of others: {what}')
    .with([
      { what: 'a page', method: 'GET' as const, path: LIST, role: 'administrator' as const },
      { what: 'a form', method: 'GET' as const, path: ADD, role: 'administrator' as const },
      {
        what: 'a refused form',
        method: 'POST' as const,
        path: ADD,
        role: 'administrator' as const,
      },
      { what: 'a refusal', method: 'GET' as const, path: ADD, role: 'viewer' as const },
      {
        what: 'a page that is not there',
        method: 'GET' as const,
        path: '/admin/smtp/nowhere',
        role: 'administrator' as const,
      },
    ])
    .run(async ({ client, assert }, { method, path, role }) => {
      const response = await client
        .request(path, method)
        .withCsrfToken()
        .loginAs(await createUser(role))

      response.assertHeader('cache-control', 'no-store')
      response.assertHeader('x-robots-tag', 'noindex, noarchive')
      response.assertHeader('referrer-policy', 'same-origin')
      response.assertHeader('x-frame-options', 'DENY')
      assert.include(response.header('content-type'), 'text/html')
      assert.include(response.text(), '<meta name="robots" content="noindex, noarchive" />')
    })

  test('has nothing inline, and the policy of the host', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig({ isActive: true })

    for (const path of [LIST, ADD, pagePath(config, 'change'), pagePath(config, 'delete')]) {
      const response = await client.get(path).loginAs(user)
      assert.include(response.header('content-security-policy'), "default-src 'self'")
      assert.notMatch(
        response.text(),
        /<script(?! type="module" src="[^"]+"(?: nonce="[^"]+")?><\/script>)|<style|\sstyle=|\son\w+=|javascript:|data:/i
      )
      assert.notMatch(response.text(), />\s*(undefined|null|\[object)|"(undefined|null)"/)
    }
  })

  test('has a strict policy where the host sets none', async ({ assert }) => {
    const ctx = await contextWithToken()

    await guard(ctx, async () => {})

    assert.equal(ctx.response.getHeader('content-security-policy'), POLICY)
  })

  test('keeps the policy of a host that sets one', async ({ assert }) => {
    const ctx = await contextWithToken()
    ctx.response.header('Content-Security-Policy', "default-src 'none'")

    await guard(ctx, async () => {})

    assert.equal(ctx.response.getHeader('content-security-policy'), "default-src 'none'")
  })
})

test.group('A forged request', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is not waited for: without a CSRF guard in the host no page answers', async ({
    assert,
  }) => {
    const ctx = await testUtils.createHttpContext()
    let reached = false

    await assert.rejects(
      async () => guard(ctx as HttpContext, async () => (reached = true)),
      /Enable "csrf" in config\/shield\.ts/
    )
    assert.isFalse(reached)
  })
})

test.group('What goes wrong', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is shown in the look of the pages, without what it was, and is in the log', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { query } = SmtpConfig
    const { child } = logger
    const log = new CapturedLog()
    cleanup(() => {
      SmtpConfig.query = query
      logger.child = child
    })
    SmtpConfig.query = () => {
      throw new Error('no such table: smtp_configs')
    }
    logger.child = () => log.logger

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertStatus(500)
    response.assertTextIncludes('<h1>Something went wrong</h1>')
    response.assertTextIncludes('Current mail server')
    response.assertTextIncludes('Details are in the application log (request ID ')
    assert.notMatch(response.text(), /no such table|\.ts:|node_modules/)
    assert.include(log.lines, 'error: no such table: smtp_configs')
  })

  test('because somebody else was faster is told as such: {page}')
    .with([
      { page: 'change' as const, status: 410, told: '“Relay” was deleted while you were editing' },
      { page: 'activate' as const, status: 410, told: '<h1>Configuration deleted</h1>' },
      { page: 'deactivate' as const, status: 410, told: '<h1>Configuration deleted</h1>' },
      { page: 'delete' as const, status: 200, told: '“Relay” has already been deleted.' },
    ])
    .run(async ({ client, assert, cleanup }, { page, status, told }) => {
      const config = await createConfig({ name: 'Relay' })
      const { find } = SmtpConfig
      cleanup(() => {
        SmtpConfig.find = find
      })
      let isGuard = true
      const findThenDelete = async (id: string) => {
        if (isGuard) {
          isGuard = false
          return find.call(SmtpConfig, id)
        }
        SmtpConfig.find = find
        const row = await SmtpConfig.findOrFail(id)
        await config.delete()
        return row
      }
      SmtpConfig.find = findThenDelete as unknown as typeof find

      const response = await client
        .post(pagePath(config, page))
        .withCsrfToken()
        .form(storedInput(config, { notes: 'Mine' }))
        .loginAs(await createUser())

      response.assertStatus(status)
      response.assertTextIncludes(told)
      assert.deepEqual(await storedRows(), [])
    })

  test('for a row that breaks the rules is told by the rules', async ({ client, assert }) => {
    const config = await createConfig()
    await SmtpConfig.query().where('id', config.id).update({ name: '' })
    const before = await storedRows()

    const response = await client
      .post(pagePath(config, 'activate'))
      .withCsrfToken()
      .loginAs(await createUser())

    response.assertStatus(422)
    response.assertTextIncludes('Nothing was changed:')
    response.assertTextIncludes('Enter a name, for example Primary Mail Server.')
    assert.deepEqual(await storedRows(), before)
  })

  test('in an address is told in the look of the pages: {$self}')
    .with(['/admin/smtp/nowhere', `${LIST}/add/more`, `${LIST}/1/2/3/4`])
    .run(async ({ client }, path) => {
      const response = await client.get(path).loginAs(await createUser())

      response.assertStatus(404)
      response.assertTextIncludes('<h1>Page not found</h1>')
      response.assertTextIncludes('Current mail server')
    })

  test('in an address tells a visitor nothing', async ({ client }) => {
    const response = await client.get('/admin/smtp/nowhere').redirects(0)

    response.assertHeader('location', '/login')
  })
})
