import { test } from '@japa/runner'
import { errors } from '@vinejs/vine'
import {
  type HostRule,
  hostRule,
  isHost,
  parseDomain,
  parseServer,
} from '../../../app/smtp_admin/models/host.js'
import { normalize, validate } from '../../../app/smtp_admin/models/config_validator.js'
import { DEFAULTS } from '../../../app/smtp_admin/models/config_fields.js'

type Encryption = 'starttls' | 'tls'

const HOST = 'mail.example.com'
const IPV6 = '2001:db8::1'

const SERVERS: [text: string, host: string, port?: number, encryption?: Encryption][] = [
  [HOST, HOST],
  ['localhost', 'localhost'],
  ['3com.example', '3com.example'],
  ['192.0.2.7', '192.0.2.7'],
  [IPV6, IPV6],
  [' mail.example.com\t', HOST],
  ['\u00a0mail.example.com', HOST],
  ['Mail.Example.COM.', HOST],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['mail.example.com:2525', HOST, 2525],
  ['mail.example.com:0587', HOST, 587],
  ['MAIL.EXAMPLE.COM.:587', HOST, 587],
  ['192.0.2.7:25', '192.0.2.7', 25],
  ['[2001:db8::1]', IPV6],
  ['[2001:db8::1]:25', IPV6, 25],
  ['smtp://mail.example.com', HOST],
  ['SMTP://mail.example.com:25/', HOST, 25],
  ['smtp://[2001:db8::1]:25', IPV6, 25],
  ['submission://mail.example.com:587', HOST, 587, 'starttls'],
  ['smtps://mail.example.com:465/', HOST, 465, 'tls'],
  ['submissions://mail.example.com', HOST, undefined, 'tls'],
  ['ssl://mail.example.com:465', HOST, 465, 'tls'],
  ['tls://mail.example.com:587', HOST, 587, 'tls'],
  ['smtps://me:secret@mail.example.com:465', HOST, 465, 'tls'],
]

const REFUSED: [text: string, rule: HostRule][] = [
  ['mail example.com', 'spaces'],
  ['mail.example.com 587', 'spaces'],
  ['mail.a.example, mail.b.example', 'spaces'],
  ['mail.example.com/inbox', 'hostName'],
  ['https://mail.example.com', 'hostName'],
  ['*.example.com', 'hostName'],
  ['mail.exa$mple.com', 'hostName'],
  ['<script>alert(1)</script>', 'hostName'],
  ['[::1', 'hostName'],
  ['imap://mail.example.com', 'incoming'],
  ['pop3s://mail.example.com:995', 'incoming'],
  ['mail.example.com:0', 'noSuchPort'],
  ['mail.example.com:65536', 'noSuchPort'],
  ['smtp://mail.example.com:99999', 'noSuchPort'],
  ['192.0.2', 'ipAddress'],
  ['192.0.2.256', 'ipAddress'],
  ['127.1', 'ipAddress'],
  ['0x7f000001', 'ipAddress'],
  ['mail.example.123', 'ipAddress'],
  ['\ud800.example', 'characters'],
  ['mail..example.com', 'dots'],
  ['-mail.example.com', 'hyphen'],
  ['mail-.example.com', 'hyphen'],
  [`${'x'.repeat(64)}.example.com`, 'tooLong'],
  [`${'x.'.repeat(126)}com`, 'tooLong'],
]

const PASSWORDS = [
  'smtp://me:hunter2@mail.example.com',
  'smtp://me:hunter2 hunter2@mail.example.com:587',
  'smtp://me:hunter2@',
  'me:hunter2@mail.example.com',
  'smtp://me:hunter2@mail..example.com',
  'smtp://me:hunter2@mail.example.com:99999',
  'me@hunter2@mail.example.com',
]

const DOMAINS: [text: string, domain: string | null][] = [
  ['maya@example.com', 'example.com'],
  ['maya@Bücher.example', 'xn--bcher-kva.example'],
  [' example.com ', 'example.com'],
  ['https://mail.example.com:8443/inbox?user=1#top', HOST],
  ['smtp://me:secret@mail.example.com:587', HOST],
  ['mail.example.com:587', HOST],
  ['two words', null],
  ['maya@', null],
  ['', null],
]

test.group('A server', () => {
  for (const [text, host, port = null, encryption = null] of SERVERS) {
    test(`is read from ${JSON.stringify(text)}`, ({ assert }) => {
      assert.deepEqual(parseServer(text), { host, port, encryption })
      assert.isTrue(isHost(host))
    })
  }

  for (const [text, rule] of REFUSED) {
    test(`is not read from ${JSON.stringify(text.slice(0, 40))}: ${rule}`, async ({ assert }) => {
      assert.isFalse(isHost(parseServer(text).host))
      assert.equal(hostRule(text), rule)

      const [error] = await refusal({ host: text })
      assert.deepInclude(error, { field: 'host', rule })
      assert.match(error.message, /^\p{Lu}.*\.$/u)
    })
  }

  for (const text of PASSWORDS) {
    test(`never repeats the password of ${JSON.stringify(text)}`, ({ assert }) => {
      assert.notInclude(JSON.stringify(parseServer(text)), 'hunter2')
      assert.notInclude(JSON.stringify(normalize({ host: text })), 'hunter2')
    })
  }

  test('with a control character is refused', async ({ assert }) => {
    for (const text of ['mail.exämple.com\u0000', 'mail\u001b[31m.example.com', 'mail\nx']) {
      const errorsFound = await refusal({ host: text })
      assert.include(
        errorsFound.map(({ rule }) => rule),
        'line'
      )
    }
  })

  test('sets the encryption of its scheme', async ({ assert }) => {
    const values = { ...DEFAULTS, name: 'Primary', host: 'smtps://mail.example.com:465' }
    const valid = await validate({ ...values, use_tls: true })
    assert.deepInclude(valid, { host: HOST, port: 465, use_tls: false, use_ssl: true })
  })
})

test.group('A domain', () => {
  for (const [text, domain] of DOMAINS) {
    test(`of ${JSON.stringify(text)} is ${domain}`, ({ assert }) => {
      assert.equal(parseDomain(text), domain)
    })
  }
})

/** The errors of a configuration with these values. */
async function refusal(values: object) {
  try {
    await validate({ ...DEFAULTS, name: 'Primary', port: 587, ...values })
    return []
  } catch (error) {
    if (error instanceof errors.E_VALIDATION_ERROR) {
      return error.messages as { field: string; rule: string; message: string }[]
    }
    throw error
  }
}
