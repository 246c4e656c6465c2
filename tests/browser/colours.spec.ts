import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import User from '#models/user'
import { LIST } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { createUser } from '#tests/helpers/db/users'

type Pair = [upper: string, lower: string, least: number]

/** What WCAG 2.2 asks for: 1.4.3 of text, 1.4.11 of borders, icons and the focus. */
const text = (upper: string, lower: string): Pair => [upper, lower, 4.5]
const shape = (upper: string, lower: string): Pair => [upper, lower, 3]

const TONES = ['good', 'plain', 'warning', 'error']

const PAIRS = [
  ...['text', 'muted', 'link', 'error', 'warning', 'danger'].map((it) => text(it, 'page')),
  ...['text', 'muted', 'link', 'danger'].map((it) => text(it, 'surface')),
  ...TONES.flatMap((tone) =>
    [tone, 'text', 'link', 'muted'].map((it) => text(it, `${tone}-surface`))
  ),
  text('header-text', 'header'),
  text('primary-text', 'primary'),
  text('danger-text', 'danger'),
  ...['control-line', 'focus', 'primary', ...TONES].map((it) => shape(it, 'page')),
  ...['control-line', 'focus'].map((it) => shape(it, 'surface')),
]

test.group('The colours', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return async () => {
      await browser.close()
      await User.query().delete()
    }
  })

  test('of the {$self} theme can be told apart')
    .with(['light', 'dark'] as const)
    .run(async ({ assert }, colorScheme) => {
      const { email } = await createUser()
      const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
      const page = await browser.newPage({ baseURL, colorScheme })
      await signIn(page, email)
      await page.goto(LIST)

      const names = [...new Set(PAIRS.flatMap(([upper, lower]) => [upper, lower]))]
      const colours = await coloursOf(page, names)
      const faint = PAIRS.filter(([upper, lower, least]) => {
        return contrast(colours[upper], colours[lower]) < least
      })

      assert.deepEqual(faint, [])
    })
})

type Colour = [red: number, green: number, blue: number]

/** The colours of the stylesheet by name, as the browser has them in this theme. */
async function coloursOf(page: Page, names: string[]): Promise<Record<string, Colour>> {
  const values = await page.locator('.smtp-admin').evaluate((section, all) => {
    const style = section.ownerDocument.defaultView!.getComputedStyle(section)
    return all.map((name) => {
      section.style.color = `var(--${name})`
      return [name, style.color]
    })
  }, names)
  return Object.fromEntries(values.map(([name, value]) => [name, parse(value)]))
}

function parse(value: string): Colour {
  const [, ...parts] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value)!
  return parts.map(Number) as Colour
}

/** The ratio of WCAG 2.2: from 1, the same, to 21, black on white. */
function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
