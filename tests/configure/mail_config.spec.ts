import { test } from '@japa/runner'
import { dropMailer, unwireMailer } from '../../app/smtp_admin/configure/unwire_mailer.js'
import { wireMailer } from '../../app/smtp_admin/configure/wire_mailer.js'
import { mailConfig, mailConfigLines } from '../helpers/host/files_mail.js'

/** The text that wiring leads to; fails when it leads to none. */
function wired(text: string) {
  const change = wireMailer(text)
  if (change.outcome !== 'changed') {
    throw new Error(JSON.stringify(change))
  }
  return change.text
}

const PLAIN = `host: env.get('SMTP_HOST'), port: env.get('SMTP_PORT')`

/** SMTP mailers that say what config/smtp_admin.ts says as well. */
const SAME_SERVER = [
  `transports.smtp({ ${PLAIN} })`,
  `transports.smtp({ ${PLAIN.replaceAll("'", '"')}, })`,
  `transports.smtp({ ${PLAIN}, secure: env.get('SMTP_USE_SSL') })`,
  `transports.smtp({ ${PLAIN}, auth: { type: 'login', user: env.get('SMTP_USERNAME'), pass: env.get('SMTP_PASSWORD') } })`,
  `transports.smtp({ ${PLAIN}, auth: { type: 'login', user: env.get('SMTP_USERNAME')!, pass: env.get('SMTP_PASSWORD')?.release() } })`,
]

/** SMTP mailers with something that would be lost. */
const OWN_SETTINGS = [
  `transports.smtp({ host: 'mail.example.com', port: 587 })`,
  `transports.smtp({ host: env.get('MAIL_HOST'), port: env.get('SMTP_PORT') })`,
  `transports.smtp({ host: env.get('SMTP_HOST', 'localhost'), port: env.get('SMTP_PORT') })`,
  `transports.smtp({ host: env.get('SMTP_HOST') })`,
  `transports.smtp({ ${PLAIN}, pool: true })`,
  `transports.smtp({ ${PLAIN}, secure: true })`,
  `transports.smtp({ ${PLAIN}, ...tls })`,
  `transports.smtp({ ${PLAIN}, auth: credentials })`,
  `transports.smtp({ ${PLAIN}, auth: { type: 'OAuth2', user: env.get('SMTP_USERNAME'), pass: env.get('SMTP_PASSWORD') } })`,
  `transports.smtp({ ${PLAIN}, auth: { type: 'login', user: env.get('SMTP_USERNAME'), pass: 'secret' } })`,
  `transports.smtp(options)`,
  `transports.ses({ region: 'eu' })`,
  `() => new OwnTransport()`,
]

test.group('config/mail.ts is wired', () => {
  test('where the smtp mailer is {$self}')
    .with(SAME_SERVER)
    .run(({ assert }, mailer) => {
      const text = wired(mailConfig(`smtp: ${mailer},`))

      assert.include(text, 'smtp: databaseTransport(),')
      assert.include(text, "import { databaseTransport } from 'adonis-smtp-admin'")
      assert.notInclude(text, 'transports')
    })

  test('but left as it is where the smtp mailer is {$self}')
    .with(OWN_SETTINGS)
    .run(({ assert }, mailer) => {
      assert.deepEqual(wireMailer(mailConfig(`smtp: ${mailer},`)), {
        outcome: 'left',
        reason: 'its smtp mailer has settings of its own',
      })
    })

  test('and nothing else in it changes', ({ assert }) => {
    const before = mailConfigLines(`smtp: transports.smtp({ ${PLAIN} }), /* odd   spaces */`)

    const after = wired(before.join('\n')).split('\n')

    assert.deepEqual(
      after.filter((line) => !before.includes(line)),
      [
        "import { defineConfig } from '@adonisjs/mail'",
        "import { databaseTransport } from 'adonis-smtp-admin'",
        '    smtp: databaseTransport(), /* odd   spaces */',
      ]
    )
    assert.lengthOf(after, before.length + 1)
  })

  test('beside other mailers, which keep what they import', ({ assert }) => {
    const ses = `ses: transports.ses({ region: env.get('AWS_REGION') }),`

    const text = wired(mailConfig(`${ses}\n    smtp: transports.smtp({ ${PLAIN} }),`))

    assert.include(text, ses)
    assert.include(text, "import { defineConfig, transports } from '@adonisjs/mail'")
    assert.include(text, "import env from '#start/env'")
  })

  test('where there is no smtp mailer yet', ({ assert }) => {
    const ses = `ses: transports.ses({}),`

    assert.include(
      wired(mailConfig(ses)),
      `  mailers: {\n    smtp: databaseTransport(),\n    ${ses}`
    )
    assert.include(
      wired(`defineConfig({ mailers: { ses: transports.ses({}) } })`),
      `mailers: { smtp: databaseTransport(), ses: transports.ses({}) }`
    )
    assert.include(
      wired(`defineConfig({\n  mailers: {},\n})`),
      `mailers: {\n    smtp: databaseTransport(),\n  },`
    )
  })

  test('where mailers are in quotes, of either kind, and lines end in semicolons', ({ assert }) => {
    const text = wired(
      `import env from "#start/env";\r
import { defineConfig, transports } from "@adonisjs/mail";\r
\r
export default defineConfig({ "mailers": { "smtp": transports.smtp({ ${PLAIN} }) } });\r
`
    )

    assert.equal(
      text,
      `import { defineConfig } from "@adonisjs/mail";\r
import { databaseTransport } from "adonis-smtp-admin";\r
\r
export default defineConfig({ "mailers": { "smtp": databaseTransport() } });\r
`
    )
  })

  test('once: it is wired already, whatever the mailer is called', ({ assert }) => {
    assert.deepEqual(wireMailer(mailConfig('smtp: databaseTransport(),')), { outcome: 'unchanged' })
    assert.deepEqual(wireMailer(mailConfig('stored: databaseTransport(),')), {
      outcome: 'unchanged',
    })
  })

  test('but not where its mailers are not to be seen', ({ assert }) => {
    for (const text of [
      '',
      'export default config',
      'defineConfig(config)',
      'defineConfig({ mailers })',
      'defineConfig({ mailers: all() })',
    ]) {
      assert.equal(wireMailer(text).outcome, 'left', text)
    }
    assert.deepEqual(wireMailer(mailConfig('...shared,')), {
      outcome: 'left',
      reason: 'some of its mailers come from elsewhere',
    })
  })
})

