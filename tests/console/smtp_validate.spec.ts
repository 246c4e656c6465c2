import { test } from '@japa/runner'
import { DATABASE_AWAY, runAce } from '../helpers/ace_process.js'
import { KNOWN_SECRET, createConfig, emptyTables } from '../helpers/configs.js'
import { SmtpServer } from '../helpers/smtp_server.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

test.group('smtp:validate', (group) => {
  group.each.setup(emptyTables)

  test('checks the active configuration and sends a test email through it', async ({ assert }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    await createActive({ port: server.port, ...LOGIN })

    const { exitCode, stdout } = await runAce(['smtp:validate', '--test-email=ada@example.com'])
    assert.deepEqual(lines(stdout), [
      '1. Checking Email/SMTP Configuration...',
      'ℹ Using SMTP config from database: Primary Mail Server',
      '✓ SMTP configuration looks valid',
      '',
      'Testing SMTP connection...',
      `✓ Connected to 127.0.0.1:${server.port} without encryption, logged in as mailer@example.com`,
      '✓ Test email sent successfully to ada@example.com',
    ])
    assert.equal(exitCode, 0)
    const [mail] = await server.received(1)
    assert.deepEqual(mail.to, ['ada@example.com'])
    assert.equal(mail.from.address, 'no-reply@example.com')
  })

  test('sends the test email to the from address when no other is given', async ({ assert }) => {
    const server = await SmtpServer.start()
    await createActive({ port: server.port })
    const { exitCode } = await runAce(['smtp:validate', '--test-email'])
    assert.equal(exitCode, 0)
    const [mail] = await server.received(1)
    assert.deepEqual(mail.to, ['no-reply@example.com'])
  })

  test('connects but sends nothing unless asked to', async ({ assert }) => {
    const server = await SmtpServer.start()
    await createActive({ port: server.port })
    const { exitCode, stdout } = await runAce(['smtp:validate'])
    assert.equal(exitCode, 0)
    assert.notInclude(stdout, 'Test email')
    assert.equal(server.connections, 1)
    assert.isEmpty(server.mails)
  })

  test('says what failed, why, and what to do, and exits with 1', async ({ assert }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    await createActive({ port: server.port, username: 'mailer@example.com', password: 'wrong' })
    const { exitCode, stdout } = await runAce(['smtp:validate', '--test-email=ada@example.com'])
    assert.equal(exitCode, 1)
    assert.match(stdout, /✗ .*535 .*EAUTH.*Check username and password/)
    assert.include(stdout, 'E_SMTP_DELIVERY_FAILED')
    assert.isEmpty(server.mails)
  })

  test('checks a configuration that is not active by its name', async ({ assert }) => {
    const server = await SmtpServer.start()
    await createConfig({ name: 'Backup', host: '127.0.0.1', port: server.port, useTls: false })
    const { exitCode, stdout } = await runAce(['smtp:validate', '--config=Backup'])
    assert.equal(exitCode, 0)
    assert.include(stdout, 'Using SMTP config from database: Backup')
  })

  test('says that there is no configuration of a name', async ({ assert }) => {
    const { exitCode, stdout } = await runAce(['smtp:validate', '--config=Nope'])
    assert.equal(exitCode, 1)
    assert.include(stdout, '✗ There is no SMTP configuration named "Nope"')
  })

  test('says why the environment is used, and checks it', async ({ assert }) => {
    const server = await SmtpServer.start()
    const { exitCode, stdout } = await runAce(['smtp:validate'], {
      SMTP_HOST: server.host,
      SMTP_PORT: String(server.port),
    })
    assert.equal(exitCode, 0)
    assert.include(stdout, 'ℹ No active SMTP configuration found in the database.')
    assert.include(stdout, `ℹ Using SMTP config from the environment: 127.0.0.1:${server.port}`)
  })

  test('names the variable that is wrong when there is nothing else to use', async ({ assert }) => {
    const { exitCode, stdout } = await runAce(['smtp:validate'], {
      SMTP_HOST: 'mail.example.com',
      SMTP_PORT: '70000',
    })
    assert.equal(exitCode, 1)
    assert.match(stdout, /✗ .*SMTP_PORT: Enter a port from 1 to 65535/)
    assert.include(stdout, '✗ There is no mail server to send through')
  })

  test('says that a password cannot be decrypted, without connecting', async ({ assert }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    await createActive({ port: server.port, ...LOGIN })
    const { exitCode, stdout } = await runAce(['smtp:validate', '--config=Primary Mail Server'], {
      APP_KEY: 'another-key-than-before-0123456789',
    })
    assert.equal(exitCode, 1)
    assert.match(stdout, /✗ .*cannot be decrypted.*E_SMTP_PASSWORD_UNREADABLE/)
    assert.equal(server.connections, 0)
  })

  test('does not pass when mail goes elsewhere because the active one is unusable', async ({
    assert,
  }) => {
    const environment = await SmtpServer.start()
    await createActive({ port: 2525, ...LOGIN })
    const { exitCode, stdout } = await runAce(['smtp:validate'], {
      APP_KEY: 'another-key-than-before-0123456789',
      SMTP_HOST: environment.host,
      SMTP_PORT: String(environment.port),
    })
    assert.equal(exitCode, 1)
    assert.match(stdout, /✗ The stored password of Primary Mail Server .* cannot be decrypted/)
    assert.include(stdout, `✓ Connected to 127.0.0.1:${environment.port}`)
  })

  test('checks what an account uses, and its configuration of a name', async ({ assert }) => {
    const server = await SmtpServer.start()
    await createConfig({ name: 'Own' })
    const own = { name: 'Own', scope: 'account:7', useTls: false, isActive: true }
    await createConfig({ ...own, host: '127.0.0.1', port: server.port })

    for (const flags of [['--account=7'], ['--account=7', '--config=own']]) {
      const { exitCode, stdout } = await runAce(['smtp:validate', ...flags])
      assert.equal(exitCode, 0)
      assert.include(stdout, 'Using SMTP config of the account from database: Own')
    }
  })

  test('sends to one address, and to nothing else', async ({ assert }) => {
    const server = await SmtpServer.start()
    await createActive({ port: server.port })
    for (const address of ['a@b.example,c@d.example', 'nobody']) {
      const { exitCode, stdout } = await runAce(['smtp:validate', `--test-email=${address}`])
      assert.equal(exitCode, 1)
      assert.include(stdout, '✗ Name one address for the test email')
    }
    assert.equal(server.connections, 0)
  })

  test('prints one JSON object even when the database is away', async ({ assert }) => {
    const { exitCode, stdout } = await runAce(['smtp:validate', '--json', '--config=Any'], {
      ...DATABASE_AWAY,
      LOG_LEVEL: 'debug',
    })
    assert.equal(exitCode, 1)
    const { ok, errors } = JSON.parse(stdout)
    assert.isFalse(ok)
    assert.match(errors[0], /^The database could not be used/)
  })

  test('prints one JSON object and nothing else with --json', async ({ assert }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    await createActive({ port: server.port, ...LOGIN })
    const { stdout } = await runAce(['smtp:validate', '--json', '--test-email=ada@example.com'], {
      LOG_LEVEL: 'debug',
    })
    assert.containSubset(JSON.parse(stdout), {
      ok: true,
      source: 'site',
      name: 'Primary Mail Server',
      server: `127.0.0.1:${server.port}`,
      checks: { settings: { ok: true }, connection: { ok: true }, testEmail: { ok: true } },
    })
    assert.notInclude(stdout, KNOWN_SECRET)
  })
})

function createActive(values: Record<string, unknown>) {
  return createConfig({
    host: '127.0.0.1',
    useTls: false,
    isActive: true,
    fromEmail: 'no-reply@example.com',
    ...values,
  })
}

function lines(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim())
}
