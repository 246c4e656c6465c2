import { getActiveTest, test } from '@japa/runner'
import type { Browser, Dialog, Page } from 'playwright'
import User from '#models/user'
import { SmtpConfig } from '#smtp_admin'
import { ADD, LIST, pagePath } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { createConfig, createConfigWithLogin, emptyTables } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'

const field = (page: Page, name: string) => page.locator(`input[name=${name}]`)

test.group('The form in a browser', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })
  group.each.setup(() => async () => {
    await emptyTables()
    await User.query().delete()
  })

  async function open(path: string, options: { javaScriptEnabled?: boolean } = {}) {
    const { email } = await createUser()
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const context = await browser.newContext({ baseURL, ...options })
    getActiveTest()!.cleanup(() => context.close())
    const page = await context.newPage()
    await signIn(page, email)
    await page.goto(path)
    return page
  }

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

    test(`a provider and its region are filled in, and the username is next, ${how}`, async ({
      assert,
    }) => {
      const page = await open(`${ADD}?from_email=shop@example.com`, { javaScriptEnabled })

      await page.getByRole('link', { name: 'Amazon SES', exact: true }).click()
      await page.getByRole('link', { name: 'Europe (Ireland)' }).click()
      await page.locator('.provider[aria-current]', { hasText: 'Ireland' }).waitFor()

      assert.equal(await field(page, 'host').inputValue(), 'email-smtp.eu-west-1.amazonaws.com')
      assert.equal(await field(page, 'port').inputValue(), '587')
      assert.equal(await field(page, 'from_email').inputValue(), 'shop@example.com')
      assert.isTrue(await isFocused(page, 'username'))
      assert.deepEqual(await page.locator('.provider[aria-current=true]').allInnerTexts(), [
        'Amazon SES',
        'Europe (Ireland)',
      ])
      assert.isTrue(
        await page.getByText('Verify your From email or domain in this region').isVisible()
      )
      assert.isTrue(await page.getByText('Amazon SES: ').first().isVisible())
    })

    test(`an empty list is left by adding a server, saved and edited again, ${how}`, async ({
      assert,
    }) => {
      const page = await open(ADD, { javaScriptEnabled })
      await page.getByRole('link', { name: 'SendGrid' }).click()
      await field(page, 'name').fill('Newsletters')
      await field(page, 'password').fill('SG.key')
      await page.getByRole('button', { name: 'Save and continue editing' }).click()
      await page.getByText('“Newsletters” was added.').waitFor()

      const config = await SmtpConfig.findByOrFail('name', 'Newsletters')
      assert.deepEqual(
        [config.host, config.port, config.username, config.password?.release()],
        ['smtp.sendgrid.net', 587, 'apikey', 'SG.key']
      )
      assert.equal(new URL(page.url()).pathname, pagePath(config, 'change'))
    })

    test(`the field for a new password is there once it is wanted, ${how}`, async ({ assert }) => {
      const config = await createConfigWithLogin()
      const page = await open(pagePath(config, 'change'), { javaScriptEnabled })

      assert.isFalse(await page.getByLabel('New password').isVisible())
      await page.getByLabel('Change the').check()
      assert.isTrue(await page.getByLabel('New password').isVisible())
      await page.getByLabel('Remove the').check()
      assert.isFalse(await page.getByLabel('New password').isVisible())
    })
  }

  test('a provider chosen on the way loses nothing that was typed, and can be undone', async ({
    assert,
  }) => {
    const page = await open(ADD)
    const filled = page.locator('[data-filled]')
    await field(page, 'name').fill('Shop')
    await field(page, 'host').fill('mail.example.com')
    await field(page, 'port').fill('2525')
    await field(page, 'notes').evaluate((input: { value: string }) => {
      input.value = 'Ask before.'
    })

    await page.getByRole('link', { name: 'SendGrid' }).click()
    assert.equal(await field(page, 'name').inputValue(), 'Shop')
    assert.equal(await field(page, 'notes').inputValue(), 'Ask before.')
    assert.equal(await field(page, 'username').inputValue(), 'apikey')
    assert.match(await filled.innerText(), /^SendGrid settings filled in\./)
    assert.equal(await filled.getAttribute('role'), 'status')

    await page.getByRole('link', { name: 'Gmail' }).click()
    assert.equal(await field(page, 'username').inputValue(), '')
    await field(page, 'username').fill('shop@gmail.com')
    await page.getByRole('link', { name: 'Brevo' }).click()
    assert.equal(await field(page, 'username').inputValue(), 'shop@gmail.com')

    await page.getByRole('button', { name: 'Undo' }).click()
    assert.equal(await field(page, 'host').inputValue(), 'smtp.gmail.com')
    assert.deepEqual(await page.locator('.provider[aria-current=true]').allInnerTexts(), ['Gmail'])
    assert.equal(await filled.innerText(), 'Your previous values are back.')
  })

  test('a server of one’s own keeps its host, which is next', async ({ assert }) => {
    const page = await open(ADD)
    await field(page, 'host').fill('mail.example.com')

    await page.getByRole('link', { name: /^Other server \(SSL/ }).click()

    assert.equal(await field(page, 'host').inputValue(), 'mail.example.com')
    assert.equal(await field(page, 'port').inputValue(), '465')
    assert.isTrue(await page.getByLabel('SSL/TLS').isChecked())
    assert.isTrue(await isFocused(page, 'host'))
  })

  test('a usual port follows the encryption, and says so; another one stays', async ({
    assert,
  }) => {
    const page = await open(ADD)
    const note = page.locator('[data-port-note]')
    const port = () => field(page, 'port').inputValue()

    await page.getByLabel('SSL/TLS').check()
    assert.equal(await port(), '465')
    assert.match(await note.innerText(), /^Port set to 465/)
    assert.equal(await note.getAttribute('role'), 'status')
    await page.getByLabel('None', { exact: true }).check()
    assert.equal(await port(), '25')

    await field(page, 'port').fill('2525')
    assert.equal(await note.innerText(), '')
    await page.getByLabel('STARTTLS', { exact: true }).check()
    assert.equal(await port(), '2525')
    assert.equal(await note.innerText(), '')
  })

  test('the encryption follows a port that tells which, unless somebody has chosen it', async ({
    assert,
  }) => {
    const page = await open(ADD)
    const note = page.locator('[data-port-note]')
    const typePort = async (port: string) => {
      await field(page, 'port').fill(port)
      await field(page, 'port').press('Tab')
    }

    await typePort('465')
    assert.isTrue(await page.getByLabel('SSL/TLS').isChecked())
    assert.match(await note.innerText(), /^Encryption set to SSL\/TLS, .+ port 465/)
    await typePort('587')
    assert.isTrue(await page.getByLabel('STARTTLS', { exact: true }).isChecked())
    await typePort('2525')
    assert.isTrue(await page.getByLabel('STARTTLS', { exact: true }).isChecked())

    await page.getByLabel('None', { exact: true }).check()
    await typePort('465')
    assert.isTrue(await page.getByLabel('None', { exact: true }).isChecked())
    assert.equal(await note.innerText(), '')
  })

  test('what is typed as a password can be shown, and is sent as one', async ({ assert }) => {
    const page = await open(ADD)
    const show = page.getByRole('button', { name: 'Show password' })
    const type = () => field(page, 'password').getAttribute('type')
    await field(page, 'password').fill('s3cret')

    await show.click()
    assert.equal(await type(), 'text')
    assert.equal(await show.getAttribute('aria-pressed'), 'true')
    await show.click()
    assert.equal(await type(), 'password')

    await show.click()
    await page.locator('[data-config-form]').evaluate((form) => {
      form.addEventListener('submit', (event: { preventDefault(): void }) => event.preventDefault())
    })
    await field(page, 'name').press('Enter')
    assert.equal(await type(), 'password')
  })

  test('leaving with unsaved changes asks, and staying keeps them', async ({ assert }) => {
    const config = await createConfig()
    const page = await open(pagePath(config, 'change'))
    const asked = answer(page, 'dismiss')
    const unsaved = page.getByText('You have unsaved changes')

    assert.isFalse(await unsaved.isVisible())
    await field(page, 'name').click()
    await page.keyboard.type('!')
    assert.isTrue(await unsaved.isVisible())
    await page.getByRole('link', { name: 'Cancel' }).click()

    assert.deepEqual(asked, ['beforeunload'])
    assert.match(await field(page, 'name').inputValue(), /!/)
    await field(page, 'name').fill(config.name)
    assert.isFalse(await unsaved.isVisible())
  })

  test('nobody is asked who has changed nothing, saves, or only looks at a test', async ({
    assert,
  }) => {
    const config = await createConfigWithLogin()
    const page = await open(pagePath(config, 'change'))
    const asked = answer(page, 'accept')
    await page.getByLabel('Send a test email to').click()
    await page.keyboard.type('you@example.com')
    assert.isFalse(await page.getByText('You have unsaved changes').isVisible())
    await page.getByRole('link', { name: 'Cancel' }).click()
    await page.waitForURL(`**${LIST}`)

    await page.goto(pagePath(config, 'change'))
    await field(page, 'name').click()
    await page.keyboard.type('!')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.waitForURL(`**${LIST}`)

    assert.isEmpty(asked)
  })

  test('what came back with a mistake is unsaved from the start', async ({ assert }) => {
    const page = await open(ADD)
    await field(page, 'name').click()
    await page.keyboard.type('Shop')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    const asked = answer(page, 'accept')

    assert.isTrue(await page.getByText('You have unsaved changes').isVisible())
    await page.getByRole('link', { name: 'Cancel' }).click()
    await page.waitForURL(`**${LIST}`)

    assert.deepEqual(asked, ['beforeunload'])
  })

  test('a second click while the answer is on its way sends nothing', async ({ assert }) => {
    const page = await open(ADD)
    const posts: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') {
        posts.push(request.url())
      }
    })
    await field(page, 'name').fill('Shop')
    await field(page, 'host').fill('mail.example.com')

    await page.getByRole('button', { name: 'Save', exact: true }).dblclick()
    await page.getByText('“Shop” was added.').waitFor()

    assert.lengthOf(posts, 1)
    assert.lengthOf(await SmtpConfig.all(), 1)
  })
})

function isFocused(page: Page, name: string): Promise<boolean> {
  return field(page, name).evaluate((input) => input === input.ownerDocument.activeElement)
}

/** Answers whatever the browser asks from now on, and tells what it was. */
function answer(page: Page, how: 'accept' | 'dismiss'): string[] {
  const asked: string[] = []
  page.on('dialog', (dialog: Dialog) => {
    asked.push(dialog.type())
    return dialog[how]()
  })
  return asked
}
