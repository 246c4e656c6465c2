import { hostname } from 'node:os'
import { test } from '@japa/runner'
import { SmtpTestRun } from '#smtp_admin'
import { healthOf } from '../../app/smtp_admin/diagnostics/health.js'
import { commandActor } from '../../commands/_support.js'
import { runAce, runCommand } from '../helpers/process/ace.js'
import { KNOWN_SECRET, createConfig, emptyTables } from '../helpers/db/configs.js'
import { DnsServer } from '../helpers/dns/dns_server.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }
const ANOTHER_KEY = { APP_KEY: 'another-key-than-before-0123456789' }

test.group('smtp:validate', (group) => {
  group.each.setup(emptyTables)

  test('tests the active configuration and sends a test email through it', async ({ assert }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    await createActive({ port: server.port, ...LOGIN })

    const { exitCode, stdout } = await runAce(['smtp:validate', '--test-email=ada@example.com'])

    assert.deepEqual(timeless(stdout), [
      '1. Checking Email/SMTP Configuration...',
      'ℹ Using SMTP config from database: Primary Mail Server',
      '✓ Settings * SMTP configuration looks valid',
      '',
      'Testing SMTP connection...',
      '✓ DNS lookup * Resolved to 127.0.0.1',
      `✓ Connection * Connected to 127.0.0.1, port ${server.port}`,
      `✓ Greeting * Server response: ${hostname()} ESMTP`,
      '✓ EHLO * Supports authentication (PLAIN or LOGIN)',
      '– Encryption Not encrypted',
      '✓ Authentication * Authenticated as mailer@example.com',
      '✓ Sender * no-reply@localhost was accepted',
      '✓ Recipient * ada@example.com was accepted',
      '✓ Message * Sent to ada@example.com. Server response: 250 OK: message queued',
      '',
      '✓ Test email sent successfully to ada@example.com',
      '✓ Test passed (*, saved as test *)',
    ])
    assert.equal(exitCode, 0)
    const [mail] = await server.received(1)
    assert.deepEqual(mail.to, ['ada@example.com'])
    assert.equal(mail.from.address, 'no-reply@localhost')
  })

  test('sends the test email to the from address when no other is given', async ({ assert }) => {
    const server = await SmtpServer.start()
    await createActive({ port: server.port })
    const { exitCode, stdout } = await runCommand(['smtp:validate', '--test-email'])
    assert.equal(exitCode, 0)
    assert.include(stdout, '✓ Test email sent successfully to no-reply@localhost')
    const [mail] = await server.received(1)
    assert.deepEqual(mail.to, ['no-reply@localhost'])
  })

  test('asks for everything but sends nothing unless told to', async ({ assert }) => {
    const server = await SmtpServer.start()
    await createActive({ port: server.port })
    const { exitCode, stdout } = await runCommand(['smtp:validate'])
    assert.equal(exitCode, 0)
    assert.match(stdout, /– Message +No test email was requested/)
    assert.notInclude(stdout, 'Test email')
    assert.equal(server.connections, 1)
    assert.isEmpty(server.mails)
  })

  test('sends no test email that would have no sender', async ({ assert }) => {
    const server = await SmtpServer.start()
    await createActive({ port: server.port, fromEmail: null })
    const { exitCode, stdout } = await runCommand(['smtp:validate', '--test-email=ada@example.com'])
    assert.equal(exitCode, 1)
    assert.match(stdout, /✗ The message has no sender\. Set a from address .*\[E_NO_SENDER\]/)
    assert.match(stdout, /✗ Test passed, with warnings \(see above\)/)
    assert.isEmpty(server.mails)
  })

  test('keeps the test, with who ran it and which values it was of', async ({ assert }) => {
    const server = await SmtpServer.start()
    const config = await createActive({ port: server.port })
    await config.merge({ notes: 'So that the revision is not the first.' }).save()

    for (const flags of [[], ['--config=Primary Mail Server']]) {
      await runCommand(['smtp:validate', ...flags])
      const { source, actorLabel, configId, revision, scope } = await latestRun()
      assert.deepEqual(
        { source, actorLabel, configId, revision, scope },
        {
          ...{ source: 'command', actorLabel: commandActor().label },
          ...{ configId: config.id, revision: config.revision, scope: 'site' },
        }
      )
      const health = await healthOf([config])
      assert.equal(health.get(config.id)!.state, 'working')
      await SmtpTestRun.query().delete()
    }
  })

  test('says what receivers will find of the sender’s domain', async ({ assert }) => {
    const server = await SmtpServer.start()
    const hostile = 'v=DMARC1; p=\x1b[2Jnone'
    const dns = await DnsServer.start({
      'shop.example': { TXT: ['v=spf1 -all'] },
      '_dmarc.shop.example': { TXT: [hostile] },
    })
    await createActive({ port: server.port, fromEmail: 'orders@shop.example' })

    const { exitCode, stdout } = await runAce(['smtp:validate'], {}, askingDnsAt(dns))

    assert.equal(exitCode, 0)
    assert.match(stdout, /Sender domain:\n {3}\S SPF: .*\n {3}\S DMARC: /)
    assert.notInclude(stdout, '\x1b')
  })

  test('tests a configuration that is not active by its name', async ({ assert }) => {
    const server = await SmtpServer.start()
    await createConfig({ name: 'Backup', host: '127.0.0.1', port: server.port, useTls: false })
    const { exitCode, stdout } = await runCommand(['smtp:validate', '--config=Backup'])
    assert.equal(exitCode, 0)
    assert.include(stdout, 'Using SMTP config from database: Backup')
  })

  test('says why the environment is used, and tests it', async ({ assert }) => {
    const server = await SmtpServer.start()
    const { exitCode, stdout } = await runAce(['smtp:validate'], inEnvironment(server))
    assert.equal(exitCode, 0)
    assert.include(stdout, 'ℹ No active SMTP configuration found in the database.')
    assert.include(stdout, `ℹ Using SMTP config from the environment: 127.0.0.1:${server.port}`)
    const { configId, revision, configName } = await latestRun()
    assert.deepEqual([configId, revision, configName], [null, null, 'Environment'])
  })

  test('names the variable that is wrong when there is nothing else to use', async ({ assert }) => {
    const { exitCode, stdout } = await runAce(['smtp:validate'], {
      SMTP_HOST: 'mail.example.com',
      SMTP_PORT: '70000',
    })
    assert.equal(exitCode, 1)
    assert.match(stdout, /✗ .*SMTP_PORT: Enter a port from 1 to 65535/)
    assert.include(stdout, '✗ No mail server is configured')
  })

  test('says that a password cannot be decrypted, without connecting', async ({ assert }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    await createActive({ port: server.port, ...LOGIN })
    const { exitCode, stdout } = await runAce(
      ['smtp:validate', '--config=Primary Mail Server'],
      ANOTHER_KEY
    )
    assert.equal(exitCode, 1)
    assert.match(stdout, /✗ Settings .*cannot be decrypted/)
    assert.match(stdout, /○ Not run: DNS lookup, Connection, .*Message/)
    assert.equal(server.connections, 0)
  })

  test('does not pass when mail goes elsewhere because the active one is unusable', async ({
    assert,
  }) => {
    const environment = await SmtpServer.start()
    await createActive({ port: 2525, ...LOGIN })
    const { exitCode, stdout } = await runAce(['smtp:validate'], {
      ...ANOTHER_KEY,
      ...inEnvironment(environment),
    })
    assert.equal(exitCode, 1)
    assert.match(stdout, /✗ The stored password of Primary Mail Server .* cannot be decrypted/)
    assert.match(stdout, /✓ Connection .* Connected to 127\.0\.0\.1/)
    assert.match(stdout, /✗ Test passed, with warnings \(see above\)/)
  })

  test('tests what an account uses, and its configuration of a name', async ({ assert }) => {
    const server = await SmtpServer.start()
    await createConfig({ name: 'Own' })
    const own = { name: 'Own', scope: 'account:7', useTls: false, isActive: true }
    await createConfig({ ...own, host: '127.0.0.1', port: server.port })

    for (const flags of [['--account=7'], ['--account=7', '--config=own']]) {
      const { exitCode, stdout } = await runCommand(['smtp:validate', ...flags])
      assert.equal(exitCode, 0)
      assert.include(stdout, 'Using SMTP config of the account from database: Own')
      const { scope } = await latestRun()
      assert.equal(scope, 'account:7')
    }
  })
})

/** Its sender has no domain that could be looked up: a test asks no name server of the world. */
function createActive(values: Record<string, unknown>) {
  return createConfig({
    host: '127.0.0.1',
    useTls: false,
    isActive: true,
    fromEmail: 'no-reply@localhost',
    ...values,
  })
}

/** What makes a process ask this name server and no other. */
function askingDnsAt({ address }: DnsServer): string[] {
  const script = `
    import { promises as dns } from 'node:dns'
    dns.Resolver = class extends dns.Resolver {
      constructor(options) { super(options); this.setServers(['${address}']) }
    }`
  return [`--import=data:text/javascript,${encodeURIComponent(script)}`]
}

function inEnvironment({ host, port }: SmtpServer) {
  return { SMTP_HOST: host, SMTP_PORT: String(port) }
}

function latestRun() {
  return SmtpTestRun.query().orderBy('id', 'desc').firstOrFail()
}

/** The lines with one blank where there are several, and a star for what is never the same. */
function timeless(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '))
    .map((line) => line.replace(/\b\d+ ms\b/, '*').replace(/(test) \d+/, '$1 *'))
}
