import { test } from '@japa/runner'
import {
  type CheckedSettings,
  configWarnings,
} from '../../../app/smtp_admin/admin/configs/warnings.js'
import { format, translator } from '../../../app/smtp_admin/i18n/format.js'

const SOUND: CheckedSettings = {
  host: 'mail.example.com',
  port: 587,
  encryption: 'starttls',
  verifyCertificate: true,
  username: 'mailer@example.com',
  fromEmail: 'no-reply@example.com',
}

const GMAIL: CheckedSettings = {
  ...SOUND,
  host: 'smtp.gmail.com',
  username: 'shop@gmail.com',
  fromEmail: 'shop@gmail.com',
}

const CASES: { what: string; config: Partial<CheckedSettings>; warnings: string[] }[] = [
  { what: 'STARTTLS on port 465', config: { port: 465 }, warnings: ['port: warningPort465'] },
  {
    what: 'no encryption on port 465',
    config: { port: 465, encryption: 'none', username: null },
    warnings: ['port: warningPort465'],
  },
  {
    what: 'SSL/TLS on port 587',
    config: { encryption: 'tls' },
    warnings: ['port: warningPort587'],
  },
  {
    what: 'SSL/TLS on port 25',
    config: { port: 25, encryption: 'tls', username: null },
    warnings: ['port: warningPort25'],
  },
  { what: 'a login on port 25', config: { port: 25 }, warnings: ['port: warningLogin25'] },
  {
    what: 'a login in clear text',
    config: { encryption: 'none' },
    warnings: ['encryption: warningClearText'],
  },
  {
    what: 'a login in clear text on port 25',
    config: { port: 25, encryption: 'none' },
    warnings: ['encryption: warningClearText', 'port: warningLogin25'],
  },
  {
    what: 'a certificate that is not checked',
    config: { verifyCertificate: false },
    warnings: ['verify_certificate: warningCertificate'],
  },
  {
    what: 'a username of another domain',
    config: { username: 'mailer@example.org' },
    warnings: ['from_email: warningOtherDomain'],
  },
  {
    what: 'another domain under the same registry',
    config: { username: 'a@shop.co.zw', fromEmail: 'a@store.co.zw' },
    warnings: ['from_email: warningOtherDomain'],
  },
  {
    what: 'a from address of a provider through another server',
    config: { fromEmail: 'shop@gmail.com' },
    warnings: ['from_email: warningFreeMail'],
  },
  {
    what: 'a from address of a provider through another provider',
    config: { host: 'smtp.sendgrid.net', username: 'apikey', fromEmail: 'shop@gmx.de' },
    warnings: ['from_email: warningFreeMail'],
  },
  {
    what: 'all of it at once',
    config: { port: 465, encryption: 'none', fromEmail: 'shop@Example.ORG' },
    warnings: [
      'encryption: warningClearText',
      'port: warningPort465',
      'from_email: warningOtherDomain',
    ],
  },
]

const WITHOUT_WARNING: { what: string; config: CheckedSettings }[] = [
  { what: 'STARTTLS on port 587', config: SOUND },
  { what: 'SSL/TLS on port 465', config: { ...SOUND, port: 465, encryption: 'tls' } },
  { what: 'STARTTLS on port 25 without a login', config: { ...SOUND, port: 25, username: null } },
  { what: 'a port of its own', config: { ...SOUND, port: 2525, encryption: 'tls' } },
  {
    what: 'no encryption and no login',
    config: { ...SOUND, port: 25, encryption: 'none', username: null },
  },
  {
    what: 'a login in clear text on this machine',
    config: { ...SOUND, host: '127.0.0.1', port: 1025, encryption: 'none' },
  },
  {
    what: 'a certificate that nobody asks for',
    config: { ...SOUND, encryption: 'none', username: null, verifyCertificate: false },
  },
  { what: 'a username that is no address', config: { ...SOUND, username: 'apikey' } },
  {
    what: 'a username of a domain below',
    config: { ...SOUND, username: 'postmaster@mg.example.com' },
  },
  { what: 'no from address', config: { ...SOUND, username: 'a@b.example', fromEmail: null } },
  { what: 'what is no address at all', config: { ...SOUND, fromEmail: 'orders' } },
  { what: 'a provider’s address through its server', config: GMAIL },
  {
    what: 'a provider’s address through another server of it',
    config: { ...GMAIL, host: 'smtp-relay.gmail.com' },
  },
]

test.group('Configuration warnings', () => {
  test('{what}: is a warning at its field')
    .with(CASES)
    .run(({ assert }, { config, warnings }) => {
      const found = configWarnings({ ...SOUND, ...config })

      assert.deepEqual(
        found.map(({ field, message }) => `${field}: ${message.key.replace('form.', '')}`),
        warnings
      )
    })

  test('{what}: is no warning')
    .with(WITHOUT_WARNING)
    .run(({ assert }, { config }) => {
      assert.deepEqual(configWarnings(config), [])
    })

  test('names the domains and the provider, in {language}')
    .with([
      { language: 'en', words: ['example.com', 'example.org', 'a Gmail address'] },
      { language: 'de', words: ['example.com', 'example.org', 'zu Gmail'] },
    ])
    .run(({ assert }, { language, words }) => {
      const [domains] = configWarnings({ ...SOUND, username: 'mailer@example.org' })
      const [provider] = configWarnings({ ...SOUND, fromEmail: 'shop@gmail.com' })

      const said = [domains, provider].map(({ message }) => format(translator(language), message))

      words.forEach((word) => assert.include(said.join(' '), word))
    })
})
