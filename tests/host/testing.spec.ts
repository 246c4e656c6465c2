import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launchBrowser } from '../helpers/browser/browsing.js'
import { HostServer, addServerAndOrder, openPage, signIn } from '../helpers/host/server.js'
import { OWNER, shopCopy } from '../helpers/host/install.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'

/** As many as somebody may start in a minute. */
const A_MINUTE = 10

test.group('An app that has set no limiter up', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })

  test('tests its servers from the pages, as they happen, and not without limit', async ({
    assert,
  }) => {
    const app = await shopCopy('testing')
    await app.edit(
      'config/smtp_admin.ts',
      'defineConfig({\n',
      'defineConfig({\n  discovery: false,\n'
    )
    const adonisrc = await app.read('adonisrc.ts')
    assert.notInclude(adonisrc, 'limiter')
    const host = await HostServer.startSources(app)
    const page = await openPage(browser, host.url)
    await signIn(page, OWNER)
    await addServerAndOrder(page, '/admin/smtp', await SmtpServer.start())

    const rows = '/admin/smtp/configs'
    const works = page.getByRole('heading', { name: 'Test passed', level: 1 })
    const testIt = async () => {
      await page.goto(rows)
      await page.getByRole('button', { name: 'Test Relay' }).click()
    }
    await testIt()
    await works.waitFor()
    assert.isTrue(await page.getByText('C: MAIL FROM:<relay@shop.example>').isVisible())
    await page.goto(rows)
    await page.getByRole('row', { name: 'Relay' }).getByRole('link', { name: 'Working' }).waitFor()

    for (let count = 1; count < A_MINUTE; count++) {
      await testIt()
      await works.waitFor()
    }
    await testIt()
    await page.getByText('You have run too many tests.').first().waitFor()
  })
})
