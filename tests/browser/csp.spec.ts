import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import User from '#models/user'
import { ADD, LIST, RUNS, pagePath } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn, watchPolicy } from '#tests/helpers/browser/browsing'
import { createConfig, emptyTables } from '#tests/helpers/db/configs'
import { layoutSource, useLayoutSource } from '#tests/helpers/views/host_views'
import { usePolicy } from '#tests/helpers/html/shield'
import { documentedOptions } from '#tests/helpers/docs/documentation'
import { createUser } from '#tests/helpers/db/users'

interface Shield {
  csp: { directives: Record<string, string[]> }
}

const DOCUMENTED = documentedOptions<Shield>('docs/theming.md', 'config/shield.ts').csp.directives

const PAGES = ['change', 'delete', 'activate'] as const

const POLICIES = [
  {
    what: 'that takes styles and scripts by their nonce, and nothing else',
    directives: DOCUMENTED,
  },
  {
    what: 'that takes what comes from the app',
    directives: { ...DOCUMENTED, styleSrc: ["'self'"], scriptSrc: ["'self'"] },
  },
  { what: "of our own, where the host's has none", directives: null },
]

test.group('Under a policy', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })
  group.each.setup(() => async () => {
    await emptyTables()
    await User.query().delete()
  })

  for (const { what, directives } of POLICIES) {
    for (const where of ['on pages of its own', 'in a layout']) {
      test(`${what}, nothing is refused ${where}`, async ({ assert, cleanup }) => {
        const { email } = await createUser()
        const config = await createConfig({ name: 'Relay' })
        const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
        const page = await browser.newPage({ baseURL })
        cleanup(() => page.close())
        await signIn(page, email)
        await usePolicy(directives)
        if (where === 'in a layout') {
          useLayoutSource(layoutSource())
        }
        const violations = watchPolicy(page)

        for (const path of [LIST, ADD, RUNS, ...PAGES.map((name) => pagePath(config, name))]) {
          await page.goto(path)
          assert.isTrue(await isStyled(page), path)
        }
        await page.goto(LIST)
        await page.getByRole('button', { name: 'Activate Relay' }).click()
        await page.getByRole('alert').waitFor()

        assert.isTrue(await isStyled(page))
        assert.isEmpty(violations)
      })
    }
  }

  test('that knows another nonce, stylesheet and script are refused, and that would be noticed', async ({
    assert,
    cleanup,
  }) => {
    const { email } = await createUser()
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const page = await browser.newPage({ baseURL })
    cleanup(() => page.close())
    await signIn(page, email)
    await usePolicy({ defaultSrc: ["'none'"], styleSrc: ["'nonce-of-another-page'"] })
    const violations = watchPolicy(page)

    await page.goto(LIST)

    assert.isFalse(await isStyled(page))
    assert.isNotEmpty(violations)
  })
})

/** Whether the stylesheet has been loaded: only it gives the tabs a background. */
function isStyled(page: Page) {
  return page.locator('.tabs').evaluate((nav) => {
    const { backgroundColor } = nav.ownerDocument.defaultView!.getComputedStyle(nav)
    return backgroundColor === 'rgb(245, 247, 248)'
  })
}
