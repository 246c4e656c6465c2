import { test } from '@japa/runner'
import { errors } from '@vinejs/vine'
import { discover } from '../../../app/smtp_admin/diagnostics/discovery/discover.js'
import { readPastedServer } from '../../../app/smtp_admin/diagnostics/pasted_server.js'
import { checkValues } from '../../../app/smtp_admin/models/check_values.js'
import type { Problem } from '../../../app/smtp_admin/models/problem.js'
import { isHost } from '../../../app/smtp_admin/models/server_address.js'
import { en, format } from '../../../app/smtp_admin/i18n/format.js'

type Encryption = 'none' | 'starttls' | 'tls'
type Read = [pasted: string, host: string, port?: number, encryption?: Encryption]

const SENTENCE = /^\p{Lu}.*[.?]$/u

const M = 'mail.example.com'
const IPV6 = '2001:db8::1'

/** What people paste, and the server that is in it. */
const READ: Read[] = [
  // As it should be
  [M, M],
  ['smtp.gmail.com', 'smtp.gmail.com'],
  ['localhost', 'localhost'],
  ['mailhost', 'mailhost'],
  ['mail', 'mail'],
  ['smtp', 'smtp'],
  ['192.0.2.7', '192.0.2.7'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['a.b.c.d.e.f.example.com', 'a.b.c.d.e.f.example.com'],
  ['1and1.example.com', '1and1.example.com'],
  ['3com.example', '3com.example'],
  ['mx-1.example.com', 'mx-1.example.com'],
  // Blanks, dots and capitals
  [' mail.example.com', M],
  ['mail.example.com ', M],
  ['  mail.example.com\t', M],
  ['\u00a0mail.example.com\u00a0', M],
  ['\u3000mail.example.com', M],
  ['MAIL.EXAMPLE.COM', M],
  ['Mail.Example.Com', M],
  ['mail.example.com.', M],
  ['MAIL.EXAMPLE.COM.', M],
  ['.mail.example.com', M],
  ['mail.example.com,', M],
  ['mail.example.com;', M],
  ['mail.example.com:', M],
  ['mail.example.com!', M],
  // Schemes
  ['smtp://mail.example.com', M],
  ['smtp://mail.example.com/', M],
  ['SMTP://MAIL.EXAMPLE.COM', M],
  ['smtp://mail.example.com:587', M, 587, 'starttls'],
  ['smtp://mail.example.com:25', M, 25],
  ['smtps://mail.example.com', M, undefined, 'tls'],
  ['smtps://mail.example.com:465/', M, 465, 'tls'],
  ['smtps://mail.example.com:2465', M, 2465, 'tls'],
  ['submission://mail.example.com', M],
  ['submissions://mail.example.com', M, undefined, 'tls'],
  ['smtp+starttls://mail.example.com', M, undefined, 'starttls'],
  ['ssl://mail.example.com', M, undefined, 'tls'],
  ['ssl://mail.example.com:465', M, 465, 'tls'],
  ['tls://mail.example.com:587', M, 587, 'tls'],
  ['http://mail.example.com', M],
  ['https://mail.example.com', M],
  ['https://mail.example.com/', M],
  ['https://mail.example.com:8443', M],
  ['https://mail.example.com:443/', M],
  ['tcp://mail.example.com:25', M, 25],
  ['smtp:/mail.example.com', M],
  ['smtp:\\\\mail.example.com', M],
  ['http//mail.example.com', M],
  ['smtp://smtp://mail.example.com', M],
  ['https://smtp://mail.example.com', M],
  ['//mail.example.com', M],
  ['smtp://[2001:db8::1]:25', IPV6, 25],
  ['smtp://192.0.2.7:587', '192.0.2.7', 587, 'starttls'],
  // Paths
  ['mail.example.com/', M],
  ['mail.example.com//', M],
  ['mail.example.com/inbox', M],
  ['https://mail.example.com/inbox', M],
  ['https://mail.example.com/owa/?ae=Folder', M],
  ['https://mail.example.com?user=1', M],
  ['https://mail.example.com#top', M],
  ['smtp://mail.example.com:587/path', M, 587, 'starttls'],
  ['mail.example.com:587/tls', M, 587, 'starttls'],
  // Ports
  ['mail.example.com:587', M, 587, 'starttls'],
  ['mail.example.com:465', M, 465, 'tls'],
  ['mail.example.com:25', M, 25],
  ['mail.example.com:2525', M, 2525],
  ['mail.example.com:0587', M, 587, 'starttls'],
  ['mail.example.com.:587', M, 587, 'starttls'],
  ['mail.example.com:587.', M, 587, 'starttls'],
  ['mail.example.com: 587', M, 587, 'starttls'],
  ['mail.example.com : 587', M, 587, 'starttls'],
  ['mail.example.com :587', M, 587, 'starttls'],
  ['mail.example.com 587', M, 587, 'starttls'],
  ['mail.example.com  587', M, 587, 'starttls'],
  ['mail.example.com\u00a0587', M, 587, 'starttls'],
  ['mail.example.com,587', M, 587, 'starttls'],
  ['mail.example.com, 587', M, 587, 'starttls'],
  ['mail.example.com;587', M, 587, 'starttls'],
  ['mail.example.com port 587', M, 587, 'starttls'],
  ['mail.example.com Port: 587', M, 587, 'starttls'],
  ['mail.example.com, port 465', M, 465, 'tls'],
  ['mail.example.com (port 465)', M, 465, 'tls'],
  ['mail.example.com on port 25', M, 25],
  ['mail.example.com - 587', M, 587, 'starttls'],
  ['mail.example.com | 587', M, 587, 'starttls'],
  ['587 mail.example.com', M, 587, 'starttls'],
  ['port 587 at mail.example.com', M, 587, 'starttls'],
  ['mail.example.com 587/tcp', M, 587, 'starttls'],
  ['mail.example.com:587 587', M, 587, 'starttls'],
  ['mail.example.com:submission', M, 587, 'starttls'],
  ['mail.example.com:smtps', M, 465, 'tls'],
  ['mail.example.com:smtp', M, 25],
  ['localhost:1025', 'localhost', 1025],
  ['localhost 1025', 'localhost', 1025],
  ['mailhost:25', 'mailhost', 25],
  ['smtp:25', 'smtp', 25],
  ['mail 25', 'mail', 25],
  ['192.0.2.7:25', '192.0.2.7', 25],
  ['192.0.2.7 port 25', '192.0.2.7', 25],
  // Words on encryption
  ['mail.example.com SSL', M, undefined, 'tls'],
  ['mail.example.com STARTTLS', M, undefined, 'starttls'],
  ['mail.example.com TLS', M],
  ['mail.example.com:587 TLS', M, 587, 'starttls'],
  ['mail.example.com:465 SSL', M, 465, 'tls'],
  ['mail.example.com:465 (SSL/TLS)', M, 465, 'tls'],
  ['mail.example.com 587 STARTTLS', M, 587, 'starttls'],
  ['mail.example.com:2525 TLS', M, 2525, 'starttls'],
  ['mail.example.com:2525 (SSL)', M, 2525, 'tls'],
  ['mail.example.com, 587, STARTTLS required', M, 587, 'starttls'],
  ['mail.example.com, SSL: no', M],
  // Lines of manuals and files of settings
  ['SMTP server: mail.example.com', M],
  ['SMTP Server mail.example.com', M],
  ['SMTP mail.example.com', M],
  ['Outgoing server: mail.example.com', M],
  ['Outgoing mail server (SMTP): mail.example.com', M],
  ['Host: mail.example.com', M],
  ['Hostname: mail.example.com Port: 587', M, 587, 'starttls'],
  ['Host:mail.example.com', M],
  ['server:mail.example.com:587', M, 587, 'starttls'],
  ['Server name: mail.example.com, Port: 465, Encryption method: SSL/TLS', M, 465, 'tls'],
  ['Server: mail.example.com\nPort: 587\nEncryption: STARTTLS', M, 587, 'starttls'],
  ['mail.example.com\n', M],
  ['\r\nmail.example.com\r\n', M],
  ['mail.example.com\t587', M, 587, 'starttls'],
  ['host=mail.example.com', M],
  ['host=mail.example.com port=587', M, 587, 'starttls'],
  ['SMTP_HOST=mail.example.com', M],
  ['MAIL_HOST=mail.example.com', M],
  ['SMTP_HOST="mail.example.com"', M],
  ["MAIL_HOST='mail.example.com'; MAIL_PORT=587", M, 587, 'starttls'],
  ['"host": "mail.example.com",', M],
  ['{ host: "mail.example.com", port: 587 }', M, 587, 'starttls'],
  ['Use mail.example.com.', M],
  ['Postausgangsserver: mail.example.com', M],
  ['The SMTP server is mail.example.com on port 465 with SSL.', M, 465, 'tls'],
  ['Host: mailserver1', 'mailserver1'],
  // Quotation marks and brackets
  ['"mail.example.com"', M],
  ["'mail.example.com'", M],
  ['“mail.example.com”', M],
  ['„mail.example.com“', M],
  ['«mail.example.com»', M],
  ['`mail.example.com`', M],
  ['<mail.example.com>', M],
  ['(mail.example.com)', M],
  ['[mail.example.com]', M],
  ['<smtp://mail.example.com:587>', M, 587, 'starttls'],
  ['"mail.example.com:587"', M, 587, 'starttls'],
  // Addresses and credentials
  ['me@example.com', 'example.com'],
  ['ME@EXAMPLE.COM', 'example.com'],
  ['user@mail.example.com', M],
  ['user@mail.example.com:587', M, 587, 'starttls'],
  ['smtp://user@mail.example.com', M],
  ['smtp://me:secret@mail.example.com:587', M, 587, 'starttls'],
  ['smtps://me%40example.com:secret@mail.example.com', M, undefined, 'tls'],
  ['smtp://me:p@ss@mail.example.com', M],
  ['smtp://me:two words@mail.example.com', M],
  ['mailto:me@example.com', 'example.com'],
  ['mailto:me@example.com?subject=Hello', 'example.com'],
  ['<me@example.com>', 'example.com'],
  ['Jane Doe <jane@example.com>', 'example.com'],
  ['"Doe, Jane" <jane@example.com>', 'example.com'],
  ['"me"@example.com', 'example.com'],
  ['me @ example.com', 'example.com'],
  ['@example.com', 'example.com'],
  ['me@[192.0.2.7]', '192.0.2.7'],
  ['me@bücher.example', 'xn--bcher-kva.example'],
  ['mail.example.com me@example.com', M],
  // Names in other scripts
  ['bücher.example', 'xn--bcher-kva.example'],
  ['BÜCHER.example', 'xn--bcher-kva.example'],
  ['bu\u0308cher.example', 'xn--bcher-kva.example'],
  ['bücher.example:587', 'xn--bcher-kva.example', 587, 'starttls'],
  ['smtp://почта.example', 'xn--80a1acny.example'],
  ['почта.рф', 'xn--80a1acny.xn--p1ai'],
  ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
  ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
  ['faß.example', 'xn--fa-hia.example'],
  ['☃.example', 'xn--n3h.example'],
  // Characters that are not what they seem
  ['mail.example.com\u200b', M],
  ['\ufeffmail.example.com', M],
  ['mail\u200b.example.com', M],
  ['ma\u00adil.example.com', M],
  ['\u2060mail.example.com', M],
  ['\u202amail.example.com\u202c', M],
  ['\u200email.example.com', M],
  ['ｍａｉｌ．ｅｘａｍｐｌｅ．ｃｏｍ', M],
  ['mail.example.com:５８７', M, 587, 'starttls'],
  ['mail.example.com：587', M, 587, 'starttls'],
  ['mail.example.com　５８７', M, 587, 'starttls'],
  ['mail。example。com', M],
  ['１９２．０．２．７', '192.0.2.7'],
  // IPv6
  ['::1', '::1'],
  ['[::1]', '::1'],
  ['[::1]:1025', '::1', 1025],
  [IPV6, IPV6],
  ['2001:DB8::1', IPV6],
  ['[2001:db8::1]', IPV6],
  ['[2001:db8::1]:587', IPV6, 587, 'starttls'],
  ['[2001:db8::1] 587', IPV6, 587, 'starttls'],
  ['2001:db8::1 port 587', IPV6, 587, 'starttls'],
  ['[2001:db8::1]/', IPV6],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
  // Underscores
  ['mail_server', 'mail_server'],
  ['mail_1.example.com', 'mail_1.example.com'],
  ['_smtp.example.com:25', '_smtp.example.com', 25],
]

/** What nobody can read one server from, and a part of what is said. */
const UNREAD: [pasted: string, said: RegExp][] = [
  ['', /^Enter the host/],
  ['   ', /^Enter the host/],
  ['\u200b', /^Enter the host/],
  ['.', /^Enter the host/],
  ['...', /^Enter the host/],
  ['-', /^Enter the host/],
  ['@', /^Enter the host/],
  ['smtp://', /^Enter the host/],
  ['https:///', /^Enter the host/],
  ['""', /^Enter the host/],
  ['SMTP server:', /^Enter the host/],
  ['Host: ', /^Enter the host/],
  ['587', /^Enter the host/],
  [':587', /^Enter the host/],
  ['port 587', /^Enter the host/],
  ['TLS', /^Enter the host/],
  ['🙂', /^Enter the host/],
  ['mail example.com', /Did you mean mail\.example\.com\?/],
  ['smtp example.com', /Did you mean smtp\.example\.com\?/],
  ['mail example com', /without spaces/],
  ['mail. example.com', /Did you mean mail\.example\.com\?/],
  ['mail .example.com', /Did you mean mail\.example\.com\?/],
  ['mail.example .com', /more than one server/],
  ['our mail server is mail.example.com', /without spaces/],
  ['hunter2 mail.example.com', /without spaces/],
  ['the quick brown fox', /without spaces/],
  ['mail,example,com', /without spaces/],
  ['mail.a.example, mail.b.example', /more than one server/],
  ['mail.a.example mail.b.example', /more than one server/],
  ['mail.a.example or mail.b.example', /more than one server/],
  ['mail.a.example;mail.b.example', /more than one server/],
  ['smtp://mail.a.example smtp://mail.b.example', /more than one server/],
  ['me@a.example, me@b.example', /more than one server/],
  ['[::1] [::2]', /more than one server/],
  ['mail.example.com 465 587', /more than one port/],
  ['mail.example.com:465/587', /more than one port/],
  ['mail.example.com 465/587', /more than one port/],
  ['mail.example.com:25:587', /port does not exist/],
  ['mail.example.com:587 or 465', /more than one port/],
  ['mail.example.com:0', /port does not exist/],
  ['mail.example.com:65536', /port does not exist/],
  ['mail.example.com:99999', /port does not exist/],
  ['mail.example.com:123456789012345678901234567890', /port does not exist/],
  ['mail.example.com port 70000', /port does not exist/],
  ['mail.example.com:-25', /port does not exist/],
  ['mail.example.com:port', /port does not exist/],
  ['mail.example.com:58 7', /more than one port/],
  ['mail.example.com:587a', /port does not exist/],
  ['imap://imap.example.com', /reading mail/],
  ['imaps://mail.example.com:993', /reading mail/],
  ['pop3://pop.example.com', /reading mail/],
  ['pop3s://me:secret@pop.example.com', /reading mail/],
  ['256.1.1.1', /IP address/],
  ['1.2.3', /IP address/],
  ['127.1', /IP address/],
  ['127.1:25', /IP address/],
  ['1.2.3.4.5', /IP address/],
  ['0x7f.1', /IP address/],
  ['0x7f000001', /IP address/],
  ['010.0.0.1', /IP address/],
  ['mail.example.123', /IP address/],
  ['[::1', /host name or IP address/],
  ['::1]:25', /^Enter the host/],
  ['2001:db8::g', /IP address/],
  ['[2001:db8::1]587', /host name or IP address|port does not exist/],
  ['mail..example.com', /two dots/],
  ['mail.example..com', /two dots/],
  ['*.example.com', /one host instead of a pattern/],
  ['-mail.example.com', /hyphen/],
  ['mail-.example.com', /hyphen/],
  [`${'x'.repeat(64)}.example.com`, /longer than a host name/],
  [`${'x.'.repeat(130)}com`, /longer than a host name/],
  ['x'.repeat(64), /longer than a host name/],
  ['x'.repeat(1001), /too much text/],
  ['mail.example.com '.repeat(100), /too much text/],
  ['mail.exam%70le.com', /host name or IP address/],
  ['mail.exa$mple.com', /host name or IP address/],
  ['mail.example.com&x=1', /host name or IP address/],
  ['mail.exämple.com\u0000', /control character/],
  ['mail.example.com\u0007', /control character/],
  ['mail\u001b[31m.example.com', /control character/],
  ['\ud800.example', /DNS cannot hold/],
  ['xn--\u{1f3ff}..example', /DNS cannot hold|two dots/],
  ['javascript:alert(1)', /.+/],
  ['<script>alert(1)</script>', /.+/],
  ['../../etc/passwd', /.+/],
  ['C:\\mail', /.+/],
  ["'; drop table smtp_configs; --", /.+/],
  ['{{ 7 * 7 }}', /.+/],
  ['SSL: no', /.+/],
]

/** What the form makes of a host field: the host, or the messages. */
async function enteredInForm(host: string) {
  try {
    const checked = await checkValues({
      ...{ scope: 'site', name: 'Primary', host, port: 587, use_tls: true, use_ssl: false },
      ...{ username: null, password: null, from_email: null, from_name: null, reply_to: null },
      ...{ timeout: 10, is_active: false, fallback_order: null, verify_certificate: true },
      ...{ ehlo_name: null, rate_limit_per_minute: null, notes: null },
    })
    return { host: checked.host, port: checked.port }
  } catch (error) {
    if (!(error instanceof errors.E_VALIDATION_ERROR)) {
      throw error
    }
    return { messages: error.messages as { field: string; message: string }[] }
  }
}

function titleOf(pasted: string) {
  return JSON.stringify(pasted.length > 60 ? `${pasted.slice(0, 60)}…` : pasted)
}

test.group('A pasted server', () => {
  test('is tried with more than two hundred texts', ({ assert }) => {
    assert.isAbove(new Set([...READ, ...UNREAD].map(([pasted]) => pasted)).size, 200)
  })

  for (const [pasted, host, port, encryption] of READ) {
    test(`${titleOf(pasted)} is ${host}`, ({ assert }) => {
      const { notes, ...read } = readPastedServer(pasted) as { notes: string[] }

      assert.deepEqual(read, { host, ...(port && { port }), ...(encryption && { encryption }) })
      assert.isTrue(isHost(host))
      for (const note of notes) {
        assert.match(note, SENTENCE)
        assert.notMatch(note, /[\p{Cc}\p{Cf}]/u)
      }
    })

    test(`${titleOf(pasted)} is the same in the form, or has a message`, async ({ assert }) => {
      const entered = await enteredInForm(pasted)

      if (entered.messages) {
        assert.match(pasted, /[/\n\t?#]/, 'only what is left out or a line break is refused')
        assert.equal(entered.messages[0].field, 'host')
      } else {
        assert.deepEqual(entered, { host, port: port ?? 587 })
      }
    })
  }

  for (const [pasted, said] of UNREAD) {
    test(`${titleOf(pasted)} has a message`, ({ assert }) => {
      const { problem } = readPastedServer(pasted) as { problem: Problem }

      assert.match(problem.message, said)
      assert.match(problem.message, SENTENCE)
      assert.isBelow(problem.message.length, 160)
    })

    test(`${titleOf(pasted)} has a message in the form`, async ({ assert }) => {
      const { messages } = await enteredInForm(pasted)

      assert.isNotEmpty(messages)
      assert.include(['host', 'port'], messages![0].field)
    })
  }
})

test.group('A pasted server in the field of discovery', () => {
  for (const [pasted] of [...READ, ...UNREAD]) {
    test(`${titleOf(pasted)} is a domain or has a message`, async ({ assert }) => {
      const { domain, problem } = await discover(pasted, { sources: false })

      assert.isTrue(domain === null ? SENTENCE.test(format(en, problem!)) : isHost(domain))
      assert.isTrue((domain === null) !== (problem === null))
    })
  }
})

test.group('The notes on a pasted server', () => {
  const NOTES: [pasted: string, notes: string[]][] = [
    ['mail.example.com', []],
    ['mail.example.com.', ['The dot at the end of the host was left out.']],
    ['bücher.example', ['In DNS this name is xn--bcher-kva.example.']],
    ['mail.example.com:587', ['Port 587 was read from the text.', 'Port 587 takes STARTTLS.']],
    [
      'smtps://me:secret@mail.example.com/',
      ['What stands before the @ was left out.', 'The scheme smtps:// means TLS from the start.'],
    ],
    ['“mail.example.com”', ['Quotation marks or brackets were left out.']],
    ['mail\u200b.example.com', ['Invisible characters were taken out.']],
    ['ｍａｉｌ.example.com', ['Wide characters were made plain ones.']],
    ['SMTP server: mail.example.com', ['The words around it were left out.']],
    ['https://mail.example.com/inbox', ['The path after the host was left out.']],
    ['https://mail.example.com:8443', ['Port 8443 belongs to a web address and was left out.']],
  ]
  for (const [pasted, notes] of NOTES) {
    test(`${titleOf(pasted)} has ${notes.length}`, ({ assert }) => {
      assert.deepEqual((readPastedServer(pasted) as { notes: string[] }).notes.sort(), notes.sort())
    })
  }

  test('a password never comes back', ({ assert }) => {
    for (const pasted of [
      'smtp://me:hunter2@mail.example.com',
      'smtp://me:hunter2 hunter2@mail.example.com:587',
      'smtp://me:hunter2@',
      'me:hunter2@mail.example.com',
      'smtp://me:hunter2@mail..example.com',
      'smtp://me:hunter2@mail.example.com:99999',
      'me@hunter2@mail.example.com',
    ]) {
      assert.notInclude(JSON.stringify(readPastedServer(pasted)), 'hunter2')
    }
  })
})
