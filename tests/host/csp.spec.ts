import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launchBrowser, watchPolicy } from '../helpers/browser/browsing.js'
import {
  HostServer,
  addServerAndOrder,
  isStyled,
  openPage,
  signIn,
} from '../helpers/host/server.js'
import { OWNER, shopCopy } from '../helpers/host/install.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'

/** The most that a browser keeps of one cookie. */
const COOKIE_LIMIT = 4096

const POLICIES = [
  {
    name: 'nonces',
    directives: `{
      defaultSrc: ["'none'"],
      styleSrc: ['@nonce'],
      scriptSrc: ['@nonce'],
      formAction: ["'self'"],
    }`,
  },
  {
    name: 'self',
    directives: `{
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      formAction: ["'self'"],
    }`,
  },
]

test.group('An app with sessions in cookies and a strict policy', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })

  for (const { name, directives } of POLICIES) {
    test(`has pages that the browser finds no fault with: ${name}`, async ({ assert }) => {
      const app = await shopCopy(`policy_${name}`)
      await app.edit(
        'config/shield.ts',
        'csp: {\n    enabled: false,\n    directives: {},',
        `csp: {\n    enabled: true,\n    directives: ${directives},`
      )
      assert.include(await app.read('.env'), 'SESSION_DRIVER=cookie')
      const server = await HostServer.startSources(app)
      const page = await openPage(browser, server.url)
      const violations = watchPolicy(page)

      await signIn(page, OWNER)
      const response = await page.goto('/admin/smtp/configs')
      assert.include(await response!.headerValue('content-security-policy'), "default-src 'none'")
      assert.isTrue(await isStyled(page))

      await page.getByRole('link', { name: 'Add' }).first().click()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('link', { name: 'Enter a name' }).waitFor()
      const mail = await addServerAndOrder(page, '/admin/smtp', await SmtpServer.start())
      assert.equal(mail.from.address, 'relay@shop.example')

      const cookies = await page.context().cookies()
      assert.isNotEmpty(cookies)
      assert.isEmpty(cookies.filter(({ value }) => value.length > COOKIE_LIMIT))
      assert.isEmpty(violations)
    })
  }
})
