import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launchBrowser } from '../helpers/browser/browsing.js'
import { HostServer, openPage, signIn } from '../helpers/host/server.js'
import { CUSTOMER, OWNER, shopCopy } from '../helpers/host/install.js'

const PAGES = ['/admin/smtp', '/admin/smtp/configs', '/admin/smtp/configs/add']

test.group('An app whose pages are closed', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })

  test('shows them to nobody who is not signed in, or may not', async ({ assert }) => {
    const app = await shopCopy('narrowed_down')
    const authorize = '\n  authorize: ({ auth }) => Boolean(auth.user'
    await app.edit('config/smtp_admin.ts', authorize, `${authorize}?.isAdmin`)
    const server = await HostServer.startSources(app)
    const page = await openPage(browser, server.url)
    await page.goto('/admin/smtp')
    assert.equal(page.url(), `${server.url}/login`)

    await signIn(page, CUSTOMER)
    for (const path of PAGES) {
      const response = await page.goto(path)
      assert.equal(response!.status(), 403, path)
    }
  })

  test('shows them to nobody at all without "authorize"', async ({ assert }) => {
    const app = await shopCopy('no_authorize')
    await app.edit('config/smtp_admin.ts', '\n  authorize:', '\n  // authorize:')
    const server = await HostServer.startSources(app)
    const page = await openPage(browser, server.url)

    await signIn(page, OWNER)
    for (const path of PAGES) {
      const response = await page.goto(path)
      assert.equal(response!.status(), 403, path)
    }
  })

  test('says in one sentence that it needs Shield, and does not start', async ({ assert }) => {
    const app = await shopCopy('no_shield')
    await app.remove('config/shield.ts')
    await app.edit('adonisrc.ts', "    () => import('@adonisjs/shield/shield_provider'),\n", '')
    await app.edit('start/kernel.ts', "  () => import('@adonisjs/shield/shield_middleware'),\n", '')
    await assert.rejects(
      () => HostServer.startSources(app),
      /The SMTP administration pages need Shield, which this app does not have: run "node ace add @adonisjs\/shield"\./
    )
  })

  test('says in one sentence that forged requests have to be refused', async ({ assert }) => {
    const app = await shopCopy('no_csrf')
    await app.edit('config/shield.ts', 'csrf: {\n    enabled: true', 'csrf: {\n    enabled: false')
    await assert.rejects(
      () => HostServer.startSources(app),
      /need protection against forged requests\. Enable "csrf" in config\/shield\.ts/
    )
  })
})
