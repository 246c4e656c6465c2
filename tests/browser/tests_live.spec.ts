import type { Socket } from 'node:net'
import { getActiveTest, test } from '@japa/runner'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import User from '#models/user'
import { SmtpConfig, SmtpTestRun } from '#smtp_admin'
import { ADD, LIST, RUNS, pagePath } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn, watchPolicy } from '#tests/helpers/browser/browsing'
import { emptyTables } from '#tests/helpers/db/configs'
import { eventually } from '#tests/helpers/timing'
import { ScriptedServer, silence } from '#tests/helpers/smtp/scripted_server'
import { usePolicy } from '#tests/helpers/html/shield'
import { SmtpServer } from '#tests/helpers/smtp/smtp_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { startAfresh } from '#tests/helpers/html/test_pages'
import { createUser } from '#tests/helpers/db/users'

/** A reply that is given when the test says so. */
function held() {
  const asked = Promise.withResolvers<Socket>()
  return {
    reply: (socket: Socket) => asked.resolve(socket),
    async give(text: string) {
      const socket = await asked.promise
      socket.write(`${text}\r\n`)
    },
  }
}

async function fillIn(page: Page, server: { host: string; port: number }) {
  await page.getByRole('textbox', { name: /^Name/ }).fill('Relay')
  await page.getByRole('textbox', { name: /^Host/ }).fill(server.host)
  await page.getByRole('textbox', { name: /^Port/ }).fill(String(server.port))
  await page.getByLabel('None', { exact: true }).check()
  await page.getByLabel('From email').fill('app@example.com')
}

async function isKeptAsCancelled() {
  const run = await SmtpTestRun.first()
  return run?.verdict === 'cancelled'
}

/** The step of this name, as it is shown. */
function step(page: Page, title: string) {
  return page.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) })
}

