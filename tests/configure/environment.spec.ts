import { test } from '@japa/runner'
import { ENV_VALIDATIONS, withVariables } from '../../app/smtp_admin/configure/env_variables.js'
import { HostFiles } from '../helpers/host/files.js'

const NAMES = Object.keys(ENV_VALIDATIONS)

/** Prints what the host's own start/env.ts makes of the variables. */
const PRINT_ENV = `
import env from './start/env.ts'
const names = ${JSON.stringify(NAMES)}
console.log(JSON.stringify(names.map((name) => env.get(name)?.release?.() ?? env.get(name) ?? null)))
`

async function readEnv(host: HostFiles, environment: Record<string, string> = {}) {
  const machine = { APP_KEY: 'x'.repeat(32), ...environment }
  const { stdout, stderr } = await host.run(PRINT_ENV, machine)
  if (stderr !== '') {
    throw new Error(stderr)
  }
  const values: unknown[] = JSON.parse(stdout)
  return Object.fromEntries(NAMES.map((name, index) => [name, values[index]]))
}

test.group('The environment of a configured app', () => {
  test('has the variables in .env and .env.example that were not there, as comments', async ({
    assert,
  }) => {
    const host = await HostFiles.withMail()
    const before = await host.read('.env')

    await host.configure()

    const added = `

# The mail server that is used when no configuration in the database can be
# SMTP_USERNAME=
# SMTP_PASSWORD=
# SMTP_USE_TLS=
# SMTP_USE_SSL=
# SMTP_TIMEOUT=
`
    assert.equal(await host.read('.env'), before + added)
    assert.equal(await host.read('.env.example'), before + added)
  })

  test('keeps every byte that is there', ({ assert }) => {
    const text = [
      'SMTP_HOST = "mail.example.com"  # ours',
      'export SMTP_PORT=2525',
      '',
      "  SMTP_PASSWORD='se#cret=$1'",
      '#SMTP_USERNAME=',
      'SMTP_USE_TLS=',
      'X_SMTP_TIMEOUT=1',
    ].join('\r\n')

    const changed = withVariables(text)

    assert.isTrue(changed.startsWith(text))
    assert.equal(
      changed.slice(text.length),
      [
        '',
        '',
        '# The mail server that is used when no configuration in the database can be',
        '# SMTP_USE_SSL=',
        '# SMTP_TIMEOUT=',
        '# MAIL_FROM_ADDRESS=',
        '# MAIL_FROM_NAME=',
        '',
      ].join('\r\n')
    )
    assert.equal(withVariables(changed), changed)
  })

  test('is not given files that it does not have', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.remove('.env.example')

    await host.configure()

    assert.isFalse(host.has('.env.example'))
  })

  test('is valid as it is, and means what it meant before', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()

    assert.deepEqual(await readEnv(host), {
      SMTP_HOST: 'localhost',
      SMTP_PORT: 1025,
      SMTP_USERNAME: null,
      SMTP_PASSWORD: null,
      SMTP_USE_TLS: null,
      SMTP_USE_SSL: null,
      SMTP_TIMEOUT: null,
      MAIL_FROM_ADDRESS: 'app@yourdomain.com',
      MAIL_FROM_NAME: 'Your name',
    })
  })

  test('takes the variables when somebody fills them in', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()
    await host.edit('.env', '# SMTP_USERNAME=', 'SMTP_USERNAME=app')
    await host.edit('.env', '# SMTP_PASSWORD=', 'SMTP_PASSWORD=known')
    await host.edit('.env', '# SMTP_USE_TLS=', 'SMTP_USE_TLS=true')
    await host.edit('.env', '# SMTP_TIMEOUT=', 'SMTP_TIMEOUT=15')

    assert.containSubset(await readEnv(host), {
      SMTP_USERNAME: 'app',
      SMTP_PASSWORD: 'known',
      SMTP_USE_TLS: true,
      SMTP_TIMEOUT: 15,
    })
  })

  test('may leave them empty', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()
    const text = await host.read('.env')
    await host.write('.env', text.replaceAll('# SMTP_', 'SMTP_'))

    assert.containSubset(await readEnv(host), {
      SMTP_PASSWORD: null,
      SMTP_USE_TLS: null,
      SMTP_TIMEOUT: null,
    })
  })

  test('keeps its own validations', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.edit(
      'start/env.ts',
      'SMTP_PORT: Env.schema.number()',
      "SMTP_PORT: Env.schema.number(),\n  'SMTP_PASSWORD': Env.schema.string.optional()"
    )

    await host.configure()

    const text = await host.read('start/env.ts')
    assert.include(text, 'SMTP_HOST: Env.schema.string(),')
    assert.include(text, "'SMTP_PASSWORD': Env.schema.string.optional()")
    assert.lengthOf(text.match(/SMTP_PASSWORD/g)!, 1)
    assert.include(text, 'SMTP_USE_TLS: Env.schema.boolean.optional()')
  })
})
