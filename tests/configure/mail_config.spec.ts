import { test } from '@japa/runner'
import {
  replaceStockMailer,
  usesDatabaseTransport,
} from '../../app/smtp_admin/configure/mail_config.js'
import { HostFiles } from '../helpers/host/files.js'

const AUTH = `
      auth: {
        type: 'login',
        user: env.get('SMTP_USERNAME'),
        pass: env.get('SMTP_PASSWORD'),
      },`

function mailConfig({ options = '', others = '' } = {}) {
  return `import env from '#start/env'
import { defineConfig, transports } from '@adonisjs/mail'

const mailConfig = defineConfig({
  default: env.get('MAIL_MAILER'),
  mailers: {
    smtp: transports.smtp({
      host: env.get('SMTP_HOST'),
      port: env.get('SMTP_PORT'),${options}
    }),${others}
  },
})

export default mailConfig
`
}

test.group('The mailer of config/mail.ts', () => {
  test('is replaced as @adonisjs/mail writes it, with or without authentication', ({ assert }) => {
    for (const options of ['', AUTH]) {
      const text = replaceStockMailer(mailConfig({ options }))!
      assert.include(text, '    smtp: databaseTransport(),\n  },')
      assert.include(text, "import { defineConfig } from '@adonisjs/mail'\n")
      assert.include(text, "import { databaseTransport } from 'adonis-smtp-admin'\n")
      assert.isTrue(usesDatabaseTransport(text))
    }
  })

  test('is replaced beside others, which stay', ({ assert }) => {
    const others = "\n    resend: transports.resend({ key: env.get('RESEND_API_KEY') }),"
    const text = replaceStockMailer(mailConfig({ others }))!
    assert.include(text, others)
    assert.include(text, 'import { defineConfig, transports }')
  })

  test('stays when it has options of its own', ({ assert }) => {
    for (const options of ['\n      secure: true,', "\n      name: 'app.example.com',"]) {
      assert.isNull(replaceStockMailer(mailConfig({ options })))
    }
    assert.isNull(replaceStockMailer(mailConfig().replace("env.get('SMTP_HOST')", "'localhost'")))
  })

  test('is not taken for ours in a comment', ({ assert }) => {
    assert.isFalse(usesDatabaseTransport('// smtp: databaseTransport()\n'))
  })

  test('is left to you when it was changed by hand', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.edit('config/mail.ts', "host: env.get('SMTP_HOST')", "host: 'mail.example.com'")
    const before = await host.read('config/mail.ts')

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 0)
    assert.equal(await host.read('config/mail.ts'), before)
    assert.include(stdout, 'Add the mailer to config/mail.ts:')
    assert.include(stdout, 'mailers: { smtp: databaseTransport() }')
  })

  test('becomes the default only by your hand', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.edit('.env', 'MAIL_MAILER=smtp', 'MAIL_MAILER=ses')

    const { stdout } = await host.configure()

    assert.include(stdout, 'Make it the default mailer: MAIL_MAILER=smtp')
    assert.include(stdout, 'SMTP_USE_TLS=true for STARTTLS')
  })
})
