import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launchBrowser } from '../helpers/browser/browsing.js'
import {
  HostServer,
  addActiveServer,
  openPage,
  signIn,
  whoChanged,
} from '../helpers/host/server.js'
import {
  OWNER,
  configuredShop,
  deployedShop,
  finish,
  oneCommandShop,
  shop,
  shopCopy,
} from '../helpers/host/install.js'
import { readme, upgrading } from '../helpers/host/readme.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'

const LOGIN = { username: 'mailer@shop.example', password: 'brings the mail' }

/** Commands of README that are no business of another app, and the line that runs each. */
const ELSEWHERE = [
  { command: 'npm ci', file: '.ci/run', line: '\nnpm ci\n' },
  { command: 'npm test', file: '.ci/run', line: ' npm test' },
  { command: 'npm run demo', file: 'package.json', line: '"demo": "node scripts/demo.ts"' },
  {
    command: 'npm run demo',
    file: 'tests/helpers/process/running_app.ts',
    line: "['scripts/demo.ts']",
  },
]

/** Without what is different in every app: its key, and when a migration was published. */
function comparable(contents: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(contents).map(([path, text]) => [
      path.replace(/\d{13}_/, ''),
      text.replace(/^APP_KEY=.*$/m, 'APP_KEY='),
    ])
  )
}

test.group('README.md, followed by a stranger', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })

  test('the one command does what the first two do', async ({ assert }) => {
    const [two, one] = [await configuredShop(), await oneCommandShop()]
    assert.deepEqual(comparable(one.contents), comparable(two.contents))
  })

  test('an app is configured once, and a second time changes no byte', async ({ assert }) => {
    const app = await shop()
    const before = await app.contents()
    await app.run(readme.command('node ace configure adonis-smtp-admin'))
    assert.deepEqual(await app.contents(), before)
  })

  test('neither the app nor what it gets of the package has a type error', async ({ assert }) => {
    const app = await shop()
    const tsc = 'node node_modules/typescript/bin/tsc --noEmit --skipLibCheck false'
    const { output } = await app.tryRun(tsc)
    const faults = output.split('\n').filter((line) => line.includes('error TS'))
    const others = /^node_modules\/(?!adonis-smtp-admin\/)/
    assert.deepEqual(
      faults.filter((fault) => !others.test(fault)),
      []
    )
    assert.isNotEmpty(faults)
  })

  test('in production mail goes through the server that was added on the pages', async ({
    assert,
  }) => {
    const mailServer = await SmtpServer.start({ encryption: 'starttls', login: LOGIN })
    const app = await deployedShop()
    const server = await HostServer.startBuilt(app)
    const page = await openPage(browser, server.url)

    await signIn(page, OWNER)
    await page.goto('/admin/smtp')
    await addActiveServer(page, {
      name: 'Primary Mail Server',
      server: mailServer,
      encryption: 'STARTTLS',
      login: LOGIN,
      from: 'shop@shop.example',
    })
    await page.goto('/')
    await page.getByRole('button', { name: 'Order' }).click()
    const [order] = await mailServer.received(1)
    assert.equal(order.subject, 'Thank you for your order')
    assert.equal(order.text, 'It is on its way.')
    assert.equal(order.from.address, 'shop@shop.example')
    assert.deepEqual(order.to, [OWNER.email])
    assert.equal(order.user, LOGIN.username)
    assert.isTrue(order.isEncrypted)

    await page.getByRole('button', { name: 'Invoice' }).click()
    const [, invoice] = await mailServer.received(2)
    assert.equal(invoice.subject, 'Your invoice')

    for (const command of [
      'node ace smtp:validate',
      'node ace smtp:validate --test-email=you@example.com',
      'node ace smtp:activate "Primary Mail Server"',
      'node ace smtp:import-env',
      'node ace smtp:list',
    ]) {
      await app.run(readme.command(command))
    }
    await app.run('node ace smtp:activate "Imported from the environment"')
    await app.run(readme.command('node ace smtp:activate --previous'))
    const active = /^.*● yes.*$/m.exec(await app.run('node ace smtp:list'))
    assert.include(active?.[0], 'Primary Mail Server')
    const [, , testMail] = await mailServer.received(3)
    assert.deepEqual(testMail.to, ['you@example.com'])

    const [added] = await whoChanged(app)
    assert.deepEqual(added, { actorId: '1', actorLabel: OWNER.email })
  })

  test('code can do what the pages do', async ({ assert }) => {
    const app = await shopCopy('code')
    const code = readme.codeUnder('Usage')
    const [, promised] = /\) \/\/ (.*)\n$/.exec(code)!
    await app.write('snippet.ts', code)
    assert.include(await app.run('node ace snippet:run snippet.ts'), promised)
  })

  test('taken out as docs/upgrading.md says, it leaves an app that sends as before', async ({
    assert,
  }) => {
    const { app } = await oneCommandShop()
    await finish(app)
    const mailServer = await SmtpServer.start()
    await app.edit('.env', 'SMTP_HOST=localhost', `SMTP_HOST=${mailServer.host}`)
    await app.edit('.env', 'SMTP_PORT=1025', `SMTP_PORT=${mailServer.port}`)

    const [, mailer] = upgrading.codeFor('config/mail.ts').split('\n\n')
    await app.edit('config/mail.ts', 'smtp: databaseTransport()', mailer.trim())
    await app.edit('config/mail.ts', '{ defineConfig }', '{ defineConfig, transports }')
    for (const file of ['config/mail.ts', 'start/routes.ts', 'adonisrc.ts']) {
      const text = Object.entries(await app.contents()).find(([path]) => path === file)![1]
      await app.write(file, text.replace(/^.*(?:adonis-smtp-admin|smtpAdmin).*\n/gm, ''))
    }
    for (const path of Object.keys(await app.contents())) {
      if (path === 'config/smtp_admin.ts' || /migrations\/.*smtp_admin_tables/.test(path)) {
        await app.remove(path)
      }
    }
    const migration = 'database/migrations/drop_smtp_admin_tables.ts'
    await app.write(migration.replace('drop', `${Date.now()}_drop`), upgrading.codeFor(migration))
    await app.run(upgrading.command('node ace migration:run'))
    await app.run(upgrading.command('npm uninstall adonis-smtp-admin'))

    const server = await HostServer.startSources(app)
    const page = await openPage(browser, server.url)
    await signIn(page, OWNER)
    await page.getByRole('button', { name: 'Order' }).click()
    const [mail] = await mailServer.received(1)
    assert.equal(mail.subject, 'Thank you for your order')
    const response = await page.goto('/admin/smtp')
    assert.equal(response!.status(), 404)

    const contents = await app.contents()
    const mentioning = Object.keys(contents).filter((path) => /smtp.admin/.test(contents[path]))
    assert.isEmpty(mentioning.filter((path) => !path.startsWith('database/migrations/')))
    assert.notInclude(contents['database/schema.ts'], 'Smtp')
  })

  for (const { command, file, line } of ELSEWHERE) {
    test(`${command} is run by ${file}`, async ({ assert }) => {
      const text = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8')
      assert.include(text, line, readme.command(command))
    })
  }

  test('every command and every piece of code was run', ({ assert }) => {
    assert.deepEqual(readme.untaken(), [])
  })
})
