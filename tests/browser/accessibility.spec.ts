import { test } from '@japa/runner'
import type { Browser, BrowserContext, Page } from 'playwright'
import User, { type Role } from '#models/user'
import { findings, scrolledSideways } from '#tests/helpers/accessibility'
import { useEnvironment } from '#tests/helpers/admin_pages'
import { ADMIN_STATES, createRows } from '#tests/helpers/admin_states'
import { launchBrowser } from '#tests/helpers/browser'
import { signedInContexts, watchPolicy } from '#tests/helpers/browsing'
import { emptyTables } from '#tests/helpers/configs'

const WIDTHS = [1280, 1130, 768, 390, 320]

/** Between them every colour and every arrangement is seen. */
const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
] as const

test.group('Every page, in every state', (group) => {
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
    test(`${name}: for eyes, fingers and screen readers, wide and narrow, light and dark`, async ({
      assert,
      cleanup,
    }) => {
      const page = await contexts.get(role)!.newPage()
      cleanup(() => page.close())
      const violations = watchPolicy(page)
      await open(page)

      assert.match(await page.title(), / \| SMTP administration$/)
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1)

      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        assert.deepEqual(await scrolledSideways(page), [], `at a width of ${width}`)
        assert.deepEqual(await smallTargets(page), [], `at a width of ${width}`)
      }
      for (const { colorScheme, width } of LOOKS) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        assert.deepEqual(await findings(page), [], `${colorScheme}, at a width of ${width}`)
      }
      assert.isEmpty(violations)
    })
  }
})

/** Whatever can be clicked and is smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8). */
function smallTargets(page: Page) {
  return page.locator('a, button, input:not([type=hidden]), summary').evaluateAll((elements) => {
    return elements
      .map((it) => ({ it, box: it.getBoundingClientRect() }))
      .filter(({ it }) => it.className !== 'skip-link' && it.checkVisibility())
      .filter(({ box }) => Math.min(box.width, box.height) < 24)
      .map(({ it, box }) => `${it.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`)
  })
}
