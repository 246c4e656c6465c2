import { test } from '@japa/runner'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import User from '#models/user'
import { scrolledSideways } from '#tests/helpers/browser/accessibility'
import { LIST } from '#tests/helpers/html/admin_pages'
import { createRows } from '#tests/helpers/states/state'
import { launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { createConfig, emptyTables } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'

test.group('The list in a browser', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return async () => {
      await browser.close()
      await User.query().delete()
    }
  })
  group.each.setup(async () => {
    await createRows()
    return emptyTables
  })

  async function open(options: BrowserContextOptions = {}) {
    const { email } = await createUser()
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const page = await browser.newPage({ baseURL, ...options })
    await signIn(page, email)
    await page.goto(LIST)
    return page
  }

  test('is searched, filtered and sorted without JavaScript, and the way back keeps it all', async ({
    assert,
    cleanup,
  }) => {
    const page = await open({ javaScriptEnabled: false })
    cleanup(() => page.close())

    await page.getByRole('searchbox', { name: 'Search' }).fill('e')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: /^STARTTLS/ }).click()
    await page.getByRole('link', { name: /^Name/ }).click()
    const address = page.url()
    assert.deepEqual(await namesOf(page), [
      'A server whose name goes on and on until no one can remember what it is for',
      'Relay',
      'Sealed elsewhere',
    ])

    await page.getByRole('link', { name: 'Relay', exact: true }).click()
    await page.getByLabel('From name').fill('Somebody')
    await page.getByRole('button', { name: 'Save', exact: true }).click()

    assert.equal(page.url(), address)
    assert.equal(await page.getByRole('searchbox').inputValue(), 'e')
    await page.getByRole('link', { name: 'Clear all filters' }).click()
    await page.getByRole('link', { name: 'Clear search' }).click()
    assert.lengthOf(await namesOf(page), 4)
  })

  test('is searched by keyboard, and sorted by it', async ({ assert, cleanup }) => {
    const page = await open()
    cleanup(() => page.close())

    await page.getByRole('searchbox', { name: 'Search' }).focus()
    await page.keyboard.type('backup')
    await page.keyboard.press('Enter')
    await page.getByText('1 result (4 total)').waitFor()
    assert.deepEqual(await namesOf(page), ['Backup'])

    await page.getByRole('link', { name: 'Clear search' }).press('Enter')
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('link').press('Enter')
    const header = page.getByRole('columnheader', { name: 'Name' })
    await header.and(page.locator('[aria-sort=ascending]')).waitFor()
    await header.getByRole('link', { name: /sorted ascending/ }).press('Enter')
    await header.and(page.locator('[aria-sort=descending]')).waitFor()
    const [first] = await namesOf(page)
    assert.equal(first, 'Sealed elsewhere')
  })

  test('shows its filters at once where there is room, and opens them where there is not', async ({
    assert,
    cleanup,
  }) => {
    const page = await open({ viewport: { width: 1280, height: 800 } })
    cleanup(() => page.close())
    const filter = page.getByRole('link', { name: /^Not tested/ })

    assert.isTrue(await filter.isVisible())
    assert.isFalse(await page.getByText('Filters', { exact: true }).isVisible())

    await page.setViewportSize({ width: 390, height: 800 })
    assert.isFalse(await filter.isVisible())
    await page.getByText('Filters', { exact: true }).press('Enter')
    assert.isTrue(await filter.isVisible())
  })

  test('fits into every width, and can be sorted in every width', async ({ assert, cleanup }) => {
    await createConfig({ name: 'Short', host: `${'a'.repeat(60)}.${'b'.repeat(60)}.example.com` })
    const page = await open()
    cleanup(() => page.close())

    for (const width of [1440, 1280, 1024, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      assert.deepEqual(await scrolledSideways(page), [], `at a width of ${width}`)
      assert.isTrue(await page.getByRole('link', { name: /^Name/ }).isVisible(), `at ${width}`)
    }
  })

  test('ends the lines of a long host after a dot, and copies it whole', async ({
    assert,
    cleanup,
  }) => {
    const page = await open({ viewport: { width: 1280, height: 800 } })
    cleanup(() => page.close())
    const host = page.locator('code', { hasText: 'ec2-203-0-113-25' })

    assert.equal(
      await host.innerText(),
      'ec2-203-0-113-25.compute-1.eu-central-1.amazonaws.example.com:587'
    )
    assert.isAbove(await host.evaluate((code: Lines) => code.getClientRects().length), 1)
  })
})

/** What is read of an element whose text may go on in the next line. */
interface Lines {
  getClientRects(): { length: number }
}

function namesOf(page: Page) {
  return page.getByRole('rowheader').getByRole('link').allInnerTexts()
}
