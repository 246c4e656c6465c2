import { RouterFactory } from '@adonisjs/core/factories/http'
import type { HttpRouterService } from '@adonisjs/core/types'
import { test } from '@japa/runner'
import type { SmtpAdminConfig } from '#smtp_admin'
import { TestMailer } from '#tests/helpers/smtp/mailer'
import { SmtpAdmin } from '../../../app/smtp_admin/smtp_admin.js'
import { type MountedGroup, mountPages } from '../../../app/smtp_admin/admin/routes.js'
import { TestLimit } from '../../../app/smtp_admin/admin/http/rate_limit.js'
import { pageUrls } from '../../../app/smtp_admin/admin/http/urls.js'

/** The plugin mounted on a router of the test's own. */
async function mounted(config: SmtpAdminConfig, callback?: (group: MountedGroup) => void) {
  const router = new RouterFactory().create()
  const { smtpAdmin, services } = await createFacade(router, config)
  smtpAdmin.registerRoutes(callback)
  router.commit()
  return { router, urlTo: pageUrls(router, services.config.basePath) }
}

async function createFacade(router: HttpRouterService, config: SmtpAdminConfig = {}) {
  const { services } = await TestMailer.create(config)
  const testLimit = new TestLimit(async () => ({ consume: async () => null }))
  const smtpAdmin = new SmtpAdmin(services, {
    prerequisites: { views: true, session: true, shield: true, csrf: true },
    mount: (plugin) => mountPages(router, { ...plugin, testLimit, views: { refresh() {} } }),
  })
  return { smtpAdmin, services }
}

test.group('Mounting the pages', () => {
  test('puts them under the prefix of the config, however its slashes are written', async ({
    assert,
  }) => {
    for (const prefix of [
      'settings/mail',
      '/settings/mail/',
      '//settings/mail',
      'settings//mail',
    ]) {
      const { router, urlTo } = await mounted({ prefix })

      assert.equal(urlTo('configs.index'), '/settings/mail/configs')
      assert.equal(
        router.match('/settings/mail/configs', 'GET', true)?.route.name,
        'smtp_admin.configs.index'
      )
      assert.isNull(router.match('/admin/smtp/configs', 'GET', true))
    }
  })

  test('has no prefix to put before them on a domain that is theirs alone', async ({ assert }) => {
    for (const prefix of ['/', '', '//']) {
      const { router, urlTo } = await mounted({ prefix }, (group) =>
        group.domain('mail.example.com')
      )
      const at = (path: string) => router.match(path, 'GET', true, 'mail.example.com')?.route.name

      assert.equal(urlTo('home'), '/')
      assert.equal(urlTo('configs.index'), '/configs')
      assert.equal(at('/'), 'smtp_admin.home')
      assert.equal(at('/configs'), 'smtp_admin.configs.index')
      assert.equal(at('/nothing/here'), 'smtp_admin.not_found')
    }
  })

  test('refuses a prefix that is not the same for every request, by its name', async ({
    assert,
  }) => {
    for (const prefix of ['/:tenant/mail', 'mail/*']) {
      await assert.rejects(
        () => mounted({ prefix }),
        new RegExp(`The "prefix" of config/smtp_admin\\.ts is "${prefix.replace('*', '\\*')}"`)
      )
    }
  })

  test('refuses to put them there twice, in a sentence of its own', async ({ assert }) => {
    const router = new RouterFactory().create()
    const { smtpAdmin } = await createFacade(router)
    smtpAdmin.registerRoutes()

    assert.throws(
      () => smtpAdmin.registerRoutes(),
      'The SMTP pages are mounted already: call registerRoutes() once, in start/routes.ts'
    )
  })

  test('puts the path of a proxy before every address, and not before the routes', async ({
    assert,
  }) => {
    const { router, urlTo } = await mounted({ basePath: 'shop/' })

    assert.equal(urlTo('configs.index'), '/shop/admin/smtp/configs')
    assert.isNotNull(router.match('/admin/smtp/configs', 'GET', true))
  })

  test('on a domain of their own answers there and nowhere else', async ({ assert }) => {
    const { router, urlTo } = await mounted({}, (group) => group.domain('mail.example.com'))

    assert.equal(urlTo('configs.add'), '/admin/smtp/configs/add')
    assert.isNotNull(router.match('/admin/smtp/configs', 'GET', true, 'mail.example.com'))
    assert.isNull(router.match('/admin/smtp/configs', 'GET', true))
  })
})
