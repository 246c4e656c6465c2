import { getActiveTest, test } from '@japa/runner'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import User from '#models/user'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import { findings, scrolledSideways } from '#tests/helpers/browser/accessibility'
import { LIST, pagePath, useActivation, useEnvironment } from '#tests/helpers/html/admin_pages'
import { bannerText, launchBrowser, signIn, watchPolicy } from '#tests/helpers/browser/browsing'
import { createConfig, emptyTables } from '#tests/helpers/db/configs'
import { layoutSource, useLayoutSource } from '#tests/helpers/views/host_views'
import { RunningApp } from '#tests/helpers/process/running_app'
import { ScriptedServer } from '#tests/helpers/smtp/scripted_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { createConfigIn } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'

const HERE = `http://${process.env.HOST}:${process.env.PORT}`

const LOOKS = [
  { where: 'on a page of its own', colorScheme: 'light' },
  { where: 'on a page of its own', colorScheme: 'dark' },
  { where: 'in the layout of an app', colorScheme: 'light' },
] as const

test.group('Switching in a browser', (group) => {
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
    const context = await browser.newContext({ baseURL: HERE, ...options })
    getActiveTest()!.cleanup(() => context.close())
    const page = await context.newPage()
    await signIn(page, email)
    return page
  }

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

    test(`goes back and forth by one click each, from a session in a cookie, ${how}`, async ({
      assert,
    }) => {
      await createConfig({ name: '文'.repeat(100), isActive: true })
      await createConfigIn('unreadable', {
        name: 'я'.repeat(100),
        host: `${'m'.repeat(60)}.example`,
      })
      const app = await RunningApp.start({ SMTP_HOST: 'smtp.environment.example' })
      const page = await openPage({ baseURL: app.url, javaScriptEnabled })
      const violations = watchPolicy(page)
      await page.goto(LIST)

      await page.getByRole('button', { name: /^Activate я/ }).click()
      const announced = page.getByRole('alert')
      assert.include(await announced.innerText(), 'cannot be decrypted')
      await page.getByRole('button', { name: /^Switch back to “文+…”$/ }).click()
      assert.include(await bannerText(page), '文')

      await page.getByRole('button', { name: /^Switch back to “я+…”$/ }).click()
      await page.getByRole('button', { name: /^Switch back to “文+…”$/ }).click()
      assert.include(await bannerText(page), '文')
      assert.isEmpty(violations)
    })

    test(`leads from the refusal through the test to the activation, ${how}`, async ({
      assert,
      cleanup,
    }) => {
      cleanup(useActivation('require-test'))
      const server = await ScriptedServer.start()
      const config = await storeServer(server, { name: 'Relay', fromEmail: 'app@example.com' })
      const page = await openPage({ javaScriptEnabled })
      await page.goto(LIST)

      await page.getByRole('button', { name: 'Activate Relay' }).click()
      await page.getByRole('button', { name: 'Test now' }).click()
      await page.getByRole('heading', { name: 'Test passed' }).waitFor()
      await page.getByRole('button', { name: 'Activate' }).click()

      const done = page.getByRole('region', { name: 'Messages' }).getByRole('status')
      assert.include(await done.innerText(), '“Relay” was activated. Mail is now sent through it.')
      const active = await SmtpConfig.getActive()
      assert.equal(active?.id, config.id)
    })

    test(`asks for a test or a reason where one is required, ${how}`, async ({
      assert,
      cleanup,
    }) => {
      cleanup(useActivation('require-test'))
      await createConfig({ name: 'Primary', isActive: true })
      const config = await createConfig({ name: 'Relay' })
      const page = await openPage({ javaScriptEnabled })
      await page.goto(LIST)

      await page.getByRole('button', { name: 'Activate Relay' }).click()
      const heading = page.getByRole('heading', { level: 1 })
      assert.equal(await heading.innerText(), 'Test this configuration first')
      await page.getByRole('button', { name: 'Activate anyway' }).click()
      const summary = page.getByRole('link', {
        name: 'Enter a reason. It is recorded in the history.',
      })
      await summary.click()
      await page.keyboard.type('The old one is down')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Switch back to “Primary”' }).waitFor()

      const active = await SmtpConfig.getActive()
      assert.equal(active?.id, config.id)
      const entry = await SmtpHistory.query().orderBy('id', 'desc').firstOrFail()
      assert.deepEqual(entry.changes.reason, [null, 'The old one is down'])
    })
  }

  test('is done with the keyboard: what was said comes first, then the way back', async ({
    assert,
  }) => {
    await createConfig({ name: 'First', isActive: true })
    await createConfig({ name: 'Second' })
    const page = await openPage()
    await page.goto(LIST)
    await page.getByRole('button', { name: 'Activate Second' }).focus()
    await page.keyboard.press('Enter')

    const messages = page.getByRole('region', { name: 'Messages' })
    await messages.waitFor()
    const wayBack = messages.getByRole('button', { name: 'Switch back to “First”' })
    await page.getByRole('button', { name: 'Test this server' }).focus()
    await page.keyboard.press('Tab')
    assert.equal(await focusedText(page), 'Test now')
    await page.keyboard.press('Tab')
    assert.equal(await focusedText(page), 'Switch back to “First”')
    assert.match((await describedBy(page)) ?? '', /“Second” was activated/)
    await page.keyboard.press('Enter')

    await messages.getByRole('button', { name: 'Switch back to “Second”' }).waitFor()
    assert.isFalse(await wayBack.isVisible())
    const active = await SmtpConfig.getActive()
    assert.equal(active?.name, 'First')
  })

  test('begins at what is missing, for who cannot see it', async ({ assert, cleanup }) => {
    cleanup(useActivation('require-test'))
    await createConfig({ name: 'Relay' })
    const page = await openPage()
    await page.goto(LIST)
    await page.getByRole('button', { name: 'Activate Relay' }).click()

    await page.getByRole('alert').waitFor()
    assert.match(await focusedText(page), /Not activated: this configuration has not been tested\./)
    await page.keyboard.press('Tab')
    assert.equal(await focusedText(page), 'Test now')
  })

  for (const { where, colorScheme } of LOOKS) {
    test(`is for everybody ${where}, ${colorScheme}, wide and narrow`, async ({
      assert,
      cleanup,
    }) => {
      cleanup(useActivation('require-test'))
      cleanup(await useEnvironment({ host: 'smtp.example.com' }))
      const page = await openPage({ colorScheme })
      if (where === 'in the layout of an app') {
        useLayoutSource(layoutSource())
      }

      for (const show of STATES) {
        await emptyTables()
        await show(page)
        for (const width of [1280, 390, 320]) {
          await page.setViewportSize({ width, height: 800 })
          assert.deepEqual(await findings(page), [], `${show.name} at ${width}`)
          assert.deepEqual(await scrolledSideways(page), [], `${show.name} at ${width}`)
        }
      }
    })
  }
})

