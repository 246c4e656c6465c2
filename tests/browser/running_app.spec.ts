import { getActiveTest, test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import User, { type Role } from '#models/user'
import { SmtpConfig, SmtpTestRun } from '#smtp_admin'
import { ADD, HOME, LIST, pagePath, storedRows } from '#tests/helpers/html/admin_pages'
import { bannerText, expireForms, launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { KNOWN_SECRET, createConfig, emptyTables } from '#tests/helpers/db/configs'
import { ScriptedServer, echoesLogin } from '#tests/helpers/smtp/scripted_server'
import { RunningApp } from '#tests/helpers/process/running_app'
import { SecretSearch } from '#tests/helpers/secrets'
import { activateServer } from '#tests/helpers/smtp/stored_servers'
import { createUser } from '#tests/helpers/db/users'
import router from '@adonisjs/core/services/router'

/** Every page of the plugin that can be opened, with these in the place of `:id`. */
function openedPaths(config: SmtpConfig, run: SmtpTestRun): string[] {
  return pathsOf('GET').map((path) => {
    return path.replace(':id', path.includes('/tests/') ? String(run.id) : config.id)
  })
}

/** Every address of the plugin that takes a form, with this in the place of `:id`. */
function postedPaths(config: SmtpConfig): string[] {
  return pathsOf('POST').map((path) => path.replace(':id', config.id))
}

function pathsOf(method: string): string[] {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ name, methods }) => name?.startsWith('smtp_admin.') && methods.includes(method))
    .map(({ pattern }) => pattern)
    .filter((pattern) => !/[*]|:version/.test(pattern))
}

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

/** What a browser keeps of a cookie, in bytes: the rest is gone, or all of it. */
const MOST_OF_A_COOKIE = 4096

