import { getActiveTest, test } from '@japa/runner'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright'
import User from '#models/user'
import { ADD, LIST } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn, watchPolicy } from '#tests/helpers/browser/browsing'
import { createConfig, emptyTables } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'

const LIGHT = 'rgb(255, 255, 255)'
const DARK = 'rgb(18, 24, 27)'

const theme = (page: Page) => page.getByRole('group', { name: /^Theme: / })

const background = (page: Page) => {
  return page
    .locator('body')
    .evaluate((body) => body.ownerDocument.defaultView!.getComputedStyle(body).backgroundColor)
}

test.group('The theme', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })
  group.each.setup(() => async () => {
    await emptyTables()
    await User.query().delete()
  })

  async function openPage(options: BrowserContextOptions = {}) {
    const { email } = await createUser()
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const context = await browser.newContext({ baseURL, ...options })
    getActiveTest()!.cleanup(() => context.close())
    const page = await context.newPage()
    await signIn(page, email)
    return page
  }

  test('is chosen without JavaScript, stays chosen, and leads back to the page', async ({
    assert,
  }) => {
    const page = await openPage({ javaScriptEnabled: false, colorScheme: 'light' })
    await page.goto(`${LIST}?q=relay`)
    assert.equal(await background(page), LIGHT)

    await page.getByRole('button', { name: 'Dark' }).click()

    assert.match(page.url(), /\/configs\?q=relay$/)
    assert.equal(await background(page), DARK)
    assert.equal(await theme(page).getAttribute('aria-label'), 'Theme: dark')
    await page.goto(ADD)
    assert.equal(await background(page), DARK)

    await page.getByRole('button', { name: 'System' }).click()
    assert.equal(await background(page), LIGHT)
    await page.emulateMedia({ colorScheme: 'dark' })
    assert.equal(await background(page), DARK)
  })

  test('is of another scheme than the device from the first byte on', async ({ assert }) => {
    const page = await openPage({ javaScriptEnabled: false, colorScheme: 'dark' })
    await page.goto(LIST)
    await page.getByRole('button', { name: 'Light' }).click()

    const answer = await page.goto(LIST)

    assert.match(await answer!.text(), /<html lang="en" data-theme="light">/)
    assert.equal(await background(page), LIGHT)
  })

  test('changes in place with JavaScript, and what was typed is still there', async ({
    assert,
  }) => {
    const page = await openPage({ colorScheme: 'light' })
    const violations = watchPolicy(page)
    await page.goto(ADD)
    await page.getByRole('textbox', { name: /^Name/ }).fill('Half a name')

    await page.getByRole('button', { name: 'Dark' }).click()
    await page.locator('html[data-theme=dark]').waitFor()

    assert.equal(await background(page), DARK)
    assert.equal(await page.getByRole('textbox', { name: /^Name/ }).inputValue(), 'Half a name')
    assert.equal(await theme(page).getAttribute('aria-label'), 'Theme: dark')
    assert.equal(await page.locator('.theme [aria-pressed=true]').innerText(), 'Dark')
    await page.goto(LIST)
    assert.equal(await background(page), DARK)
    assert.isEmpty(violations)
  })

  test('is light on paper, whatever it is on the screen', async ({ assert }) => {
    const page = await openPage({ colorScheme: 'dark' })
    await createConfig({ name: 'Relay', isActive: true })
    await page.goto(LIST)
    await page.getByRole('button', { name: 'Dark' }).click()
    await page.locator('html[data-theme=dark]').waitFor()

    await page.emulateMedia({ media: 'print' })

    assert.equal(await background(page), LIGHT)
    assert.isTrue(await page.getByRole('heading', { level: 1 }).isVisible())
    assert.isTrue(await page.getByText('Relay').first().isVisible())
    for (const left of ['nav', 'button', '.header-tools', 'form']) {
      assert.isEmpty(await visible(page, left), left)
    }
  })
})

test.group('In forced colours', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return async () => {
      await browser.close()
      await User.query().delete()
    }
  })

  test('it can be seen where one is, what is chosen and what is framed', async ({ assert }) => {
    const { email } = await createUser()
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const page = await browser.newPage({ baseURL, forcedColors: 'active' })
    await signIn(page, email)
    await page.goto(LIST)

    const [current, other] = [page.locator('.tabs [aria-current]'), page.locator('.tabs a').first()]
    assert.notEqual(
      await styleOf(current, 'border-bottom-color'),
      await styleOf(other, 'border-bottom-color')
    )
    const [chosen, next] = [true, false].map((isPressed) => {
      return page.locator(`.theme [aria-pressed=${isPressed}]`).first()
    })
    assert.notEqual(
      await styleOf(chosen, 'background-color'),
      await styleOf(next, 'background-color')
    )
    for (const framed of ['.environment', '.in-effect', '.button']) {
      const width = await styleOf(page.locator(framed).first(), 'border-top-width')
      assert.equal(width, '1px', framed)
    }
    await page.keyboard.press('Tab')
    assert.equal(await styleOf(page.locator(':focus'), 'outline-style'), 'solid')
  })
})

function styleOf(element: Locator, property: string): Promise<string> {
  return element.evaluate((it, name) => {
    return it.ownerDocument.defaultView!.getComputedStyle(it).getPropertyValue(name)
  }, property)
}

/** The elements of a selector that can be seen. */
function visible(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((elements) => {
    return elements.filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 80))
  })
}