test.group('A test with JavaScript', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })
  group.each.setup(async () => {
    const restore = await startAfresh()
    return async () => {
      restore()
      await emptyTables()
      await User.query().delete()
    }
  })

  async function openPage(path: string, options: BrowserContextOptions = {}) {
    const { email } = await createUser()
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const context = await browser.newContext({ baseURL, ...options })
    getActiveTest()!.cleanup(() => context.close())
    const page = await context.newPage()
    await signIn(page, email)
    await page.goto(path)
    return page
  }

  const begin = (page: Page) => page.getByRole('button', { name: 'Test these settings' }).click()

  test('shows each step as it ends, says it, and leaves the form as it is', async ({ assert }) => {
    const [greeting, hello, recipient] = [held(), held(), held()]
    const server = await ScriptedServer.start({
      greeting: greeting.reply,
      EHLO: hello.reply,
      RCPT: recipient.reply,
    })
    const page = await openPage(ADD)
    const violations = watchPolicy(page)
    await fillIn(page, server)
    await begin(page)

    await step(page, 'Connection').getByText('Passed').waitFor()
    await step(page, 'Greeting').getByText('In progress').waitFor()
    assert.equal(await page.getByRole('heading', { name: 'Test passed' }).count(), 0)
    await greeting.give('220 slow.example ESMTP')
    await step(page, 'Greeting').getByText('Server response: slow.example ESMTP').waitFor()
    await step(page, 'EHLO').getByText('In progress').waitFor()
    await hello.give('250 slow.example')
    await step(page, 'Sender').getByText('Passed').waitFor()
    await step(page, 'Recipient').getByText('In progress').waitFor()
    await recipient.give('250 OK')
    await page.getByRole('heading', { name: 'Test passed' }).waitFor()

    const said = await page.getByRole('log').locator('p').allInnerTexts()
    assert.equal(said[0], 'Test started')
    assert.equal(said.at(-1), 'Test passed')
    assert.lengthOf(
      said.filter((text) => text.startsWith('Greeting: Passed')),
      1
    )
    assert.equal(await page.getByRole('textbox', { name: /^Name/ }).inputValue(), 'Relay')
    assert.isTrue(await page.getByLabel('None', { exact: true }).isChecked())
    assert.equal(new URL(page.url()).pathname, ADD)
    assert.isFalse(await page.getByRole('button', { name: 'Cancel test' }).isVisible())

    await page.getByRole('link', { name: 'View full test' }).click()
    await page.getByRole('heading', { name: 'Test passed', level: 1 }).waitFor()
    assert.isEmpty(await SmtpConfig.all())
    assert.isEmpty(violations)
  })

  test('is cancelled by its button: the server is let go at once, and the rest is not reached', async ({
    assert,
  }) => {
    const server = await ScriptedServer.start({ greeting: silence })
    const page = await openPage(ADD)
    await fillIn(page, server)
    await begin(page)
    await step(page, 'Greeting').getByText('In progress').waitFor()

    await page.getByRole('button', { name: 'Cancel test' }).click()
    await server.allGone()
    await page.getByRole('heading', { name: 'Cancelled' }).waitFor()

    assert.equal(await step(page, 'Greeting').getByText('Cancelled').count(), 1)
    assert.equal(await page.getByText('In progress').count(), 0)
    await eventually(isKeptAsCancelled, 'the test is kept as cancelled')
    server.script = {}
    await begin(page)
    await page.getByRole('heading', { name: 'Test passed' }).waitFor()
  })

  test('ends when the page is left', async () => {
    const server = await ScriptedServer.start({ greeting: silence })
    const page = await openPage(ADD)
    await fillIn(page, server)
    await begin(page)
    await step(page, 'Greeting').getByText('In progress').waitFor()

    await page.goto(LIST)

    await server.allGone()
    await eventually(isKeptAsCancelled, 'the test is kept as cancelled')
  })

  test('of a stored configuration is shown on the list, and then leads to its page', async ({
    assert,
  }) => {
    const greeting = held()
    const server = await ScriptedServer.start({ greeting: greeting.reply })
    const config = await storeServer(server, { name: 'Relay' })
    const page = await openPage(LIST)

    await page.getByRole('button', { name: 'Test Relay' }).click()
    await page.getByRole('heading', { name: 'Test for Relay' }).waitFor()
    await step(page, 'Greeting').getByText('In progress').waitFor()
    await greeting.give('220 slow.example ESMTP')
    await page.getByRole('heading', { name: 'Test passed', level: 1 }).waitFor()

    const run = await SmtpTestRun.firstOrFail()
    assert.equal(new URL(page.url()).pathname, `${RUNS}/${run.id}`)
    assert.equal(run.configId, config.id)
    await page.goto(LIST)
    await page.getByRole('link', { name: 'Working', exact: true }).waitFor()
  })

  test('that was refused says why, also at the fields, until the next one', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const page = await openPage(ADD)
    await fillIn(page, server)
    await page.getByRole('textbox', { name: /^Name/ }).fill('')
    await page.getByLabel('Send a test email to').fill('nobody')
    await begin(page)
    await page.getByRole('heading', { name: 'Test not started' }).waitFor()

    const name = page.getByRole('textbox', { name: /^Name/ })
    assert.equal(await name.getAttribute('aria-invalid'), 'true')
    assert.match((await name.getAttribute('aria-describedby')) ?? '', /^error-name help-name$/)
    assert.match(await page.locator('#error-test_to').innerText(), /^Enter a valid email/)
    await page.getByRole('link', { name: /^Enter a name/ }).click()
    assert.isTrue(await name.evaluate((it) => it === it.ownerDocument.activeElement))
    assert.equal(server.connections, 0)

    await name.fill('Relay')
    await page.getByLabel('Send a test email to').fill('')
    await begin(page)
    await page.getByRole('heading', { name: 'Test passed' }).waitFor()
    assert.isNull(await name.getAttribute('aria-invalid'))
    assert.equal(await name.getAttribute('aria-describedby'), 'help-name')
    assert.equal(await page.locator('.field-errors').count(), 0)
  })

  test('with a stored password for another server connects nowhere and asks for it', async ({
    assert,
  }) => {
    const [server, other] = [await ScriptedServer.start(), await ScriptedServer.start()]
    const config = await storeServer(server, { username: 'mailer', password: 'secret' })
    const page = await openPage(pagePath(config, 'change'))
    await page.getByRole('textbox', { name: /^Port/ }).fill(String(other.port))
    await begin(page)

    await page.getByRole('heading', { name: 'Test not started' }).waitFor()
    await page.getByRole('link', { name: 'Enter the password again' }).click()

    const field = page.getByLabel('New password', { exact: true })
    assert.isTrue(await field.evaluate((it) => it === it.ownerDocument.activeElement))
    assert.isTrue(await page.getByLabel('Change the').isChecked())
    assert.deepEqual([server.connections, other.connections], [0, 0])
  })

  test('that failed shows the advice, whose values can be taken over where one stands', async ({
    assert,
  }) => {
    const server = await SmtpServer.start({ encryption: 'tls' })
    const page = await openPage(ADD)
    await fillIn(page, server)
    await page.getByText('Timeout, certificate check').click()
    await page.getByLabel('Do not verify').check()
    await begin(page)
    await page.getByRole('heading', { name: /failed|rejected|No valid/ }).waitFor()

    await page.getByRole('link', { name: /^Use .*SSL\/TLS/ }).click()

    assert.isTrue(await page.getByLabel('SSL/TLS').isChecked())
    assert.equal(await page.getByRole('textbox', { name: /^Name/ }).inputValue(), 'Relay')
    await begin(page)
    await page.getByRole('heading', { name: 'Test passed' }).waitFor()
  })

  test('is told of whatever came instead of an answer', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const page = await openPage(ADD)
    await fillIn(page, server)
    await page.context().clearCookies()
    await begin(page)

    await page.getByRole('heading', { name: 'Test not started' }).waitFor()
    assert.equal(server.connections, 0)
    assert.match(
      await page.locator('[data-test-problems]').innerText(),
      /signed out|has expired|status 4\d\d/
    )
    await page.route('**/add/test', (route) => route.abort())
    await begin(page)
    await page.getByText('The connection was lost.').first().waitFor()
  })

  test('is made without being shown where the policy of the app lets no script ask', async () => {
    await usePolicy({
      defaultSrc: ["'none'"],
      styleSrc: ['@nonce'],
      scriptSrc: ['@nonce'],
      formAction: ["'self'"],
    })
    const server = await ScriptedServer.start()
    const page = await openPage(ADD)
    await fillIn(page, server)
    await begin(page)

    await page.getByText('Result for the settings below').waitFor()
  })

  test('does nothing more when its button is pressed again and again', async ({ assert }) => {
    const greeting = held()
    const server = await ScriptedServer.start({ greeting: greeting.reply })
    const page = await openPage(ADD)
    await fillIn(page, server)
    await begin(page)
    await step(page, 'Greeting').getByText('In progress').waitFor()
    for (let count = 0; count < 3; count++) {
      await page.getByRole('button', { name: 'Test these settings' }).click({ force: true })
    }
    await greeting.give('220 slow.example')
    await page.getByRole('heading', { name: 'Test passed' }).waitFor()

    assert.equal(server.connections, 1)
  })

  test('shows what a server says as text', async ({ assert }) => {
    const markup = '<img src=x onerror=alert(1)>'
    const server = await ScriptedServer.start({ greeting: `220 ${markup}`, MAIL: `550 ${markup}` })
    const page = await openPage(ADD, { bypassCSP: true })
    await fillIn(page, server)
    await begin(page)
    await page.getByRole('heading', { name: /failed|rejected|No valid/ }).waitFor()

    assert.include(await step(page, 'Greeting').innerText(), markup)
    assert.include(await step(page, 'Sender').innerText(), markup)
    assert.equal(await page.locator('img').count(), 0)
  })

  test('is started, followed and cancelled with the keyboard alone', async ({ assert }) => {
    const server = await ScriptedServer.start({ greeting: silence })
    const page = await openPage(ADD)
    await fillIn(page, server)
    const focused = () => page.locator(':focus').innerText()

    await page.getByLabel('Send a test email to').focus()
    await page.keyboard.press('Enter')
    await step(page, 'Greeting').getByText('In progress').waitFor()
    await page.keyboard.press('Tab')
    assert.equal(await focused(), 'Check a DKIM key')
    await page.keyboard.press('Tab')
    assert.equal(await focused(), 'Test these settings')
    await page.keyboard.press('Tab')
    assert.equal(await focused(), 'Cancel test')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Cancelled' }).waitFor()

    assert.match(await focused(), /Cancelled$/)
    assert.isEmpty(await SmtpConfig.all())
  })

  test('copies what was said', async ({ assert }) => {
    const config = await storeServer(await ScriptedServer.start({ greeting: '220 copy.example' }))
    const page = await openPage(LIST, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: `Test ${config.name}` }).click()
    await page.getByRole('heading', { name: 'Test passed', level: 1 }).waitFor()

    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('status').getByText('Copied').waitFor()

    const run = await SmtpTestRun.firstOrFail()
    const copied = () => page.evaluate<string>('navigator.clipboard.readText()')
    await eventually(async () => (await copied()) === run.transcript, 'the transcript is copied')
    assert.include(run.transcript, 'S: 220 copy.example')
  })
})