test.group('An app as an operator runs it', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })
  group.each.setup(() => async () => {
    await emptyTables()
    await User.query().delete()
  })

  async function openPage(app: RunningApp, role: Role = 'administrator') {
    const { email } = await createUser(role)
    const context = await browser.newContext({ baseURL: app.url })
    getActiveTest()!.cleanup(() => context.close())
    const page = await context.newPage()
    await signIn(page, email)
    return page
  }

  test('shows who may only look no password anywhere, nor the log, and does nothing for them', async ({
    assert,
  }) => {
    const server = await ScriptedServer.start(echoesLogin)
    const config = await activateServer(server, { name: 'Relay', ...LOGIN })
    const app = await RunningApp.start({ LOG_LEVEL: 'trace' })
    const administrator = await openPage(app)
    await administrator.goto(LIST)
    await administrator.getByRole('button', { name: 'Test Relay' }).click()
    await administrator.getByRole('heading', { name: 'Authentication failed' }).waitFor()
    const run = await SmtpTestRun.firstOrFail()
    const [{ password: ciphertext, ...before }] = await storedRows()

    const viewer = await openPage(app, 'viewer')
    const search = new SecretSearch(LOGIN)
    for (const path of openedPaths(config, run)) {
      const response = await viewer.request.get(path)
      const html = await response.text()
      search.in(path, html)
      assert.notInclude(html, ciphertext, path)
      assert.oneOf(response.status(), [200, 403], path)
    }
    await viewer.goto(LIST)
    const token = await viewer.locator('input[name=_csrf]').first().inputValue()
    const { connections } = server
    const refused = postedPaths(config).filter((path) => !path.endsWith('/preferences/theme'))
    for (const path of refused) {
      const form = { _csrf: token, action: 'delete', ids: config.id, name: 'Mine' }
      const response = await viewer.request.post(path, { form })
      search.in(`POST ${path}`, await response.text())
      assert.equal(response.status(), 403, path)
    }

    search.in('the log', app.output)
    assert.isAbove(search.places.length, 20)
    assert.isEmpty(search.found)
    assert.equal(server.connections, connections)
    assert.deepEqual(await storedRows(), [{ ...before, password: ciphertext }])
  })

  test('goes on with another APP_KEY, and says which passwords are to be entered again', async ({
    assert,
  }) => {
    const server = await ScriptedServer.start()
    const config = await activateServer(server, { name: 'Relay', ...LOGIN })
    await createConfig({ name: 'Without login' })
    const run = await SmtpTestRun.create({
      ...{ configId: config.id, configName: 'Relay', scope: 'site', host: server.host },
      ...{ port: server.port, encryption: 'none', revision: 1, verdict: 'passed', ms: 1 },
      ...{ transcript: '', source: 'admin' },
      report: { stages: [], advice: null, emailAuth: [], tls: null },
    })
    const app = await RunningApp.start({ APP_KEY: 'another-key-for-tests-only-9876543210' })
    const page = await openPage(app)

    for (const path of openedPaths(config, run)) {
      const response = await page.request.get(path)
      assert.equal(response.status(), 200, path)
    }
    await page.goto(HOME)
    await page.getByText('“Relay” is active, but its password cannot be decrypted').waitFor()
    await page.goto(LIST)
    assert.include(
      await page.getByRole('row', { name: /Relay/ }).innerText(),
      'Password unreadable'
    )
    assert.notInclude(
      await page.getByRole('row', { name: /Without login/ }).innerText(),
      'Password unreadable'
    )
    await page.getByRole('button', { name: 'Test Relay' }).click()
    await page.getByRole('heading', { name: 'Invalid settings' }).waitFor()
    assert.equal(server.connections, 0)

    await page.goto(pagePath(config, 'change'))
    await page.getByLabel('New password').fill('entered again')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('“Relay” was changed.').waitFor()
    assert.notInclude(await page.getByRole('row', { name: /Relay/ }).innerText(), 'decrypted')
    assert.include(await bannerText(page), 'Relay')
  })

  test('cuts nothing off where sessions are cookies, however long names, mistakes and answers are', async ({
    assert,
  }) => {
    const name = '文'.repeat(100)
    const talkative = '220-' + 'An answer that goes on and on. '.repeat(15)
    const server = await ScriptedServer.start({
      greeting: `${`${talkative}\r\n`.repeat(40)}220 ready`,
      MAIL: `550 5.7.1 ${'x'.repeat(900)}`,
    })
    const app = await RunningApp.start({ SESSION_DRIVER: 'cookie' })
    const page = await openPage(app)
    const sizes = watchCookies(page)

    await page.goto(ADD)
    await page.getByRole('textbox', { name: /^Name/ }).fill(name)
    await page.getByRole('textbox', { name: /^Host/ }).fill('a b')
    await page.getByText('Timeout, certificate check').click()
    await page.getByLabel('Notes').fill('Ж'.repeat(500))
    await press(page, 'Save')
    await page.getByRole('alert').waitFor()
    assert.equal(await page.getByLabel('Notes').inputValue(), 'Ж'.repeat(500))

    await page.getByRole('textbox', { name: /^Host/ }).fill(server.host)
    await page.getByRole('textbox', { name: /^Port/ }).fill(String(server.port))
    await page.getByLabel('None', { exact: true }).check()
    await page.getByLabel('From email').fill('app@example.com')
    await expireForms(page)
    await press(page, 'Save')
    await page.getByText('This page had expired').waitFor()
    await press(page, 'Save')
    await page.getByText(`“${name}” was added.`).waitFor()

    await page.getByRole('button', { name: `Test ${name}` }).click()
    await page.getByText('x'.repeat(200)).first().waitFor()
    await page.goto(LIST)
    await page.getByRole('button', { name: `Activate ${name}` }).click()
    await page.getByText(`“${name}” was activated.`).waitFor()
    await page.goto(`${LIST}?q=${'z'.repeat(200)}&${'y'.repeat(300)}=1`)
    await page.goto(LIST)
    assert.include(await bannerText(page), name)

    const config = await SmtpConfig.findByOrFail('name', name)
    assert.equal(config.notes, 'Ж'.repeat(500))
    assert.isAbove(sizes.length, 5)
    assert.isBelow(Math.max(...sizes), MOST_OF_A_COOKIE)
  })
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** How long the cookies are that the browser is given from now on, in bytes. */
function watchCookies(page: Page): number[] {
  const sizes: number[] = []
  page.on('response', async (response) => {
    for (const { name, value } of await response.headersArray()) {
      if (name.toLowerCase() === 'set-cookie') {
        sizes.push(Buffer.byteLength(value.split(';')[0]))
      }
    }
  })
  return sizes
}
