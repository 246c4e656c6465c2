import { userInfo } from 'node:os'
import { test } from '@japa/runner'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import { DATABASE_AWAY, runAce, runCommand } from '../helpers/process/ace.js'
import {
  KNOWN_SECRET,
  createConfig,
  createConfigWithLogin,
  emptyTables,
} from '../helpers/db/configs.js'

const ENVIRONMENT = {
  SMTP_HOST: 'mail.hanna.co.zw',
  SMTP_PORT: '587',
  SMTP_USE_TLS: 'true',
  SMTP_USERNAME: 'installations@hanna.co.zw',
  SMTP_PASSWORD: KNOWN_SECRET,
  SMTP_TIMEOUT: '15',
  MAIL_FROM_ADDRESS: 'installations@hanna.co.zw',
}

test.group('smtp:list', (group) => {
  group.each.setup(emptyTables)

  test('shows every configuration and which is active', async ({ assert }) => {
    await createConfig({ name: 'Backup' })
    await createConfig({ name: 'Primary', isActive: true })
    const { exitCode, stdout } = await runCommand(['smtp:list'])
    assert.equal(exitCode, 0)
    assert.match(stdout, /○ no .*Backup .*mail\.example\.com:587 .*starttls .*site/)
    assert.match(stdout, /● yes .*Primary/)
  })

  test('says so when there is none', async ({ assert }) => {
    const { stdout } = await runCommand(['smtp:list'])
    assert.include(stdout, 'There are no SMTP configurations in the database.')
  })

  test('prints JSON without passwords', async ({ assert }) => {
    const { id } = await createConfigWithLogin()
    const { stdout } = await runCommand(['smtp:list', '--json'])
    const [listed] = JSON.parse(stdout)
    assert.containSubset(listed, { id, has_password: true })
    assert.notProperty(listed, 'password')
  })
})

test.group('smtp:activate', (group) => {
  group.each.setup(emptyTables)

  test('makes a configuration active and signs the history', async ({ assert }) => {
    const first = await createConfig({ name: 'First', isActive: true })
    await createConfig({ name: 'Second' })
    const { exitCode, stdout } = await runCommand(['smtp:activate', 'Second'])
    assert.equal(exitCode, 0)
    assert.include(stdout, 'Second - mail.example.com:587 (Active)')
    const active = await SmtpConfig.getActive()
    assert.equal(active?.name, 'Second')
    await first.refresh()
    assert.isFalse(first.isActive)
    const entry = await SmtpHistory.query().where('action', 'activated').firstOrFail()
    assert.deepEqual([entry.source, entry.actorLabel], ['command', userInfo().username])
  })

  test('takes a name in whatever case', async ({ assert }) => {
    await createConfig({ name: 'Backup' })
    const { exitCode } = await runCommand(['smtp:activate', 'BACKUP'])
    assert.equal(exitCode, 0)
  })

  test('takes the configuration of an account with --account', async ({ assert }) => {
    await createConfig({ name: 'Own', scope: 'account:7' })
    const asSite = await runCommand(['smtp:activate', 'Own'])
    assert.equal(asSite.exitCode, 1)
    const asAccount = await runCommand(['smtp:activate', 'Own', '--account=7'])
    assert.equal(asAccount.exitCode, 0)
    const active = await SmtpConfig.getActive('account:7')
    assert.equal(active?.name, 'Own')
  })

  test('says that there is no configuration of a name, and exits with 1', async ({ assert }) => {
    const { exitCode, stderr } = await runCommand(['smtp:activate', 'Nope'])
    assert.equal(exitCode, 1)
    assert.include(stderr, 'There is no SMTP configuration named "Nope"')
  })
})

test.group('smtp:import-env', (group) => {
  group.each.setup(emptyTables)

  test('creates an inactive configuration and shows what it took', async ({ assert }) => {
    const { exitCode, stdout, stderr } = await runAce(['smtp:import-env'], ENVIRONMENT)
    assert.equal(exitCode, 0)
    for (const shown of [/Server .*mail\.hanna\.co\.zw:587/, /Password .*\(set\)/, /15 seconds/]) {
      assert.match(stdout, shown)
    }
    assert.notInclude(stdout + stderr, KNOWN_SECRET)

    const config = await SmtpConfig.firstOrFail()
    assert.isFalse(config.isActive)
    assert.equal(config.encryption, 'starttls')
    assert.equal(config.password?.release(), KNOWN_SECRET)
    assert.equal(config.fromEmail, 'installations@hanna.co.zw')
  })

  test('refuses to import twice under one name, and takes another', async ({ assert }) => {
    await runAce(['smtp:import-env'], ENVIRONMENT)
    const again = await runAce(['smtp:import-env'], ENVIRONMENT)
    assert.equal(again.exitCode, 1)
    assert.include(again.stderr, '--name: An SMTP configuration with this name already exists.')
    const other = await runAce(['smtp:import-env', '--name=From .env'], ENVIRONMENT)
    assert.equal(other.exitCode, 0)
    assert.lengthOf(await SmtpConfig.all(), 2)
  })

  test('names the variable that is wrong, and stores nothing', async ({ assert }) => {
    const { exitCode, stderr } = await runAce(['smtp:import-env'], {
      ...ENVIRONMENT,
      SMTP_USE_SSL: 'true',
    })
    assert.equal(exitCode, 1)
    assert.include(stderr, 'SMTP_USE_TLS, SMTP_USE_SSL: Choose either STARTTLS')
    assert.isEmpty(await SmtpConfig.all())
  })

  test('says that there is nothing to import', async ({ assert }) => {
    const { exitCode, stderr } = await runCommand(['smtp:import-env'])
    assert.equal(exitCode, 1)
    assert.include(stderr, 'SMTP_HOST is not set')
  })
})

test.group('A command whose database is away', () => {
  for (const args of [['smtp:list'], ['smtp:activate', 'Any'], ['smtp:import-env']]) {
    test(`says so in one sentence: ${args.join(' ')}`, async ({ assert }) => {
      const { exitCode, stderr } = await runAce(args, { ...ENVIRONMENT, ...DATABASE_AWAY })
      assert.equal(exitCode, 1)
      assert.match(
        stderr,
        /The database could not be read \(.+\)\. Check that it is running and migrated\./
      )
      assert.notMatch(stderr, /\n\s+at /)
    })
  }
})

test.group('node ace under an older Node', () => {
  test('says in one sentence what to do, and exits with 1', async ({ assert }) => {
    const older =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.1.0"}})'
    const { exitCode, stdout, stderr } = await runAce(['smtp:list'], {}, [`--import=${older}`])
    assert.equal(exitCode, 1)
    assert.match(stderr, /^This app needs Node\.js 24 or newer .* run "npx node ace \.\.\."/)
    assert.lengthOf(stderr.trim().split('\n'), 1)
    assert.isEmpty(stdout)
  })
})
