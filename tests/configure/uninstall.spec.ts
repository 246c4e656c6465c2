import { test } from '@japa/runner'
import { SCHEMA_VERSION } from '../../app/smtp_admin/models/schema/version.js'
import { HostFiles } from '../helpers/host/files.js'
import { mailConfig } from '../helpers/host/files_mail.js'

const MOUNT_IMPORT = "import smtpAdmin from 'adonis-smtp-admin/services/main'\n"
const MOUNT = 'smtpAdmin.registerRoutes((group) => group.use(middleware.auth()))\n'

/** What smtp:uninstall leaves as it is, and says so. */
const KEPT = ['.env', '.env.example', 'start/env.ts']

/** Stands for a terminal whose user types what the standard input says. */
const TERMINAL = `--import=data:text/javascript,${encodeURIComponent(
  'Object.assign(process.stdin, { isTTY: true, setRawMode() {} })'
)}`

/** An app that was configured, with the line for its routes added by hand. */
async function installed() {
  const host = await HostFiles.withMail()
  const before = await host.all()
  await host.configure()
  await host.edit('start/routes.ts', 'import router', `${MOUNT_IMPORT}import router`)
  await host.write('start/routes.ts', `${await host.read('start/routes.ts')}\n${MOUNT}`)
  return { host, before }
}

