import { test } from '@japa/runner'
import { adviseOnMailer } from '../../app/smtp_admin/install/mailer_advice.js'
import { wireMailer } from '../../app/smtp_admin/install/wire_mailer.js'
import { mailConfig } from '../helpers/host_files_mail.js'

/** What is said about a config/mail.ts after wiring it. */
function advise(text: string, env = 'MAIL_MAILER=smtp') {
  return adviseOnMailer(wireMailer(text), text, env).join('\n')
}

const SMTP = `smtp: transports.smtp({ host: env.get('SMTP_HOST'), port: env.get('SMTP_PORT') }),`

test.group('What is left to do about the mailer', () => {
  test('nothing where it is wired and the default', ({ assert }) => {
    assert.equal(advise(mailConfig('smtp: databaseTransport(),')), '')
    assert.equal(advise("defineConfig({ default: 'smtp', mailers: {} })"), '')
  })

  test('the line to add, with its import, where it could not be wired', ({ assert }) => {
    const advice = advise("defineConfig({ default: 'smtp', mailers: all() })")

    assert.include(advice, 'because it has no "mailers" that can be read')
    assert.include(advice, "import { databaseTransport } from 'adonis-smtp-admin'")
    assert.include(advice, 'smtp: databaseTransport()')
  })

  test('the encryption, where a server was in use before', ({ assert }) => {
    const advice = advise(mailConfig(SMTP))

    assert.include(advice, 'SMTP_USE_TLS=true')
    assert.include(advice, 'SMTP_USE_SSL=true')
  })

  test('the variable itself, where the port says what it has to be', ({ assert }) => {
    const env = 'MAIL_MAILER=smtp\nSMTP_PORT=465'

    assert.include(advise(mailConfig(SMTP), env), 'Set SMTP_USE_SSL=true')
    assert.include(advise(mailConfig(SMTP), `${env}\nSMTP_USE_SSL=true`), 'no longer guessed:')
  })

  test('to make it the default, where another mailer is', ({ assert }) => {
    const other = mailConfig('ses: transports.ses({}),')

    assert.include(advise(other, 'MAIL_MAILER=ses'), 'MAIL_MAILER=smtp')
    assert.include(advise(other, '# MAIL_MAILER=smtp'), 'MAIL_MAILER=smtp')
    assert.equal(advise(other, 'export MAIL_MAILER="smtp"'), '')
    assert.include(advise("defineConfig({ default: 'ses', mailers: {} })"), "default: 'smtp'")
  })
})
