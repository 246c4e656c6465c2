import { test } from '@japa/runner'
import { SCHEMA_VERSION } from '../../app/smtp_admin/models/schema/version.js'
import { HostFiles } from '../helpers/host/files.js'

const MIGRATION = /^\d{13}_create_smtp_admin_tables\.ts$/

test.group('node ace configure adonis-smtp-admin', () => {
  test('sets an app up, and says what is left to do', async ({ assert }) => {
    const host = await HostFiles.withMail()

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 0, stdout)
    const rcFile = await host.read('adonisrc.ts')
    assert.include(rcFile, "() => import('adonis-smtp-admin/smtp_admin_provider')")
    assert.include(rcFile, "() => import('adonis-smtp-admin/commands')")
    assert.include(await host.read('config/mail.ts'), 'smtp: databaseTransport(),')
    assert.isTrue(host.has('config/smtp_admin.ts'))
    const migrations = await host.list('database/migrations')
    assert.match(migrations.join(), MIGRATION)

    assert.match(stdout, /Create the tables: node ace migration:run/)
    assert.include(stdout, "import smtpAdmin from 'adonis-smtp-admin/services/main'")
    assert.include(stdout, 'smtpAdmin.registerRoutes((group) => group.use(middleware.auth()))')
    assert.match(stdout, /who may use the pages with "authorize"/)
  })

  test('publishes a migration that makes the tables of this version', async ({ assert }) => {
    const host = await HostFiles.withMail()

    await host.configure()

    const [name] = await host.list('database/migrations')
    assert.equal(
      await host.read(`database/migrations/${name}`),
      `import { BaseSchema } from '@adonisjs/lucid/schema'
import { SmtpAdminTables } from 'adonis-smtp-admin'

export default class extends BaseSchema {
  async up() {
    new SmtpAdminTables(this).upgrade({ from: 0, to: ${SCHEMA_VERSION} })
  }

  async down() {
    new SmtpAdminTables(this).downgrade({ from: ${SCHEMA_VERSION}, to: 0 })
  }
}`
    )
  })

  test('changes no byte when it runs a second time', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()
    const before = await host.all()

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 0)
    assert.deepEqual(await host.all(), before)
    assert.notInclude(stdout, 'DONE:')
    assert.notInclude(stdout, 'migration:run')
  })

  test('leaves files alone that were formatted in another way since', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()
    for (const path of ['adonisrc.ts', 'start/env.ts', 'config/mail.ts', 'config/smtp_admin.ts']) {
      const text = await host.read(path)
      await host.write(path, `\n${text.replaceAll("'", '"').replaceAll(/\)\n/g, ');\r\n')}`)
    }
    const before = await host.all()

    await host.configure()

    assert.deepEqual(await host.all(), before)
  })

  test('does not publish a config over one that is there', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.write('config/smtp_admin.ts', '// our own\n')

    await host.configure()

    assert.equal(await host.read('config/smtp_admin.ts'), '// our own\n')
  })

  test('says nothing about "authorize" where it is given', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()
    await host.edit('config/smtp_admin.ts', '// authorize:', 'authorize:')
    await host.write('start/routes.ts', 'smtpAdmin.registerRoutes()\n')

    const { stdout } = await host.configure()

    assert.notInclude(stdout, 'authorize')
    assert.include(stdout, 'There is nothing left to do.')
  })

  test('says nothing about the pages where they are mounted', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.write('start/routes.ts', 'smtpAdmin\n  .registerRoutes()\n')

    const { stdout } = await host.configure()

    assert.notInclude(stdout, 'Mount the pages')
  })

  test('fails, and names the file, where a codemod cannot do its part', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.edit('start/env.ts', 'await Env.create', 'await createEnv')

    const { exitCode, stdout, stderr } = await host.configure()

    assert.equal(exitCode, 1)
    assert.match(stdout + stderr, /FAILED: +update start\/env\.ts file/)
    assert.match(stderr, /Some steps failed/)
  })
})
