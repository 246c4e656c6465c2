import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import User from '#models/user'
import { LIST } from '#tests/helpers/html/admin_pages'
import { launchBrowser, signIn } from '#tests/helpers/browser/browsing'
import { createConfig, emptyTables } from '#tests/helpers/db/configs'
import { RunningApp } from '#tests/helpers/process/running_app'
import { createUser } from '#tests/helpers/db/users'

/** What a trace of calls looks like, and where the app lies. */
const INSIDES = /\bat \S+ \(|node_modules|\.(ts|js|edge):\d+|\/app\/smtp_admin\//

test.group('In production', (group) => {
  group.each.setup(() => async () => {
    await emptyTables()
    await User.query().delete()
  })

  test('what fails is answered in the look of the section, without a trace of the calls', async ({
    assert,
    cleanup,
  }) => {
    const { id } = await createConfig({ name: 'Relay', isActive: true })
    const { email } = await createUser()
    const app = await RunningApp.start({ NODE_ENV: 'production' })
    const browser = await launchBrowser()
    cleanup(() => browser.close())
    const page = await browser.newPage({ baseURL: app.url.replace('127.0.0.1', 'localhost') })
    await signIn(page, email)
    await db.rawQuery('alter table smtp_history rename column config_id to moved')
    cleanup(async () => {
      await db.rawQuery('alter table smtp_history rename column moved to config_id')
    })

    const failed = await page.goto(`${LIST}/${id}/history`)
    const text = await page.locator('body').innerText()

    assert.equal(failed!.status(), 500)
    assert.match(await page.title(), /^Something went wrong \| SMTP administration$/)
    assert.include(text, 'Details are in the application log (request ID')
    assert.notMatch(await page.content(), INSIDES)
    assert.equal((await page.goto(LIST))!.status(), 200)
    assert.notInclude(await page.locator('body').innerText(), 'Development')
  })
})
