import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import User from '#models/user'
import { scrolledSideways } from '#tests/helpers/browser/accessibility'
import { ADD, HOME, LIST, RUNS, pageOf } from '#tests/helpers/html/admin_pages'
import { createRows } from '#tests/helpers/states/admin_states'
import { launchBrowser } from '#tests/helpers/browser/browser'
import { signIn } from '#tests/helpers/browser/browsing'
import { createConfig, emptyTables } from '#tests/helpers/db/configs'
import { HISTORY } from '#tests/helpers/db/history_entries'
import { recordTest } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'

/** What somebody may set for themselves without losing anything (WCAG 2.2, 1.4.12). */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`

test.group('With more space between lines, words and letters', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return async () => {
      await browser.close()
      await User.query().delete()
    }
  })
  group.each.setup(() => emptyTables)

  test('no page cuts anything off, or has to be scrolled sideways', async ({ assert, cleanup }) => {
    await createRows()
    const config = await createConfig({ name: 'Spare' })
    const { id } = await recordTest(config)
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    // A setting of the browser, which the policy of a page has no say in.
    const page = await browser.newPage({ baseURL, bypassCSP: true })
    cleanup(() => page.close())
    const { email } = await createUser()
    await signIn(page, email)

    const own = (['change', 'delete', 'activate', 'history'] as const).map((it) => {
      return pageOf(config, it)
    })
    for (const path of [HOME, LIST, ADD, ...own, `${RUNS}/${id}`, RUNS, HISTORY]) {
      await page.goto(path)
      await page.addStyleTag({ content: SPACED })
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })

        assert.deepEqual(await scrolledSideways(page), [], `${path} at a width of ${width}`)
        assert.deepEqual(await cutOff(page), [], `${path} at a width of ${width}`)
      }
    }
  })
})

/** What has more in it than it shows, and no way to the rest; what is for ears only is a pixel wide. */
function cutOff(page: Page): Promise<string[]> {
  return page.locator('body :not([aria-hidden=true])').evaluateAll((elements) => {
    return elements
      .filter((it) => {
        const { overflowX, overflowY } = it.ownerDocument.defaultView!.getComputedStyle(it)
        const isWider = it.scrollWidth > it.clientWidth && overflowX === 'hidden'
        const isHigher = it.scrollHeight > it.clientHeight && overflowY === 'hidden'
        return it.clientWidth > 1 && it.checkVisibility() && (isWider || isHigher)
      })
      .map((it) => it.outerHTML.slice(0, 80))
  })
}
