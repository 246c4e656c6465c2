import { getActiveTest, test } from '@japa/runner'
import type { Browser, BrowserContextOptions } from 'playwright'
import User from '#models/user'
import { LIST } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { createConfig, emptyTables } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { timesIn } from '../../app/smtp_admin/admin/presenters/time.js'

test.group('Times', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })
  group.each.setup(() => async () => {
    await emptyTables()
    await User.query().delete()
  })

  async function openList(options: BrowserContextOptions) {
    const { email } = await createUser()
    const { updatedAt } = await createConfig({ name: 'Relay' })
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const context = await browser.newContext({ baseURL, ...options })
    getActiveTest()!.cleanup(() => context.close())
    const page = await context.newPage()
    await signIn(page, email)
    await page.goto(LIST)
    return { page, updatedAt, time: page.locator('tbody time:not(.ago)') }
  }

  test('are in the zone of the browser on the first page, and from the server on the second', async ({
    assert,
  }) => {
    const { page, updatedAt, time } = await openList({ timezoneId: 'Asia/Kolkata' })
    const { text } = timesIn('en', 'Asia/Kolkata')(updatedAt)

    assert.equal(await time.innerText(), text)
    const answer = await page.goto(LIST)

    assert.include(await answer!.text(), `>${text}</time>`)
    assert.equal(await time.innerText(), text)
  })

  test('are written in the same way by both, in the language of the page', async ({ assert }) => {
    const options = { timezoneId: 'America/New_York', locale: 'de-DE' }
    const { updatedAt, time } = await openList(options)

    assert.equal(await time.innerText(), timesIn('de', 'America/New_York')(updatedAt).text)
  })

  test('are in UTC without JavaScript, and say so', async ({ assert }) => {
    const options = { timezoneId: 'Asia/Kolkata', javaScriptEnabled: false }
    const { updatedAt, time } = await openList(options)

    assert.equal(await time.innerText(), timesIn('en', 'UTC')(updatedAt).text)
    assert.match(await time.innerText(), / UTC$/)
  })
})
