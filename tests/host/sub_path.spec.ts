import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launchBrowser } from '../helpers/browser/browser.js'
import { addActiveServer, isStyled, openPage, signIn } from '../helpers/host/browsing.js'
import { HostServer } from '../helpers/host/server.js'
import { OWNER, shopCopy } from '../helpers/host/shop.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'
import { StrippingProxy } from '../helpers/host/stripping_proxy.js'

test.group('An app behind a proxy that takes a path off', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })

  test('has every page under that path, with a prefix of its own', async ({ assert }) => {
    const app = await shopCopy('sub_path')
    await app.edit(
      'config/smtp_admin.ts',
      'defineConfig({\n',
      "defineConfig({\n  prefix: 'settings/mail/',\n  basePath: '/shop',\n  links: { site: '/shop/' },\n"
    )
    const server = await HostServer.startSources(app)
    const proxy = await StrippingProxy.start('/shop', server.url)
    const page = await openPage(browser, server.url)
    await signIn(page, OWNER)

    await page.goto(`${proxy.url}/shop/settings/mail`)
    assert.equal(page.url(), `${proxy.url}/shop/settings/mail`)
    assert.isTrue(await isStyled(page))
    await addActiveServer(page, {
      name: 'Relay',
      server: await SmtpServer.start(),
      encryption: 'None',
      from: 'relay@shop.example',
    })

    await page.getByRole('link', { name: 'Relay', exact: true }).click()
    assert.match(page.url(), /\/shop\/settings\/mail\/configs\/[\w-]+\/change$/)
    await page.getByRole('link', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Yes, delete it' }).click()
    await page.getByText('“Relay” was deleted').waitFor()
    await page.getByRole('link', { name: 'View site' }).click()
    await page.getByRole('heading', { name: 'Fresh bread' }).waitFor()
    assert.isEmpty(proxy.strays)

    const former = await page.goto(`${proxy.url}/shop/admin/smtp`)
    assert.equal(former!.status(), 404)
  })
})
