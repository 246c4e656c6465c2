import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launchBrowser } from '../helpers/browser/browsing.js'
import {
  HostServer,
  addServerAndOrder,
  isStyled,
  openPage,
  signIn,
} from '../helpers/host/server.js'
import { OWNER, shopCopy } from '../helpers/host/install.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'

test.group('An app with views and words of its own', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })

  test('keeps its globals, components and pages, and the pages keep theirs', async ({ assert }) => {
    const app = await shopCopy('views')
    await app.overlay(new URL('variants/own_views', import.meta.url))
    await app.edit('adonisrc.ts', 'preloads: [', "preloads: [() => import('#start/view'), ")
    const server = await HostServer.startSources(app)
    const page = await openPage(browser, server.url)

    await signIn(page, OWNER)
    const mail = await addServerAndOrder(page, '/admin/smtp', await SmtpServer.start())
    assert.equal(mail.from.address, 'relay@shop.example')
    await page.goto('/admin/smtp')
    assert.notInclude(await page.content(), 'of the shop')
    await page.goto('/')
    await page.getByText('Cheese of the shop').waitFor()
  })

  test('has the pages in its own layout', async ({ assert }) => {
    const app = await shopCopy('layout')
    await app.edit(
      'config/smtp_admin.ts',
      'defineConfig({',
      "defineConfig({\n  layout: 'components/layout',"
    )
    const server = await HostServer.startSources(app)
    const page = await openPage(browser, server.url)

    await signIn(page, OWNER)
    await page.goto('/admin/smtp')
    await page.getByText('The corner shop').waitFor()
    assert.isTrue(await isStyled(page))
    await addServerAndOrder(page, '/admin/smtp', await SmtpServer.start())
  })

  test('may speak other languages', async ({ assert }) => {
    const app = await shopCopy('languages')
    await app.run('node ace configure @adonisjs/i18n')
    assert.include(await app.read('start/kernel.ts'), 'detect_user_locale_middleware')
    await app.write(
      'resources/lang/en/validator.json',
      JSON.stringify({ shared: { messages: { required: 'Il manque {field}' } } })
    )
    const server = await HostServer.startSources(app)
    const page = await openPage(browser, server.url)

    await signIn(page, OWNER)
    await page.goto('/admin/smtp/configs/add')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('link', { name: 'Enter a name' }).waitFor()
    const mail = await addServerAndOrder(page, '/admin/smtp', await SmtpServer.start())
    assert.equal(mail.from.address, 'relay@shop.example')
  })
})
