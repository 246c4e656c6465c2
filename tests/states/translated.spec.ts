import { test } from '@japa/runner'
import type { Browser, BrowserContext } from 'playwright'
import User, { type Role } from '#models/user'
import { useEnvironment } from '#tests/helpers/html/admin_pages'
import { ADMIN_STATES, createRows } from '#tests/helpers/states/admin_states'
import { launchBrowser } from '#tests/helpers/browser/browser'
import { signedInContexts } from '#tests/helpers/browser/browsing'
import { emptyTables } from '#tests/helpers/db/configs'
import { markedMessages, unmarked } from '#tests/helpers/i18n/pseudo_locale'
import { useHostMessages } from '#tests/helpers/i18n/host_messages'

test.group('Every text of a page is one of the catalogue', (group) => {
  let browser: Browser
  let contexts: Map<Role, BrowserContext>

  group.setup(async () => {
    browser = await launchBrowser()
    contexts = await signedInContexts(browser)
    return async () => {
      await browser.close()
      await User.query().delete()
    }
  })
  group.each.setup(async () => {
    await createRows()
    const restore = await useEnvironment({ host: 'smtp.environment.example', port: 2525 })
    return async () => {
      restore()
      await emptyTables()
    }
  })

  for (const { name, role, open } of ADMIN_STATES) {
    test(name, async ({ assert, cleanup }) => {
      await useHostMessages({ en: markedMessages('en'), de: markedMessages('de') })
      const page = await contexts.get(role)!.newPage()
      cleanup(() => page.close())
      page.setDefaultTimeout(5_000)
      await open(page)

      assert.deepEqual(await unmarked(page), [])
    })
  }

  test('and one that is not would be noticed', async ({ assert, cleanup }) => {
    await useHostMessages({ en: markedMessages('en') })
    const page = await contexts.get('administrator')!.newPage()
    cleanup(() => page.close())
    await page.goto('/admin/smtp/help')
    await page.locator('h1').evaluate((heading) => {
      heading.textContent = 'Of our own 7'
      heading.title = 'And this'
    })

    assert.deepEqual(await unmarked(page), ['<h1> Of our own 7', 'title="And this"'])
  })
})
