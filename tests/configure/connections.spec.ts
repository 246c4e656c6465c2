import { test } from '@japa/runner'
import { HostFiles } from '../helpers/host/files.js'
import { packageWithTables } from '../helpers/host/files_package.js'

const FOLDER = 'database/other_migrations'

const DATABASE_CONFIG = `export default {
  connection: 'main',
  connections: {
    main: { migrations: { paths: ['database/migrations'] } },
    other: { migrations: { paths: ['${FOLDER}'] } },
  },
}
`

/** An app that has the tables on its other connection, with the migration moved to its folder. */
async function withOtherConnection() {
  const host = await HostFiles.withMail()
  await host.write('config/database.ts', DATABASE_CONFIG)
  await host.configure()
  const [name] = await host.list('database/migrations')
  await host.write(`${FOLDER}/${name}`, await host.read(`database/migrations/${name}`))
  await host.remove('database/migrations')
  await host.edit(
    'config/smtp_admin.ts',
    'defineConfig({',
    "defineConfig({\n  connection: 'other',"
  )
  return { host, name }
}

test.group('The migrations of an app with several connections', () => {
  test('are not published again when they have been moved to the folder of one', async ({
    assert,
  }) => {
    const { host, name } = await withOtherConnection()

    const { stdout } = await host.configure()

    assert.deepEqual(await host.list('database'), [`other_migrations/${name}`])
    assert.notInclude(stdout, 'migration:run')
  })

  test('are published beside the latest, with the command that runs them there', async ({
    assert,
  }) => {
    const { host, name } = await withOtherConnection()
    await host.write('node_modules/adonis-smtp-admin/index.js', packageWithTables(9))

    const { stdout } = await host.configure()

    const [first, second, ...others] = await host.list('database')
    assert.equal(first, `other_migrations/${name}`)
    assert.match(second, /^other_migrations\/\d{13}_upgrade_smtp_admin_tables_to_9\.ts$/)
    assert.isEmpty(others)
    assert.include(stdout, 'node ace migration:run --connection=other')
  })
})
