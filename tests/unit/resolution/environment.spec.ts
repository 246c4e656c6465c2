import { Secret } from '@adonisjs/core/helpers'
import { test } from '@japa/runner'
import { defineConfig } from '../../../app/smtp_admin/define_config.js'
import { readEnvironment } from '../../../app/smtp_admin/resolution/environment.js'
import { en, format, translator } from '../../../app/smtp_admin/i18n/format.js'
import type { FallbackServer } from '../../../app/smtp_admin/types/main.js'

const HOST = { host: 'mail.example.com' }

/** What is wrong, and how it is said. */
const REFUSED: [fallback: FallbackServer, reason: RegExp][] = [
  [{ host: 'mail example.com' }, /SMTP_HOST: Hostnames cannot contain spaces/],
  [{ ...HOST, port: 0 }, /SMTP_PORT: Enter a port from 1 to 65535/],
  [{ ...HOST, port: Number.NaN }, /SMTP_PORT: Enter a port from 1 to 65535/],
  [{ ...HOST, timeout: 301 }, /SMTP_TIMEOUT: Enter a timeout from 1 to 300 seconds/],
  [{ ...HOST, username: 'me' }, /SMTP_PASSWORD: Enter the password for this username/],
  [{ ...HOST, password: 'secret' }, /SMTP_USERNAME: Enter the username for this password/],
  [{ ...HOST, useTls: true, useSsl: true }, /SMTP_USE_TLS, SMTP_USE_SSL: Choose either/],
  [{ ...HOST, from: { address: 'nobody' } }, /MAIL_FROM_ADDRESS: Enter a valid email address/],
  [{ ...HOST, from: { name: 'one\r\ntwo' } }, /MAIL_FROM_NAME: Remove the line break/],
  [{ ...HOST, username: 'me\0', password: 'x' }, /SMTP_USERNAME: Remove the line break/],
]

const PORTS: [fallback: FallbackServer, port: number, encryption: string][] = [
  [HOST, 25, 'none'],
  [{ ...HOST, useTls: true }, 587, 'starttls'],
  [{ ...HOST, useSsl: true }, 465, 'tls'],
  [{ ...HOST, useTls: true, port: 2525 }, 2525, 'starttls'],
  [{ host: 'smtp://mail.example.com:1025' }, 1025, 'none'],
]

test.group('The environment’s server', () => {
  test('is none when SMTP_HOST is not set, and its sender counts all the same', async ({
    assert,
  }) => {
    for (const host of [undefined, '']) {
      assert.deepEqual(await read({ host, port: 25, from: { address: 'a@example.com' } }), {
        candidate: null,
        reason: 'SMTP_HOST is not set.',
        isBroken: false,
        fromEmail: 'a@example.com',
        fromName: null,
      })
    }
  })

  for (const [fallback, reason] of REFUSED) {
    test(`cannot be used, and says why: ${JSON.stringify(fallback)}`, async ({ assert }) => {
      const environment = await read(fallback)
      assert.isNull(environment.candidate)
      assert.isTrue(environment.isBroken)
      assert.match(environment.reason, /^The SMTP settings in the environment are invalid\. /)
      assert.match(environment.reason, reason)
    })
  }

  test('says everything that is wrong at once, and never the password', async ({ assert }) => {
    const { reason } = await read({
      ...HOST,
      port: 0,
      timeout: 0,
      username: 'me',
      password: 'x\ny',
    })
    assert.match(reason, /SMTP_PORT: .+SMTP_TIMEOUT: /)
    assert.include(reason, 'SMTP_PASSWORD: Remove the line break')
    assert.notInclude(reason, 'x\ny')
  })

  test('says what is wrong in the language of whoever reads it', async ({ assert }) => {
    const config = defineConfig({ fallback: { ...HOST, port: 0, timeout: 301 } })
    const { reason } = await readEnvironment(config.fallback)

    assert.equal(
      format(translator('de'), reason),
      [
        'Die SMTP-Einstellungen in der Umgebung sind ungültig.',
        `SMTP_PORT: ${translator('de')('problems.port')}`,
        `SMTP_TIMEOUT: ${translator('de')('problems.timeout')}`,
      ].join(' ')
    )
  })

  for (const [fallback, port, encryption] of PORTS) {
    test(`is at port ${port} for ${JSON.stringify(fallback)}`, async ({ assert }) => {
      const { candidate, reason } = await read(fallback)
      assert.containSubset(candidate, { host: 'mail.example.com', port, encryption, timeout: 10 })
      assert.equal(reason, `SMTP_HOST is set to mail.example.com:${port}.`)
    })
  }

  for (const password of ['s3cret', new Secret('s3cret')]) {
    test(`takes the password as ${typeof password}, and shows it to nobody`, async ({ assert }) => {
      const { candidate } = await read({ ...HOST, username: 'me', password })
      assert.equal(candidate?.password?.release(), 's3cret')
      assert.isTrue(candidate?.password?.canDecrypt())
      assert.notInclude(JSON.stringify(candidate), 's3cret')
    })
  }

  test('has no login when the password is empty', async ({ assert }) => {
    const { candidate } = await read({ ...HOST, username: '', password: new Secret('') })
    assert.containSubset(candidate, { username: null, password: null })
  })
})

async function read(fallback: FallbackServer) {
  const environment = await readEnvironment(defineConfig({ fallback }).fallback)
  return { ...environment, reason: format(en, environment.reason) }
}
