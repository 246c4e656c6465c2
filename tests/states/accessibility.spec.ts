import { test } from '@japa/runner'
import type { Browser, BrowserContext, Page } from 'playwright'
import User, { type Role } from '#models/user'
import { findings, scrolledSideways } from '#tests/helpers/browser/accessibility'
import { useEnvironment } from '#tests/helpers/html/admin_pages'
import { ADMIN_STATES, createRows } from '#tests/helpers/states/admin_states'
import { launchBrowser } from '#tests/helpers/browser/browser'
import { signedInContexts, watchPolicy } from '#tests/helpers/browser/browsing'
import { emptyTables } from '#tests/helpers/db/configs'

const WIDTHS = [1280, 1130, 768, 390, 320]

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 390, 320].map((width) => ({ colorScheme, width }))
)

/** The strictest that there is, without a nonce: that of this app, in config/shield.ts. */
const POLICY =
  "default-src 'self';base-uri 'none';object-src 'none';frame-ancestors 'none';form-action 'self'"

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
    test(`${name} is for everybody, in both themes and every width`, async ({
      assert,
      cleanup,
    }) => {
      const page = await contexts.get(role)!.newPage()
      cleanup(() => page.close())
      const policies = watchPolicies(page)
      const violations = watchPolicy(page)
      await open(page)

      assert.match(await page.title(), / \| SMTP(-Verwaltung| administration)$/)
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
      assert.deepEqual([...policies], [POLICY])
      assert.isEmpty(violations)
    })
  }
})

/** The content security policies of the pages that are opened from now on. */
function watchPolicies(page: Page): Set<string | undefined> {
  const policies = new Set<string | undefined>()
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) {
      policies.add(response.headers()['content-security-policy']?.replaceAll('; ', ';'))
    }
  })
  return policies
}

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
