import { test } from '@japa/runner'
import { SCHEMA_VERSION } from '../../app/smtp_admin/models/schema/version.js'
import { HostFiles } from '../helpers/host/files.js'
import { packageWithTables } from '../helpers/host/files_package.js'

const LATER = SCHEMA_VERSION + 5

/** Makes an imagined version of the package the installed one. */
function installVersion(host: HostFiles, tables: number) {
  return host.write('node_modules/adonis-smtp-admin/index.js', packageWithTables(tables))
}

test.group('The migrations that configure publishes', () => {
  test('lead from the version that the published ones reach to that of the package', async ({
    assert,
  }) => {
    const host = await HostFiles.withMail()
    await host.configure()
    const [first] = await host.list('database/migrations')

    await installVersion(host, LATER)
    const { stdout } = await host.configure()
    const [, second, ...others] = await host.list('database/migrations')

    assert.match(second, new RegExp(`^\\d{13}_upgrade_smtp_admin_tables_to_${LATER}\\.ts$`))
    assert.isAbove(Number.parseInt(second), Number.parseInt(first))
    assert.isEmpty(others)
    const text = await host.read(`database/migrations/${second}`)
    assert.include(text, `upgrade({ from: ${SCHEMA_VERSION}, to: ${LATER} })`)
    assert.include(text, `downgrade({ from: ${LATER}, to: ${SCHEMA_VERSION} })`)
    assert.include(stdout, 'Update the tables: node ace migration:run')
  })

  test('are none when that version is reached, in however many steps', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()
    await installVersion(host, LATER)
    await host.configure()
    await installVersion(host, LATER + 1)
    await host.configure()
    const before = await host.all()

    await host.configure()

    assert.lengthOf(await host.list('database/migrations'), 3)
    assert.deepEqual(await host.all(), before)
  })

  test('are found by what they call, whatever they are named and however they are formatted', async ({
    assert,
  }) => {
    const host = await HostFiles.withMail()
    await host.write(
      'database/migrations/mail/1_mine.ts',
      `up() { new SmtpAdminTables( this )
        .upgrade({
          to: ${SCHEMA_VERSION},
          from: 0,
        }) }`
    )
    await host.write('database/migrations/2_other.ts', 'new OtherTables(this).upgrade({ to: 9 })')

    const { stdout } = await host.configure()

    assert.lengthOf(await host.list('database/migrations'), 2)
    assert.notInclude(stdout, 'migration:run')
  })

  test('go where the app keeps its migrations', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.edit(
      'adonisrc.ts',
      'commands: [',
      "directories: { migrations: 'schema' },\n  commands: ["
    )

    await host.configure()

    assert.lengthOf(await host.list('schema'), 1)
    assert.isFalse(host.has('database'))
  })

  test('are none in an app that returned to an earlier version of the package', async ({
    assert,
  }) => {
    const host = await HostFiles.withMail()
    await installVersion(host, LATER)
    await host.configure()
    await installVersion(host, SCHEMA_VERSION)

    await host.configure()

    assert.lengthOf(await host.list('database/migrations'), 1)
  })
})
