import { getActiveTest, test } from '@japa/runner'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import User from '#models/user'
import { SmtpConfig } from '#smtp_admin'
import { LIST, useEnvironment } from '#tests/helpers/html/admin_pages'
import { bannerText, launchBrowser, signIn, watchPolicy } from '#tests/helpers/browser/browsing'
import { createConfig, emptyTables } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'

const HERE = `http://${process.env.HOST}:${process.env.PORT}`

test.group('Selecting rows of the list', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })
  group.each.setup(() => async () => {
    await emptyTables()
    await User.query().delete()
  })
  group.each.setup(() => useEnvironment({ host: 'smtp.environment.example', port: 2525 }))

  async function openList(options: BrowserContextOptions = {}) {
    const { email } = await createUser()
    const context = await browser.newContext({ baseURL: HERE, ...options })
    getActiveTest()!.cleanup(() => context.close())
    const page = await context.newPage()
    await signIn(page, email)
    await page.goto(LIST)
    return page
  }

  async function addServers(count: number) {
    for (let number = 1; number <= count; number++) {
      const name = `Server ${String(number).padStart(2, '0')}`
      await createConfig({ name, isActive: number === 1 })
    }
  }

  const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` })
  const counter = (page: Page, words: string) => page.getByText(words, { exact: true })

  async function act(page: Page, action: string) {
    await page.getByLabel('Action', { exact: true }).selectOption({ label: action })
    await page.getByRole('button', { name: 'Go', exact: true }).click()
  }

  test('counts the rows, takes all of the page, and a range with the shift key', async ({
    assert,
  }) => {
    await addServers(5)
    const page = await openList()
    const violations = watchPolicy(page)

    await box(page, 'Server 02').click()
    await counter(page, '1 of 5 selected').waitFor()
    await box(page, 'Server 04').click({ modifiers: ['Shift'] })
    await counter(page, '3 of 5 selected').waitFor()
    assert.isTrue(await box(page, 'Server 03').isChecked())

    const all = page.getByLabel('Select all on this page')
    await all.check()
    await counter(page, '5 of 5 selected').waitFor()
    await all.uncheck()
    await counter(page, '0 of 5 selected').waitFor()
    assert.isEmpty(violations)
  })

  test('works by keyboard alone, up to the page that says what follows', async ({ assert }) => {
    await addServers(2)
    const page = await openList()

    await box(page, 'Server 01').focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Action', { exact: true }).focus()
    await page.keyboard.type('Delete')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Delete 1 configuration?' }).waitFor()

    assert.equal(await page.evaluate('document.activeElement.id'), 'confirm-title')
    assert.include(
      await page.getByRole('main').innerText(),
      'Mail will be sent through the default server'
    )
    await page.getByRole('link', { name: 'Cancel' }).click()
    assert.lengthOf(await SmtpConfig.all(), 2)
  })

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

    test(`deletes all that match on every page, and comes back to the search, ${how}`, async ({
      assert,
    }) => {
      await addServers(30)
      await createConfig({ name: 'Other' })
      const page = await openList({ javaScriptEnabled })
      await page.goto(`${LIST}?q=server`)

      await page.getByLabel('Select all 30 matching configurations').check()
      await act(page, 'Delete')
      await page.getByRole('heading', { name: 'Delete 30 configurations?' }).waitFor()
      await page.getByRole('button', { name: 'Yes, delete 30' }).click()
      await page.getByText('30 configurations were deleted.').waitFor()

      await page.getByRole('heading', { name: 'SMTP configurations' }).waitFor()
      assert.include(page.url(), '?q=server')
      assert.include(await bannerText(page), 'smtp.environment.example:2525')
      const left = await SmtpConfig.all()
      assert.deepEqual(
        left.map(({ name }) => name),
        ['Other']
      )
    })

    test(`deactivates the active one of the selected, with the way back, ${how}`, async ({
      assert,
    }) => {
      await addServers(2)
      const page = await openList({ javaScriptEnabled })

      await box(page, 'Server 01').check()
      await box(page, 'Server 02').check()
      await act(page, 'Deactivate')
      await page.getByRole('button', { name: 'Yes, deactivate' }).click()
      await page.getByText('“Server 01” was deactivated.').waitFor()
      assert.isNull(await SmtpConfig.getActive())

      await page.getByRole('button', { name: 'Switch back to “Server 01”' }).click()
      await page.getByText('“Server 01” was activated.').waitFor()
      const active = await SmtpConfig.getActive()
      assert.equal(active?.name, 'Server 01')
    })
  }
})
