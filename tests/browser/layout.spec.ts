import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { getActiveTest, test } from '@japa/runner'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import User from '#models/user'
import { findings, scrolledSideways } from '#tests/helpers/browser/accessibility'
import { createRows } from '#tests/helpers/states/state'
import { ADD, LIST } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { emptyTables } from '#tests/helpers/db/configs'
import {
  OwnViews,
  layoutSource,
  packagedView,
  useLayout,
  useLayoutSource,
} from '#tests/helpers/views/host_views'
import { snippets } from '#tests/helpers/docs/documentation'
import { createUser } from '#tests/helpers/db/users'

const [DOCUMENTED] = snippets('docs/theming.md', 'edge')

const LIGHT = 'rgb(255, 255, 255)'
const DARK = 'rgb(18, 24, 27)'

/** Elements and classes that our stylesheet has rules for, in the hands of the host. */
const HOST_PARTS = `
  <div class="page header content section">
    <h2>Title</h2><p class="message tone-error">Text <a href="/" class="button">link</a></p>
    <form class="field field-invalid submit-row"><fieldset><legend>Legend</legend>
      <label>Label <input type="text"><input type="checkbox"><button>Button</button></label>
    </fieldset></form>
    <table><thead><tr><th>Head</th></tr></thead>
      <tbody><tr class="is-active"><td data-label="Server">Cell</td></tr></tbody></table>
    <dl class="read-only audit"><dt>Term</dt><dd>Description</dd></dl>
    <ul class="messages field-errors"><li class="help">Item <code>code</code></li></ul>
    <details class="in-effect"><summary>Summary</summary><ol><li>Item</li></ol></details>
  </div>`

test.group('In the layout of the app', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })
  group.each.setup(async () => {
    await createRows()
    return async () => {
      await emptyTables()
      await User.query().delete()
    }
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

  test('the section has its looks, and the rest of the page keeps its own', async ({ assert }) => {
    useLayoutSource(layoutSource({ body: HOST_PARTS }))
    const page = await openPage()
    await page.goto(LIST)

    const styled = await looks(page)
    await page.locator('.smtp-admin > link').evaluate((link) => {
      link.setAttribute('media', 'not all')
    })
    const plain = await looks(page)

    assert.isAbove(styled.host.length, 30)
    assert.deepEqual(styled.host, plain.host)
    assert.notDeepEqual(styled.section, plain.section)
  })

  for (const { what, use } of [
    { what: 'that the documentation shows', use: () => useLayoutSource(DOCUMENTED) },
    { what: 'of an app with a stylesheet', use: () => useLayout('components/layout') },
  ]) {
    test(`${what}, a page is for everybody, wide and narrow, light and dark`, async ({
      assert,
    }) => {
      const page = await openPage()
      use()

      for (const path of [LIST, ADD]) {
        await page.goto(path)
        if (path === ADD) {
          await page.getByRole('button', { name: 'Save', exact: true }).click()
          await page.getByRole('alert').waitFor()
        }
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          for (const width of [1280, 390]) {
            await page.setViewportSize({ width, height: 800 })
            assert.deepEqual(await scrolledSideways(page), [], `${path}, ${width}`)
            assert.deepEqual(await findings(page), [], `${path}, ${colorScheme}, ${width}`)
          }
        }
      }
    })
  }

  test('a table has cards for rows where the layout leaves it too little room', async ({
    assert,
  }) => {
    const page = await openPage({ viewport: { width: 1280, height: 800 }, bypassCSP: true })
    const displayOfRow = () => styleOf(page, 'tbody tr', 'display')

    useLayoutSource(layoutSource())
    await page.goto(LIST)
    assert.equal(await displayOfRow(), 'table-row')

    useLayoutSource(layoutSource({ head: '<style>main { width: 50rem }</style>' }))
    await page.goto(LIST)
    assert.equal(await displayOfRow(), 'block')
  })

  test('the section is dark where the page says that it is, whoever reads it', async ({
    assert,
  }) => {
    const page = await openPage({ colorScheme: 'dark', bypassCSP: true })
    const heads = {
      '': LIGHT,
      '<meta name="color-scheme" content="light dark" />': DARK,
      '<style>:root { color-scheme: dark }</style>': DARK,
      '<style>.smtp-admin { color-scheme: dark; }</style>': DARK,
    }

    for (const [head, colour] of Object.entries(heads)) {
      useLayoutSource(layoutSource({ head }))
      await page.goto(LIST)
      assert.equal(await backgroundOf(page, '.smtp-admin'), colour, head)
    }
  })

  test('the colours are those that the app sets, wherever its stylesheet stands', async ({
    assert,
  }) => {
    const page = await openPage({ bypassCSP: true })
    const [css] = snippets('docs/theming.md', 'css')
    const style = `<style>${css}</style>`

    for (const place of [{ head: style }, { body: style }]) {
      useLayoutSource(layoutSource(place))
      await page.goto(LIST)
      assert.equal(await backgroundOf(page, '.button-primary'), 'rgb(107, 47, 160)')
    }
  })

  test('a page of ours has those of a stylesheet that the app adds to it', async ({ assert }) => {
    const own = new OwnViews()
    const style = '<style>.smtp-admin { --header: #6b2fa0; }</style>'
    own.write('partials/stylesheet', `${style}\n${packagedView('partials/stylesheet')}`)
    const page = await openPage({ bypassCSP: true })

    await page.goto(LIST)

    assert.equal(await backgroundOf(page, '.header'), 'rgb(107, 47, 160)')
  })

  test('every colour that the documentation names is one', async ({ assert }) => {
    useLayoutSource(layoutSource())
    const page = await openPage()
    await page.goto(LIST)
    const names = documentedProperties()

    const unknown = await page.locator('.smtp-admin').evaluate((section, all) => {
      const style = section.ownerDocument.defaultView!.getComputedStyle(section)
      return all.filter((name) => style.getPropertyValue(name) === '')
    }, names)

    assert.isAbove(names.length, 15)
    assert.deepEqual(unknown, [])
  })
})

/** The properties that the documentation's table names. */
function documentedProperties(): string[] {
  const rows = readFileSync(app.makePath('docs/theming.md'), 'utf8').match(/^\| `--.*?\|/gm)!
  return rows.flatMap((row) => row.match(/--[\w-]+/g)!)
}

function backgroundOf(page: Page, selector: string) {
  return styleOf(page, selector, 'background-color')
}

function styleOf(page: Page, selector: string, property: string): Promise<string> {
  const first = page.locator(selector).first()
  return first.evaluate((element, name) => {
    return element.ownerDocument.defaultView!.getComputedStyle(element).getPropertyValue(name)
  }, property)
}

/** The computed style of every element, by the part of the page that it is in. */
async function looks(page: Page) {
  const all = await page.locator('html, html *').evaluateAll((elements) => {
    // A page is as high as what is in it.
    const sizes = /^(height|block-size|perspective-origin|transform-origin)$/
    return elements.map((element) => {
      const style = element.ownerDocument.defaultView!.getComputedStyle(element)
      const declared = Array.from<string>(style)
        .filter((name) => !sizes.test(name))
        .map((name) => `${name}: ${style.getPropertyValue(name)}`)
      return {
        ours: element.closest('.smtp-admin') !== null,
        look: `${element.tagName}.${element.className} ${declared.join('; ')}`,
      }
    })
  })
  const those = (ours: boolean) => all.filter((it) => it.ours === ours).map(({ look }) => look)
  return { host: those(false), section: those(true) }
}