test.group('node ace smtp:uninstall', () => {
  test('puts everything back that configure and the mount line have changed', async ({
    assert,
  }) => {
    const { host, before } = await installed()

    const { exitCode, stdout } = await host.ace(['smtp:uninstall', '--yes'])

    assert.equal(exitCode, 0, stdout)
    const after = await host.all()
    const isCompared = (name: string) => !KEPT.includes(name) && name !== 'config/mail.ts'
    for (const name of Object.keys(before).filter(isCompared)) {
      assert.equal(after[name], before[name], name)
    }
    assert.isFalse(host.has('config/smtp_admin.ts'))
    assert.include(after['config/mail.ts'], 'smtp: transports.smtp({')
    assert.include(after['config/mail.ts'], "from '@adonisjs/mail'")
    assert.notInclude(after['config/mail.ts'], 'adonis-smtp-admin')
  })

  test('leaves nothing that imports the package', async ({ assert }) => {
    const { host } = await installed()

    const { stdout } = await host.ace(['smtp:uninstall', '--yes'])

    for (const [name, text] of Object.entries(await host.all())) {
      assert.notMatch(text, /['"]adonis-smtp-admin/, name)
    }
    assert.notInclude(stdout, 'still imports')
    assert.include(stdout, 'npm uninstall adonis-smtp-admin')
    assert.include(stdout, 'node ace migration:run')
  })

  test('leaves the environment alone, and says so', async ({ assert }) => {
    const { host } = await installed()
    const before = await host.all()

    const { stdout } = await host.ace(['smtp:uninstall', '--yes'])

    const after = await host.all()
    for (const name of KEPT) {
      assert.equal(after[name], before[name], name)
    }
    assert.include(stdout, 'Environment variables and their validation stay as they are')
  })

  test('shows what it would do, and does nothing where nobody can be asked', async ({ assert }) => {
    const { host } = await installed()
    const before = await host.all()

    const { exitCode, stdout, stderr } = await host.ace(['smtp:uninstall'])

    assert.equal(exitCode, 1)
    assert.include(stdout, '- delete config/smtp_admin.ts')
    assert.include(stdout, '- put transports.smtp back into config/mail.ts')
    assert.match(stdout, /- empty database\/migrations\/\d+_create_smtp_admin_tables\.ts/)
    assert.include(stderr, 'Nobody can be asked here. Run "node ace smtp:uninstall --yes"')
    assert.deepEqual(await host.all(), before)
  })

  test('asks, and does nothing without a yes', async ({ assert }) => {
    const { host } = await installed()
    const before = await host.all()

    const { stdout } = await host.ace(['smtp:uninstall'], [TERMINAL], 'n')

    assert.include(stdout, 'Go ahead?')
    assert.include(stdout, 'Nothing was changed')
    assert.deepEqual(await host.all(), before)
  })

  test('asks, and goes ahead with a yes', async ({ assert }) => {
    const { host } = await installed()

    const { exitCode } = await host.ace(['smtp:uninstall'], [TERMINAL], 'y')

    assert.equal(exitCode, 0)
    assert.isFalse(host.has('config/smtp_admin.ts'))
  })

  test('names what a person has to take out', async ({ assert }) => {
    const { host } = await installed()
    await host.write('app/services/billing.ts', "import { SmtpConfig } from 'adonis-smtp-admin'\n")
    await host.write('node_modules/other/index.ts', "import 'adonis-smtp-admin'\n")
    await host.write('.cache/other.ts', "import 'adonis-smtp-admin'\n")
    await host.write('resources/views/smtp_admin/pages/error.edge', 'Ours')
    await host.write(
      'start/routes.ts',
      `${MOUNT_IMPORT}router.group(() => smtpAdmin.registerRoutes()).prefix('intern')\n`
    )
    await host.edit('config/mail.ts', 'databaseTransport(),', 'wrapped(databaseTransport()),')

    const { stdout } = await host.ace(['smtp:uninstall', '--yes'])

    assert.include(
      stdout,
      'what still imports it: app/services/billing.ts, config/mail.ts, start/routes.ts'
    )
    assert.include(stdout, 'Put another mailer into config/mail.ts')
    assert.include(stdout, 'resources/views/smtp_admin')
    assert.isTrue(host.has('resources/views/smtp_admin/pages/error.edge'))
    assert.include(await host.read('start/routes.ts'), MOUNT_IMPORT)
  })

  test('keeps a migration that does more than was published', async ({ assert }) => {
    const { host } = await installed()
    const [name] = await host.list('database/migrations')
    const path = `database/migrations/${name}`
    await host.edit(path, '  async up() {', "  async up() {\n    this.schema.dropTable('mails')")
    const before = await host.read(path)

    const { stdout } = await host.ace(['smtp:uninstall', '--yes'])

    assert.equal(await host.read(path), before)
    assert.include(stdout, `what still imports it: ${path}`)
  })

  test('takes the smtp mailer out where there was none before, and says what to set', async ({
    assert,
  }) => {
    const host = await HostFiles.withMail()
    await host.write('config/mail.ts', mailConfig('ses: transports.ses({}),'))
    await host.write('.env', 'MAIL_MAILER=ses\n')
    const env = await host.read('start/env.ts')
    const without = env.replace(/^.*SMTP_(HOST|PORT).*\n/gm, '')
    await host.write('start/env.ts', without.replace("['smtp'] as", "['smtp', 'ses'] as"))
    const before = await host.read('config/mail.ts')
    await host.configure()
    await host.edit('.env', 'MAIL_MAILER=ses', 'MAIL_MAILER=smtp')

    const { stdout } = await host.ace(['smtp:uninstall', '--yes'])

    assert.equal(await host.read('config/mail.ts'), before)
    assert.include(stdout, '- take the smtp mailer out of config/mail.ts')
    assert.include(
      stdout,
      'Make another mailer the default, wherever the app runs: MAIL_MAILER=ses'
    )
    assert.include(stdout, "MAIL_MAILER: Env.schema.enum(['ses'] as const)")
    assert.notInclude(stdout, 'transports.smtp')
  })

  test('names the package manager that the app has', async ({ assert }) => {
    const { host } = await installed()
    await host.write('pnpm-lock.yaml', '')

    const { stdout } = await host.ace(['smtp:uninstall', '--yes'])

    assert.include(stdout, 'Remove the package: pnpm remove adonis-smtp-admin')
  })

  test('is refused where there is no adonisrc.ts, as in a build', async ({ assert }) => {
    const { host } = await installed()
    await host.write('adonisrc.js', await host.read('adonisrc.ts'))
    await host.remove('adonisrc.ts')
    const before = await host.all()

    for (const command of [
      ['smtp:uninstall', '--yes'],
      ['smtp:eject', '--all'],
      ['configure', 'adonis-smtp-admin'],
    ]) {
      const { exitCode, stdout, stderr } = await host.ace(command)

      assert.equal(exitCode, 1, stdout + stderr)
      assert.include(stderr, 'There is no adonisrc.ts here')
      assert.notInclude(stdout, 'left to do')
    }
    assert.deepEqual(await host.all(), before)
  })

  test('can be followed by an installation, which makes the tables anew', async ({ assert }) => {
    const { host } = await installed()
    await host.ace(['smtp:uninstall', '--yes'])

    await host.configure()

    const [created, dropped, again] = await host.list('database/migrations')
    assert.notInclude(await host.read(`database/migrations/${created}`), 'SmtpAdminTables')
    assert.match(dropped, /_drop_smtp_admin_tables/)
    assert.include(
      await host.read(`database/migrations/${again}`),
      `{ from: 0, to: ${SCHEMA_VERSION} }`
    )
    assert.include(await host.read('config/mail.ts'), 'smtp: databaseTransport()')
  })
})
