import { test } from '@japa/runner'
import { ENV_VALIDATIONS } from '../../app/smtp_admin/configure/env.js'
import { HostFiles } from '../helpers/host/files.js'

test.group('The environment variables that configure adds', () => {
  test('are in .env and .env.example, without values, and keep the values that are there', async ({
    assert,
  }) => {
    const host = await HostFiles.withMail()
    await host.write('.env', `${await host.read('.env')}\nSMTP_TIMEOUT=7\n`)

    await host.configure()

    const env = await host.read('.env')
    for (const name of Object.keys(ENV_VALIDATIONS)) {
      assert.lengthOf(env.match(new RegExp(`^${name}=`, 'gm')) ?? [], 1, name)
    }
    assert.match(env, /^SMTP_TIMEOUT=7$/m)
    assert.match(env, /^SMTP_HOST=.+$/m)
    assert.match(await host.read('.env.example'), /^SMTP_USE_TLS=$/m)
  })

  test('have a rule in start/env.ts, and the rules of the app stay', async ({ assert }) => {
    const host = await HostFiles.withMail()
    const before = await host.read('start/env.ts')
    const [rule] = /SMTP_HOST: .*/.exec(before)!

    await host.configure()

    const after = await host.read('start/env.ts')
    assert.include(after, rule)
    for (const name of Object.keys(ENV_VALIDATIONS)) {
      assert.lengthOf(after.match(new RegExp(`${name}: Env`, 'g')) ?? [], 1, name)
    }
  })

  test('may stay empty', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()

    const { stdout, stderr } = await host.run(
      `import env from './start/env.ts'
       console.log(env.get('SMTP_TIMEOUT'), env.get('SMTP_USE_TLS'), env.get('SMTP_PASSWORD'))`,
      { APP_KEY: 'x'.repeat(32) }
    )

    assert.equal(stdout.trim(), 'undefined undefined undefined', stderr)
  })
})
