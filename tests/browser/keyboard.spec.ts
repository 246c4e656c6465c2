import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import User from '#models/user'
import { SmtpConfig } from '#smtp_admin'
import { en } from '../../app/smtp_admin/i18n/format.js'
import { FEATURED, presetText } from '../../app/smtp_admin/diagnostics/presets/presets.js'
import { ADD, LIST, RUNS, pagePath } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { createConfig, createConfigWithLogin, emptyTables } from '#tests/helpers/db/configs'
import { recordTest } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'

const FORM = [
  'Name',
  'Active',
  ...FEATURED.map(({ name }) => presetText(en, name)),
  'Find settings by email address',
  'Host',
  'STARTTLS',
  'Port',
  'Username',
  'Password',
  'Show',
  'From email',
  'From name',
  'Reply-to email',
  'Timeout, certificate check, EHLO hostname and notes',
  'Send a test email to',
  'Check a DKIM key',
  'Test these settings',
  'Save',
  'Save and continue editing',
  'Save and add another',
  'Cancel',
]

/** What is read of an element of the page. */
interface Labelled {
  labels?: { firstChild: { textContent: string | null } | null }[] | null
  textContent: string | null
}

test.group('With the keyboard alone', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return async () => {
      await browser.close()
      await User.query().delete()
    }
  })
  group.each.setup(() => emptyTables)

  async function open(options: { javaScriptEnabled?: boolean } = {}) {
    const { email } = await createUser()
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const page = await browser.newPage({ baseURL, ...options })
    await signIn(page, email)
    return page
  }

  test('the first stop leads past everything that is on every page', async ({ assert }) => {
    const page = await open()
    await page.goto(LIST)

    await page.keyboard.press('Tab')
    assert.equal(await focused(page), 'Skip to main content')
    assert.isTrue(await isInView(page))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')

    assert.equal(await focused(page), 'Add your first configuration')
  })

  test('the stops follow the page, and each can be seen', async ({ assert }) => {
    const page = await open()
    await page.goto(ADD)
    await page.locator('#content').focus()

    const stops: string[] = []
    while (stops.length < FORM.length) {
      await page.keyboard.press('Tab')
      stops.push(await focused(page))
      assert.isTrue(await isInView(page), `${stops.at(-1)} is in view`)
      assert.isTrue(await isOutlined(page), `${stops.at(-1)} is outlined`)
    }

    assert.deepEqual(stops, FORM)
  })

  test('a configuration is added, made active, changed and deleted', async ({ assert }) => {
    const page = await open()
    const press = (key: string) => page.keyboard.press(key)
    const tabTo = async (name: string) => {
      for (let stops = 0; stops < 40; stops++) {
        await press('Tab')
        if ((await focused(page)) === name) {
          return
        }
      }
      throw new Error(`There is no way to "${name}" by Tab`)
    }
    const enter = async (field: string, text: string) => {
      await tabTo(field)
      await page.keyboard.type(text)
    }
    await page.goto(LIST)

    await tabTo('Add your first configuration')
    await press('Enter')
    await page.getByRole('heading', { name: 'Add SMTP configuration' }).waitFor()
    assert.equal(await focused(page), 'Name')
    await page.keyboard.type('Relay')
    await enter('Host', 'mail.example.com')
    await tabTo('STARTTLS')
    await press('ArrowDown')
    assert.equal(await focused(page), 'SSL/TLS')
    await press('Enter')
    await page.getByText('“Relay” was added.').waitFor()

    await tabTo('Activate Relay')
    await press('Space')
    await page.getByText('Mail is now sent through it.').waitFor()
    const active = await SmtpConfig.getActive()
    assert.deepEqual([active?.name, active?.encryption], ['Relay', 'tls'])

    await tabTo('Relay')
    await press('Enter')
    await page.getByRole('heading', { name: 'Change SMTP configuration' }).waitFor()
    await tabTo('Active')
    await press('Space')
    await tabTo('Save')
    await press('Enter')
    await page.getByText('“Relay” was changed and deactivated.').waitFor()

    await tabTo('Relay')
    await press('Enter')
    await page.getByRole('heading', { name: 'Change SMTP configuration' }).waitFor()
    await tabTo('Delete')
    await press('Enter')
    await page.getByRole('heading', { name: 'Delete this configuration?' }).waitFor()
    await tabTo('Yes, delete')
    await press('Enter')
    await page.getByText('“Relay” was deleted.').waitFor()
    assert.isEmpty(await SmtpConfig.all())
  })

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

    test(`a mistake takes the focus to the summary, and from there to the field, ${how}`, async ({
      assert,
    }) => {
      const page = await open({ javaScriptEnabled })
      await page.goto(ADD)
      await page.getByRole('textbox', { name: /^Name/ }).fill('Relay')
      await page.getByRole('textbox', { name: /^Host/ }).press('Enter')
      await page.getByRole('alert').waitFor()

      assert.match(await page.title(), /^Error: /)
      assert.match(await focused(page), /^Please correct the error below\./)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      assert.equal(await focused(page), 'Host')
      assert.equal(await page.getByRole('textbox', { name: /^Name/ }).inputValue(), 'Relay')
    })
  }

  test('a password that has to be entered again has its field at hand', async ({ assert }) => {
    const page = await open()
    const config = await createConfigWithLogin()
    await page.goto(pagePath(config, 'change'))
    await page.getByLabel('SSL/TLS').check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('alert').waitFor()

    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')

    assert.equal(await focused(page), 'New password')
    assert.isTrue(await page.getByLabel('Change the').isChecked())
  })

  test('a page that asks something, or says how a test went, begins at its heading', async ({
    assert,
  }) => {
    const page = await open({ javaScriptEnabled: false })
    const config = await createConfig()
    const { id } = await recordTest(config)
    const headings = {
      [pagePath(config, 'delete')]: 'Delete this configuration?',
      [pagePath(config, 'activate')]: 'Activate this configuration?',
      [`${RUNS}/${id}`]: '✓ Test passed',
    }

    for (const [path, heading] of Object.entries(headings)) {
      await page.goto(path)
      assert.equal(await focused(page), heading)
      assert.equal(await page.locator('h1:focus').count(), 1)
    }
  })

  test('the way back from a deletion needs no script', async ({ assert }) => {
    const page = await open({ javaScriptEnabled: false })
    const config = await createConfig()
    await page.goto(pagePath(config, 'delete'))

    await page.getByRole('link', { name: 'Cancel' }).click()

    assert.equal(new URL(page.url()).pathname, pagePath(config, 'change'))
    assert.isNotNull(await SmtpConfig.find(config.id))
  })
})

/** What has the focus; the body when nothing has. */
function focusedElement(page: Page) {
  return page.locator('body, :focus').last()
}

/** The name of what has the focus, as a screen reader would begin to say it. */
function focused(page: Page): Promise<string> {
  return focusedElement(page).evaluate((element: Labelled) => {
    const label = element.labels?.[0]?.firstChild?.textContent ?? element.textContent ?? ''
    return label.replace(/\s+/g, ' ').trim()
  })
}

function isInView(page: Page): Promise<boolean> {
  return focusedElement(page).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= element.ownerDocument.defaultView!.innerHeight
  })
}

function isOutlined(page: Page): Promise<boolean> {
  return focusedElement(page).evaluate((element) => {
    const style = element.ownerDocument.defaultView!.getComputedStyle(element)
    return style.outlineStyle === 'solid' && Number.parseFloat(style.outlineWidth) >= 2
  })
}
