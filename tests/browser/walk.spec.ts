import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import User from '#models/user'
import { bannerText, launchBrowser, signIn, watchPolicy } from '../helpers/browser/browsing.js'
import { emptyTables } from '../helpers/db/configs.js'
import { RunningApp } from '../helpers/process/running_app.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'
import { createUser } from '../helpers/db/users.js'

test.group('The walk of a newcomer', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })
  group.each.setup(() => async () => {
    await emptyTables()
    await User.query().delete()
  })

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

    test(`adds a server, makes it active, switches back, and mail follows at once, ${how}`, async ({
      assert,
      cleanup,
    }) => {
      const inbox = await SmtpServer.start()
      const environment = await SmtpServer.start()
      const { email } = await createUser('administrator')
      const app = await RunningApp.start({
        SMTP_HOST: environment.host,
        SMTP_PORT: String(environment.port),
        MAIL_FROM_ADDRESS: 'environment@example.com',
      })
      const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled })
      cleanup(() => context.close())
      const page = await context.newPage()
      const violations = watchPolicy(page)

      await signIn(page, email)
      await page.getByRole('main').getByRole('link', { name: 'SMTP administration' }).click()
      assert.include(await bannerText(page), `127.0.0.1:${environment.port}`)

      await page.getByRole('link', { name: 'Add' }).first().click()
      await page.getByRole('textbox', { name: /^Name/ }).fill('Inbox')
      await page.getByRole('textbox', { name: /^Host/ }).fill(`smtp://127.0.0.1:${inbox.port}`)
      await page.getByLabel('None', { exact: true }).check()
      await page.getByLabel('From email').fill('stored@example.com')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('button', { name: 'Activate Inbox' }).click()
      assert.include(await bannerText(page), `Inbox (127.0.0.1:${inbox.port}, `)

      await askForNewPassword(page, email)
      const [first] = await inbox.received(1)
      assert.equal(first.from.address, 'stored@example.com')
      assert.deepEqual(first.to, [email])
      assert.include(first.text, `${app.url}/reset-password/`)
      assert.isEmpty(environment.mails)

      await signIn(page, email)
      await page.goto('/admin/smtp/configs')
      await page.getByRole('button', { name: 'Deactivate Inbox' }).click()
      const fallback = await bannerText(page)
      assert.include(fallback, 'No active SMTP configuration found in the database.')
      assert.include(fallback, `127.0.0.1:${environment.port}`)

      await askForNewPassword(page, email)
      const [second] = await environment.received(1)
      assert.equal(second.from.address, 'environment@example.com')
      assert.lengthOf(inbox.mails, 1)

      const aboutMail = app.log.filter((message) => /SMTP|environment/.test(message))
      assert.deepEqual(aboutMail, [
        `Using SMTP config from database: Inbox (127.0.0.1:${inbox.port}).`,
        `No active SMTP configuration found in the database. Falling back to the environment's server 127.0.0.1:${environment.port}.`,
      ])
      assert.isEmpty(violations)
    })
  }
})

async function askForNewPassword(page: Page, email: string) {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Forgot' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByRole('status').waitFor()
}
