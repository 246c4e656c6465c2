import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launchBrowser } from '../helpers/browser/browsing.js'
import { HostServer, addServerAndOrder, openPage, signIn } from '../helpers/host/server.js'
import { OWNER, shopCopy } from '../helpers/host/install.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'

const SECOND = `
    mail: {
      client: 'better-sqlite3',
      connection: {
        filename: app.tmpPath('mail.sqlite3'),
      },
      useNullAsDefault: true,
      schemaGeneration: { enabled: false },
      migrations: {
        naturalSort: true,
        paths: ['database/mail_migrations'],
      },
    },`

const WHERE_THE_TABLES_ARE = `
import db from '@adonisjs/lucid/services/db'

const tables = await Promise.all(
  ['sqlite', 'mail'].map((name) => db.connection(name).getAllTables())
)
export default tables.map((names) => names.filter((it) => it.startsWith('smtp_')))
`

test.group('An app with several database connections', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })

  test('has the tables where its "connection" option says, and nowhere else', async ({
    assert,
  }) => {
    const app = await shopCopy('connections')
    await app.edit('config/database.ts', 'connections: {', `connections: {${SECOND}`)
    await app.edit(
      'config/smtp_admin.ts',
      'defineConfig({',
      "defineConfig({\n  connection: 'mail',"
    )
    for (const [path, text] of Object.entries(await app.contents())) {
      if (text.includes('new SmtpAdminTables(')) {
        await app.move(path, path.replace('migrations', 'mail_migrations'))
      }
    }
    await app.remove('tmp')
    await app.write('tmp/.gitkeep', '')
    await app.run('node ace migration:run')
    await app.run('node ace migration:run --connection=mail')
    await app.run('node ace db:seed')

    const server = await HostServer.startSources(app)
    const page = await openPage(browser, server.url)
    await signIn(page, OWNER)
    const mail = await addServerAndOrder(page, '/admin/smtp', await SmtpServer.start())
    assert.equal(mail.from.address, 'relay@shop.example')
    assert.include(await app.run('node ace smtp:list'), 'Relay')

    const [first, second] = await app.ask<string[][]>(WHERE_THE_TABLES_ARE)
    assert.isEmpty(first)
    assert.includeMembers(second, ['smtp_configs', 'smtp_history'])
  })
})