const LONG = 'A server whose name goes on and on until nobody can remember what it was for at all'

/** What the pages show before and after a switch. */
const STATES = [
  async function refused(page: Page) {
    await createConfig({ name: LONG, isActive: true })
    await createConfigIn('stale', { name: 'Relay' })
    await page.goto(LIST)
    await page.getByRole('button', { name: 'Activate Relay' }).click()
    await page.getByRole('alert').waitFor()
  },
  async function refusedWithoutReason(page: Page) {
    const config = await createConfigIn('unreadable', { name: LONG })
    await page.goto(pagePath(config, 'activate'))
    await page.getByRole('button', { name: 'Activate anyway' }).click()
    await page.getByRole('alert').waitFor()
  },
  async function asked(page: Page) {
    const config = await createConfigIn('working', { name: LONG })
    await page.goto(pagePath(config, 'activate'))
  },
  async function switched(page: Page) {
    await createConfig({ name: LONG, isActive: true })
    const config = await createConfigIn('untested', { name: 'Relay' })
    await page.goto(pagePath(config, 'activate'))
    await page.getByRole('textbox', { name: 'Reason' }).fill('The old one is down')
    await page.getByRole('button', { name: 'Activate anyway' }).click()
    await page.getByRole('button', { name: 'Switch back to' }).waitFor()
  },
  async function wentBack(page: Page) {
    const config = await createConfigIn('working', { name: 'Relay' })
    await page.goto(pagePath(config, 'activate'))
    await page.getByRole('button', { name: 'Yes, activate' }).click()
    await page.getByRole('button', { name: 'Switch back to' }).click()
    await page.getByRole('button', { name: 'Switch back to “Relay”' }).waitFor()
  },
]

function focusedText(page: Page) {
  return page.locator(':focus').innerText()
}

function describedBy(page: Page) {
  return page.locator(':focus').evaluate((element) => {
    const id = element.getAttribute('aria-describedby')
    return id && element.ownerDocument.getElementById(id)?.textContent?.replace(/\s+/g, ' ')
  })
}
