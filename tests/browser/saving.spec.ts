import { getActiveTest, test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import User from '#models/user'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import { ADD, pagePath } from '#tests/helpers/html/admin_pages'
import { expireForms, launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { createConfig, createConfigWithLogin, emptyTables } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'

test.group('A form that is sent', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })
  group.each.setup(async () => {
    await emptyTables()
    return async () => {
      await emptyTables()
      await User.query().delete()
    }
  })

  /** A page at this path for somebody who is signed in. */
  async function openPage(path: string, javaScriptEnabled = true): Promise<Page> {
    const { email } = await createUser()
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const context = await browser.newContext({ baseURL, javaScriptEnabled })
    getActiveTest()!.cleanup(() => context.close())
    const page = await context.newPage()
    await signIn(page, email)
    await page.goto(path)
    return page
  }

  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript'

    test(`by the second of two editors shows what the first has changed, and can be merged, ${how}`, async ({
      assert,
    }) => {
      const config = await createConfig({ name: 'Relay', notes: 'Old' })
      const one = await openPage(pagePath(config, 'change'), javaScript)
      const other = await openPage(pagePath(config, 'change'), javaScript)
      await one.getByLabel('Notes').fill('Theirs')
      await one.getByRole('textbox', { name: /^Host/ }).fill('new.example.com')
      await save(one)
      await one.getByText('“Relay” was changed.').waitFor()

      await other.getByLabel('Notes').fill('Mine')
      await other.getByLabel('From name').fill('Typed')
      await save(other)

      const conflict = other.getByRole('region', { name: 'Changes since you opened the form' })
      await conflict.getByText('new.example.com').waitFor()
      assert.isTrue(await conflict.evaluate((it) => it === it.ownerDocument.activeElement))
      assert.include(await conflict.innerText(), 'Your value: Mine')
      assert.equal(await other.getByLabel('From name').inputValue(), 'Typed')
      await other.getByRole('textbox', { name: /^Host/ }).fill('new.example.com')
      await other.getByRole('button', { name: 'Overwrite with my version' }).click()
      await other.getByText('“Relay” was changed.').waitFor()

      await config.refresh()
      assert.equal(config.host, 'new.example.com')
      assert.equal(config.notes, 'Mine')
      assert.equal(config.fromName, 'Typed')
    })

    test(`late is not lost: it is displayed to be sent again, ${how}`, async ({ assert }) => {
      const page = await openPage(ADD, javaScript)
      await page.getByRole('textbox', { name: /^Name/ }).fill('Relay')
      await page.getByRole('textbox', { name: /^Host/ }).fill('mail.example.com')
      await page.getByLabel('From name').fill('Order desk')
      await expireForms(page)
      await save(page)

      await page.getByText('This page had expired').waitFor()
      assert.equal(await page.getByLabel('From name').inputValue(), 'Order desk')
      assert.isEmpty(await SmtpConfig.all())
      await save(page)

      await page.getByText('“Relay” was added.').waitFor()
      const config = await SmtpConfig.findByOrFail('name', 'Relay')
      assert.equal(config.fromName, 'Order desk')
    })
  }

  test('late with a new password goes back to the form, where it is entered again', async ({
    assert,
  }) => {
    const config = await createConfigWithLogin({ name: 'Relay' })
    const page = await openPage(pagePath(config, 'change'), false)
    await page.getByLabel('From name').fill('Typed')
    await page.getByLabel('Change the password').check()
    await page.getByLabel('New password').fill('another secret')
    await expireForms(page)
    await save(page)

    await page.getByText('Passwords must be entered again.').waitFor()
    assert.equal(await page.getByLabel('From name').inputValue(), 'Typed')
    await page.getByLabel('New password').fill('another secret')
    await save(page)

    await page.getByText('“Relay” was changed.').waitFor()
    await config.refresh()
    assert.equal(config.password?.release(), 'another secret')
  })

  test('by a double click adds one configuration, without JavaScript', async ({ assert }) => {
    const page = await openPage(ADD, false)
    await page.getByRole('textbox', { name: /^Name/ }).fill('Relay')
    await page.getByRole('textbox', { name: /^Host/ }).fill('mail.example.com')
    await page.getByRole('button', { name: 'Save', exact: true }).dblclick()

    await page.getByText('“Relay” was added.').waitFor()
    assert.lengthOf(await SmtpConfig.all(), 1)
    assert.lengthOf(await SmtpHistory.all(), 1)
  })
})
