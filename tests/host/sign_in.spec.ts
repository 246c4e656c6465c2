import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launchBrowser } from '../helpers/browser/browsing.js'
import {
  HostServer,
  addServerAndOrder,
  openPage,
  signIn,
  whoChanged,
} from '../helpers/host/server.js'
import { CUSTOMER, OWNER, shopCopy } from '../helpers/host/install.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'

const VARIANT = new URL('variants/own_sign_in', import.meta.url)

/** What only an app with @adonisjs/auth has. */
const OF_AUTH = [
  'config/auth.ts',
  'app/models/user.ts',
  'app/middleware/auth_middleware.ts',
  'app/controllers/invoices_controller.ts',
  'database/migrations/1763000000000_create_users_table.ts',
  'database/seeders/user_seeder.ts',
]

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

test.group('An app that signs people in its own way', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })

  test('lets its members in who may, and history names them by their UUIDs', async ({ assert }) => {
    const app = await shopCopy('own_sign_in')
    await app.remove(...OF_AUTH)
    await app.edit('adonisrc.ts', "    () => import('@adonisjs/auth/auth_provider'),\n", '')
    await app.overlay(VARIANT)
    await app.run('node ace migration:fresh --seed')
    await app.run('node ace codegen')
    await app.run('node node_modules/typescript/bin/tsc --noEmit')

    const server = await HostServer.startSources(app)
    const stranger = await openPage(browser, server.url)
    await stranger.goto('/admin/smtp')
    assert.equal(stranger.url(), `${server.url}/login`)
    await signIn(stranger, CUSTOMER)
    const refused = await stranger.goto('/admin/smtp')
    assert.equal(refused!.status(), 403)

    const page = await openPage(browser, server.url)
    await signIn(page, OWNER)
    const mail = await addServerAndOrder(page, '/admin/smtp', await SmtpServer.start())
    assert.deepEqual(mail.to, [OWNER.email])

    const [added, activated] = await whoChanged(app)
    assert.deepEqual(added, activated)
    assert.equal(added.actorLabel, OWNER.email)
    assert.match(added.actorId, UUID)
  })
})
