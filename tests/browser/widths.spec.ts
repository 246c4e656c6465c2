import { test } from '@japa/runner'
import type { Browser, BrowserContextOptions } from 'playwright'
import { accountScope } from '#smtp_admin'
import User from '#models/user'
import { scrolledSideways } from '#tests/helpers/browser/accessibility'
import { HOME, RUNS } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { createConfig, emptyTables } from '#tests/helpers/db/configs'
import { recordTest } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'

test.group('In the width that there is', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return async () => {
      await browser.close()
      await User.query().delete()
    }
  })
  group.each.setup(() => emptyTables)

  async function open(path: string, options: BrowserContextOptions = {}) {
    const { email } = await createUser()
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const context = await browser.newContext({ baseURL })
    const page = await context.newPage()
    await signIn(page, email)
    const storageState = await context.storageState()
    await context.close()
    const own = await browser.newPage({ baseURL, storageState, ...options })
    await own.goto(path)
    return own
  }

  test('the overview names an account, however long its name, beside its status', async ({
    assert,
    cleanup,
  }) => {
    const scope = accountScope('an-account-whose-id-goes-on-and-on.'.repeat(2))
    await createConfig({ name: 'Relay', scope, isActive: true })
    const page = await open(HOME)
    cleanup(() => page.close())
    const row = page.getByRole('listitem').filter({ hasText: 'Active for account' })

    for (const width of [1280, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const wide = await row.locator('div').evaluateAll((parts) => {
        return parts.filter((part) => part.scrollWidth > part.clientWidth).length
      })

      assert.equal(wide, 0, `parts of a row that stick out at a width of ${width}`)
      assert.deepEqual(await scrolledSideways(page), [], `at a width of ${width}`)
    }
  })

  for (const locale of ['en-GB', 'de-DE']) {
    test(`a test that is shown as a card says what is what (${locale})`, async ({
      assert,
      cleanup,
    }) => {
      await recordTest(await createConfig())
      const page = await open(RUNS, { locale, viewport: { width: 390, height: 800 } })
      cleanup(() => page.close())

      const labelled = await page.locator('tbody td').evaluateAll((cells) => {
        return cells.map((cell) => {
          const { getComputedStyle } = cell.ownerDocument.defaultView!
          return getComputedStyle(cell, '::before').content !== 'none'
        })
      })

      assert.deepEqual(labelled, [false, true, true, true])
    })
  }
})