test.group('config/mail.ts is unwired', () => {
  test('into what @adonisjs/mail publishes', ({ assert }) => {
    const published = mailConfig(`smtp: transports.smtp({
      host: env.get('SMTP_HOST'),
      port: env.get('SMTP_PORT'),
      /**
       * Uncomment the auth block if your SMTP
       * server needs authentication
       */
      /* auth: {
        type: 'login',
        user: env.get('SMTP_USERNAME'),
        pass: env.get('SMTP_PASSWORD'),
      }, */
    }),`)

    const change = unwireMailer(wired(published), new Map())

    assert.deepEqual(change, { outcome: 'changed', text: published, replaced: true })
  })

  test('with the login as the validation of its variables has it', ({ assert }) => {
    const validations = new Map([
      ['SMTP_USERNAME', 'Env.schema.string.optional()'],
      ['SMTP_PASSWORD', 'Env.schema.secret.optional()'],
    ])

    const change = unwireMailer(mailConfig('smtp: databaseTransport(),'), validations)

    assert.include(JSON.stringify(change), "user: env.get('SMTP_USERNAME')!,")
    assert.include(JSON.stringify(change), "pass: env.get('SMTP_PASSWORD')!.release(),")
  })

  test('so that it compiles where the server may be missing', ({ assert }) => {
    const validations = new Map([['SMTP_HOST', 'Env.schema.string.optional()']])

    const change = unwireMailer(mailConfig('smtp: databaseTransport(),'), validations)

    assert.include(JSON.stringify(change), "host: env.get('SMTP_HOST')!,")
  })

  test('without an smtp mailer, where it had none before', ({ assert }) => {
    for (const mailers of [
      'ses: transports.ses({}),',
      "ses: transports.ses({}),\n    mailgun: transports.mailgun({ key: 'a' }),",
    ]) {
      const before = mailConfig(mailers)

      const change = dropMailer(wired(before))

      assert.deepEqual(change, { outcome: 'removed', text: before })
    }
    assert.deepEqual(
      dropMailer('defineConfig({ mailers: { ses: a(), smtp: databaseTransport() } })'),
      { outcome: 'removed', text: 'defineConfig({ mailers: { ses: a() } })' }
    )
  })

  test('by a person where it is wired in another way', ({ assert }) => {
    for (const mailer of ['stored: databaseTransport(),', 'smtp: wrap(databaseTransport()),']) {
      assert.equal(unwireMailer(mailConfig(mailer), new Map()).outcome, 'left', mailer)
    }
  })

  test('not at all where it is not wired', ({ assert }) => {
    assert.deepEqual(unwireMailer(mailConfig('ses: transports.ses({}),'), new Map()), {
      outcome: 'unchanged',
    })
  })
})
