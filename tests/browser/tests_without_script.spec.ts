import type { Socket } from 'node:net'
import { getActiveTest, test } from '@japa/runner'
import type { Browser } from 'playwright'
import User from '#models/user'
import { SmtpConfig, SmtpTestRun } from '#smtp_admin'
import { ADD, LIST } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn, watchPolicy } from '#tests/helpers/browser/browsing'
import { emptyTables } from '#tests/helpers/db/configs'
import { ScriptedServer, silence } from '#tests/helpers/smtp/scripted_server'
import { SmtpServer } from '#tests/helpers/smtp/smtp_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { startAfresh } from '#tests/helpers/html/test_pages'
import { createUser } from '#tests/helpers/db/users'

test.group('A test without JavaScript', (group) => {
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

  async function openPage(path: string) {
    const { email } = await createUser()
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
    getActiveTest()!.cleanup(() => context.close())
    const page = await context.newPage()
    await signIn(page, email)
    await page.goto(path)
    return page
  }

  test('is made of what was typed, corrected by one click, saved, tested, made active and deleted', async ({
    assert,
  }) => {
    const server = await SmtpServer.start({ encryption: 'tls' })
    const page = await openPage(ADD)
    const violations = watchPolicy(page)
    await page.getByRole('textbox', { name: /^Name/ }).fill('Relay')
    await page.getByRole('textbox', { name: /^Host/ }).fill('localhost')
    await page.getByRole('textbox', { name: /^Port/ }).fill(String(server.port))
    await page.getByLabel('None', { exact: true }).check()
    await page.getByLabel('From email').fill('app@example.com')
    await page.getByText('Timeout, certificate check').click()
    await page.getByLabel('Notes').fill('Ask Ada')

    await page.getByRole('button', { name: 'Test these settings' }).click()
    const result = page.getByRole('heading', { name: /failed|rejected|No valid/ })
    await result.waitFor()
    assert.isTrue(await result.evaluate((it) => it === it.ownerDocument.activeElement))
    assert.isFalse(await page.getByRole('button', { name: 'Cancel test' }).isVisible())
    await page.getByRole('link', { name: /^Use .*SSL\/TLS/ }).click()

    await page.getByText('Prefilled from a test').waitFor()
    assert.isTrue(await page.getByLabel('SSL/TLS').isChecked())
    assert.equal(await page.getByLabel('Notes').inputValue(), 'Ask Ada')
    await page.getByLabel('Do not verify').check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Test Relay' }).click()
    await page.getByRole('heading', { name: 'Test passed', level: 1 }).waitFor()
    assert.isFalse(await page.getByRole('button', { name: 'Copy' }).isVisible())
    await page.getByRole('button', { name: 'Activate' }).click()
    await page.getByText('Mail is now sent through it.').waitFor()

    const active = await SmtpConfig.getActive()
    assert.equal(active?.name, 'Relay')
    assert.lengthOf(await SmtpTestRun.all(), 2)

    await page.goto(LIST)
    await page.getByRole('link', { name: 'Relay', exact: true }).click()
    await page.getByRole('link', { name: 'Delete', exact: true }).click()
    await page.getByRole('button', { name: 'Yes, delete' }).click()
    await page.getByText('“Relay” was deleted.').waitFor()
    assert.isEmpty(await SmtpConfig.all())
    assert.isEmpty(violations)
  })

  test('has one effect when its button is clicked twice', async ({ assert }) => {
    const waiting: Socket[] = []
    const server = await ScriptedServer.start({ greeting: (socket) => waiting.push(socket) })
    await storeServer(server, { name: 'Relay' })
    const page = await openPage(LIST)

    await page.getByRole('button', { name: 'Test Relay' }).dblclick()
    await server.until(() => server.connections > 0, 'a test connects')
    waiting.forEach((socket) => socket.write('220 slow.example\r\n'))
    await page.getByRole('heading', { name: 'Test passed' }).waitFor()

    assert.lengthOf(await SmtpTestRun.all(), 1)
    assert.equal(server.connections, 1)
  })

  test('takes no longer than the timeout of the configuration and a second', async ({ assert }) => {
    const server = await ScriptedServer.start({ greeting: silence })
    await storeServer(server, { name: 'Relay', timeout: 1 })
    const page = await openPage(LIST)

    const begun = performance.now()
    await page.getByRole('button', { name: 'Test Relay' }).click()
    await page.getByRole('heading', { name: 'No valid greeting' }).waitFor()

    assert.isBelow(performance.now() - begun, 3500)
    const { ms } = await SmtpTestRun.firstOrFail()
    assert.isBelow(ms, 2000)
  })
})
