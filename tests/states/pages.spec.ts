import { test } from '@japa/runner'
import type { Browser, BrowserContext, Page } from 'playwright'
import User, { type Role } from '#models/user'
import {
  cutOff,
  findings,
  scrolledSideways,
  smallTargets,
  spaceText,
} from '#tests/helpers/browser/accessibility'
import { launchBrowser, signedInContexts, watchPolicy } from '#tests/helpers/browser/browsing'
import { emptyTables } from '#tests/helpers/db/configs'
import { useEnvironment } from '#tests/helpers/html/admin_pages'
import { readMessages, useHostMessages } from '#tests/helpers/i18n/messages'
import { PAGE_STATES } from '#tests/helpers/states/page_states'
import { createRows } from '#tests/helpers/states/state'

/**
 * Invisible characters around every message. Playwright ignores them when it searches for text. Text on
 * a page without these marks does not come from the catalogue.
 */
const OPEN = '\u200b'
const CLOSE = '\u00ad'

/** Units and protocol names, which are the same in every language. */
const SAME = ['ms', 's', 'SSL', 'TLS', 'STARTTLS', 'SPF', 'DKIM', 'DMARC']

/** The messages of a language with the marks around them, as overrides of a host. */
function markedMessages(language: string): Record<string, string> {
  const marked = [...readMessages(language)].map(([key, text]) => [key, `${OPEN}${text}${CLOSE}`])
  return Object.fromEntries(marked)
}

/**
 * Text and attributes on a page that do not come from the catalogue, except user data and server
 * responses.
 */
function unmarked(page: Page): Promise<string[]> {
  return page.locator('html').evaluate(
    (html, { open, close, same }) => {
      const document = html.ownerDocument
      const NOT_OURS = 'bdi, code, time, pre, script, style, title, textarea, [translate=no]'
      const ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'alt', 'data-label']
      const marks = new RegExp(`${open}[^${open}${close}]*${close}`, 'g')

      const outside = (text: string): string => {
        const rest = text.replace(marks, '')
        return rest === text ? rest : outside(rest)
      }
      const isLeft = (text: string) => {
        return (
          outside(text)
            .match(/\p{L}+/gu)
            ?.some((word) => !same.includes(word)) ?? false
        )
      }

      const left: string[] = []
      // A title has no elements: what is user data in it is that on the page as well.
      const data = new Set(
        Array.from(html.querySelectorAll('bdi'), ({ textContent }: { textContent: string }) =>
          textContent.trim()
        )
      )
      for (const part of outside(document.title).split(' | ')) {
        if (isLeft(part) && !data.has(part.trim())) {
          left.push(`<title> ${part}`)
        }
      }
      const walker = document.createTreeWalker(html, 4)
      while (walker.nextNode()) {
        const { textContent, parentElement } = walker.currentNode
        if (!parentElement!.closest(NOT_OURS) && isLeft(textContent!)) {
          left.push(`<${parentElement!.tagName.toLowerCase()}> ${textContent!.trim()}`)
        }
      }
      for (const element of html.querySelectorAll('*')) {
        for (const name of ATTRIBUTES) {
          const value = element.getAttribute(name)
          if (value && isLeft(value)) {
            left.push(`${name}="${value}"`)
          }
        }
      }
      return [...new Set(left)]
    },
    { open: OPEN, close: CLOSE, same: SAME }
  )
}

/** Takes the marks out of a page, so that its layout is that of the real texts. */
function removeMarks(page: Page): Promise<void> {
  return page.locator('html').evaluate(
    (html, { open, close }) => {
      const { ownerDocument: document } = html
      const clean = (text: string) => text.replaceAll(open, '').replaceAll(close, '')
      document.title = clean(document.title)
      const walker = document.createTreeWalker(html, 4)
      while (walker.nextNode()) {
        walker.currentNode.textContent = clean(walker.currentNode.textContent!)
      }
      for (const element of html.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          // Setting an unchanged address would load it again.
          if (clean(value) !== value) {
            element.setAttribute(name, clean(value))
          }
        }
      }
    },
    { open: OPEN, close: CLOSE }
  )
}

const WIDTHS = [1280, 1130, 768, 390, 320]

/** The strictest policy without a nonce, as in config/shield.ts. */
const POLICY =
  "default-src 'self';base-uri 'none';object-src 'none';frame-ancestors 'none';form-action 'self'"

/** The languages of the pages, in which every text has marks around it. */
const MARKED = { en: markedMessages('en'), de: markedMessages('de') }

test.group('Every page in each of its states', (group) => {
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

  for (const { name, role = 'administrator', open } of PAGE_STATES) {
    test(`${name}: translated, accessible, and fits every width`, async ({ assert, cleanup }) => {
      await useHostMessages(MARKED)
      const page = await contexts.get(role)!.newPage()
      cleanup(() => page.close())
      page.setDefaultTimeout(5_000)
      const policies = watchPolicies(page)
      const violations = watchPolicy(page)
      await open(page)

      assert.deepEqual(await unmarked(page), [], 'texts that are not in the message catalogs')
      await removeMarks(page)

      assert.match(await page.title(), / \| SMTP(-Verwaltung| administration)$/)
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1)
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme: 'light' })
        assert.deepEqual(await findings(page), [], `light, at a width of ${width}`)
        await page.emulateMedia({ colorScheme: 'dark' })
        assert.deepEqual(await findings(page, ['color-contrast']), [], `dark, ${width} wide`)
      }
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        assert.deepEqual(await scrolledSideways(page), [], `at a width of ${width}`)
        assert.deepEqual(await smallTargets(page), [], `at a width of ${width}`)
      }
      await spaceText(page)
      // German words are longer: with more space a table may scroll in its region.
      const isGerman = (await page.locator('html').getAttribute('lang')) === 'de'
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        const wide = await scrolledSideways(page, isGerman ? 'html' : undefined)
        assert.deepEqual(wide, [], `spaced text, ${width} wide`)
        assert.deepEqual(await cutOff(page), [], `spaced text, ${width} wide`)
      }
      assert.deepEqual([...policies], [POLICY])
      assert.isEmpty(violations)
    })
  }

  test('a text that is not in the message catalogs is found', async ({ assert, cleanup }) => {
    await useHostMessages(MARKED)
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

/** The content security policies of the pages that are opened from now on. */
function watchPolicies(page: Page): Set<string | undefined> {
  const policies = new Set<string | undefined>()
  page.on('response', (response) => {
    const isRedirect = response.status() >= 300 && response.status() < 400
    if (response.request().isNavigationRequest() && !isRedirect) {
      policies.add(response.headers()['content-security-policy']?.replaceAll('; ', ';'))
    }
  })
  return policies
}
