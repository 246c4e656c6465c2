import { test } from '@japa/runner'
import {
  adviseOnMailer,
  adviseOnOtherDefault,
} from '../../app/smtp_admin/configure/mailer_advice.js'
import { wireMailer } from '../../app/smtp_admin/configure/wire_mailer.js'
import { mailConfig } from '../helpers/host/files_mail.js'

/** What is said about a config/mail.ts after wiring it. */
function advise(text: string, env = 'MAIL_MAILER=smtp', rule = 'Env.schema.string()') {
  return adviseOnMailer(wireMailer(text), text, environment(env, rule)).join('\n')
}

/** What is said about one from which the smtp mailer was taken out. */
function adviseOnRest(text: string, env: string, rule: string) {
  return adviseOnOtherDefault(text, environment(env, rule)).join('\n')
}

function environment(env: string, rule: string) {
  return { env, validations: new Map([['MAIL_MAILER', rule]]) }
}

const BOTH = "Env.schema.enum(['smtp', 'ses'] as const)"
const SES = 'ses: transports.ses({}),'

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
    const other = mailConfig(SES)

    assert.include(advise(other, 'MAIL_MAILER=ses'), 'MAIL_MAILER=smtp')
    assert.include(advise(other, '# MAIL_MAILER=smtp'), 'MAIL_MAILER=smtp')
    assert.equal(advise(other, 'export MAIL_MAILER="smtp"'), '')
    assert.include(advise("defineConfig({ default: 'ses', mailers: {} })"), "default: 'smtp'")
  })

  test('the line of start/env.ts that accepts it, where that does not yet', ({ assert }) => {
    const other = mailConfig(SES)

    assert.equal(
      advise(other, 'MAIL_MAILER=ses', "Env.schema.enum(['ses'] as const)"),
      `Make it the default mailer: MAIL_MAILER=smtp, which start/env.ts has to accept:
     MAIL_MAILER: ${BOTH}`
    )
    assert.equal(
      advise(other, 'MAIL_MAILER=ses', BOTH),
      'Make it the default mailer: MAIL_MAILER=smtp'
    )
  })

  test('nothing where the variable can be nothing else, wherever it is set', ({ assert }) => {
    assert.equal(advise(mailConfig(SES), '', "Env.schema.enum(['smtp'] as const)"), '')
  })

  test('another default, once the smtp mailer is gone', ({ assert }) => {
    const text = mailConfig(`smtp: databaseTransport(),\n    ${SES}`)

    assert.equal(
      adviseOnRest(text, 'MAIL_MAILER=smtp', BOTH),
      `Make another mailer the default, wherever the app runs: MAIL_MAILER=ses
Take smtp out of what start/env.ts accepts:
     MAIL_MAILER: Env.schema.enum(['ses'] as const)`
    )
    assert.equal(adviseOnRest(text, 'MAIL_MAILER=ses', 'Env.schema.string()'), '')
    assert.include(
      adviseOnRest(text.replace("env.get('MAIL_MAILER')", "'smtp'"), '', BOTH),
      "default: 'ses'"
    )
  })
})
