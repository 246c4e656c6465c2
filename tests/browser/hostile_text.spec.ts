import { test } from '@japa/runner'
import User from '#models/user'
import { ADD, HOME, LIST, RUNS, pagePath } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { createConfig, emptyTables } from '#tests/helpers/db/configs'
import { HISTORY } from '#tests/helpers/db/history_entries'
import { recordTest } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'

const PAYLOADS = [
  '"><script>alert(1)</script>',
  '</script></title><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '" autofocus onfocus=alert(1) x="',
]

/** What the pages do not have of themselves: all but their one script. */
const FOREIGN = 'script:not([src$="/smtp_admin.js"]), img'

/** What there is of one configuration, besides its tests. */
const OF_CONFIG = ['change', 'history', 'activate', 'delete'] as const

test.group('Text that means to be code', (group) => {
  group.each.setup(() => emptyTables)
  group.each.setup(() => async () => {
    await User.query().delete()
  })

  test('does nothing in a browser, even without the policy that would stop it: {$self}')
    .with(PAYLOADS)
    .run(async ({ assert, cleanup }, payload) => {
      const browser = await launchBrowser()
      cleanup(() => browser.close())
      const { email } = await createUser()
      const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
      const page = await browser.newPage({ baseURL, bypassCSP: true })
      const dialogs: string[] = []
      page.on('dialog', async (dialog) => {
        if (dialog.type() !== 'beforeunload') {
          dialogs.push(dialog.message())
        }
        await dialog.accept()
      })
      await signIn(page, email)
      const texts = { name: payload, fromName: payload, notes: payload, username: payload }
      const config = await createConfig({ ...texts, password: 'secret' })

      const run = await recordTest(config, 'failed')
      const prefilled = `${pagePath(config, 'change')}?${new URLSearchParams({ from_name: payload, test: payload })}`
      const pages = [
        ...[HOME, HISTORY, LIST, ...OF_CONFIG.map((name) => pagePath(config, name)), prefilled],
        ...[RUNS, `${RUNS}?config=${config.id}`, `${RUNS}/${run.id}`, ADD],
      ]
      for (const path of pages) {
        await page.goto(path)
        assert.equal(await page.locator(FOREIGN).count(), 0)
      }
      await page.getByRole('textbox', { name: /^Name/ }).fill(payload)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('alert').waitFor()
      assert.equal(await page.locator(FOREIGN).count(), 0)

      await page.goto(LIST)
      await page.getByRole('button', { name: 'Activate' }).click()
      const message = page.getByRole('alert')
      assert.include(await message.innerText(), `“${payload}” was activated.`)
      assert.equal(await page.locator(FOREIGN).count(), 0)
      assert.isEmpty(dialogs)
    })
})
