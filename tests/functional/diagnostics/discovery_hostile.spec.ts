import type { ServerResponse } from 'node:http'
import { test } from '@japa/runner'
import { en, format } from '../../../app/smtp_admin/i18n/format.js'
import { discover } from '../../../app/smtp_admin/diagnostics/discovery/discover.js'
import type { DiscoveryOptions } from '../../../app/smtp_admin/diagnostics/discovery/context.js'
import {
  AutoconfigServer,
  type Page,
  autoconfigFile,
  outgoingServer,
} from '../../helpers/dns/autoconfig_server.js'
import { trustAuthority } from '../../helpers/smtp/certificates.js'
import { DnsServer, type Zone } from '../../helpers/dns/dns_server.js'

const FILE = autoconfigFile(outgoingServer({ hostname: 'smtp.example.test' }))

const LAUGHS = Array.from(
  { length: 10 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`
)

/** Discovers settings from one local web server. */
async function discoverAt(url: string, options: DiscoveryOptions = {}) {
  const dns = await DnsServer.start({ 'example.test': {} })
  return discover('example.test', {
    dns: [dns.address],
    sources: { ispdb: false, dns: false, probe: false },
    autoconfigUrls: [url],
    allowPrivate: true,
    ...options,
  })
}

function redirectTo(location: string, status = 302): Page {
  return (_, response) => response.writeHead(status, { location }).end()
}

test.group('Hostile autoconfig documents', () => {
  const PAGES: [what: string, page: Page, said: RegExp][] = [
    ['nothing', '', /not an autoconfig file/],
    ['a page', '<!doctype html><p>Hello', /not an autoconfig file/],
    [
      'something unfinished',
      '<clientConfig><outgoingServer type="smtp"',
      /without an outgoing server/,
    ],
    ['a billion laughs', `<!DOCTYPE x [${LAUGHS.join('')}]>${FILE}`, /DOCTYPE/],
    [
      'an entity from elsewhere',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${FILE}`,
      /DOCTYPE/,
    ],
    ['a megabyte', FILE + ' '.repeat(1024 * 1024), /larger than 64 KB/],
    [
      'bytes without an end',
      (_, response: ServerResponse) => {
        const fill = () => {
          while (!response.destroyed && response.write('x'.repeat(16_384))) {
            // Until the client stops reading.
          }
        }
        response.on('drain', fill)
        fill()
      },
      /larger than 64 KB/,
    ],
    ['a hang-up', (request) => request.socket.destroy(), /could not be reached/],
    ['headers without an end', (_, response) => manyHeaders(response), /could not be reached/],
    ['status 500', (_, response) => response.writeHead(500).end(FILE), /status 500/],
    ['status 204', (_, response) => response.writeHead(204).end(), /status 204/],
    ['a redirection to nowhere', (_, response) => response.writeHead(302).end(), /status 302/],
    ['a redirection to http', redirectTo('http://127.0.0.1:1/'), /not allowed/],
    ['a redirection to a file', redirectTo('file:///etc/passwd'), /not allowed/],
    ['a redirection with a password', redirectTo('https://a:b@127.0.0.1/'), /not allowed/],
    ['a redirection to garbage', redirectTo('https://[['), /not allowed/],
  ]
  for (const [what, page, said] of PAGES) {
    test(`with ${what} are rejected with a message`, async ({ assert }) => {
      const web = await AutoconfigServer.start({ '/f': page })

      const { servers, attempts } = await discoverAt(web.url('/f'))

      assert.isEmpty(servers)
      assert.match(format(en, attempts[1].outcome), said)
      assert.notMatch(format(en, attempts[1].outcome), /passwd|a:b/)
    })
  }

  test('that redirect in a loop are rejected', async ({ assert }) => {
    await trustAuthority()
    const web = await AutoconfigServer.startTls({ '/f': redirectTo('/f') })

    const { attempts } = await discoverAt(web.url('/f'))

    assert.match(format(en, attempts[1].outcome), /redirected too many times/)
    assert.lengthOf(web.requests, 4)
  })

  test('may redirect to https', async ({ assert }) => {
    await trustAuthority()
    const web = await AutoconfigServer.startTls({ '/file': FILE })
    const first = await AutoconfigServer.start({ '/f': redirectTo(web.url('/file')) })

    const { servers } = await discoverAt(first.url('/f'))

    assert.equal(servers[0].host, 'smtp.example.test')
  })

  test('with an untrusted certificate are not fetched', async ({ assert }) => {
    const web = await AutoconfigServer.startTls({ '/f': FILE })

    const { servers, attempts } = await discoverAt(web.url('/f'))

    assert.isEmpty(servers)
    assert.match(format(en, attempts[1].outcome), /UNABLE_TO_VERIFY|SELF_SIGNED|UNABLE_TO_GET/)
  })

  const SLOW: [what: string, page: Page][] = [
    ['say nothing', () => {}],
    [
      'say one byte at a time',
      (_, response) => {
        const timer = setInterval(() => response.write('<'), 20)
        response.on('close', () => clearInterval(timer))
      },
    ],
  ]
  for (const [what, page] of SLOW) {
    test(`that ${what} are abandoned at the timeout`, async ({ assert }) => {
      const web = await AutoconfigServer.start({ '/f': page })

      const { attempts, ms } = await discoverAt(web.url('/f'), { timeout: 0.5 })

      assert.match(format(en, attempts[1].outcome), /timed out/)
      assert.isBelow(ms, 1500)
      await web.allGone()
    })
  }

  test('are abandoned when the signal aborts', async ({ assert }) => {
    const web = await AutoconfigServer.start({ '/f': () => {} })
    const stop = new AbortController()
    void web.until(() => web.requests.length > 0, 'somebody asks').then(() => stop.abort())

    const { servers, ms } = await discoverAt(web.url('/f'), { signal: stop.signal, timeout: 30 })

    assert.isEmpty(servers)
    assert.isBelow(ms, 5000)
  })

  for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1']) {
    test(`at ${host} are not requested`, async ({ assert }) => {
      const web = await AutoconfigServer.start({ '/f': FILE })

      const { servers } = await discoverAt(`http://${host}:${web.port}/f`, { allowPrivate: false })

      assert.isEmpty(servers)
      assert.equal(web.connections, 0)
    })
  }

  test('at an invalid URL are not requested', async ({ assert }) => {
    const { attempts } = await discoverAt('{domain}/f')

    assert.equal(format(en, attempts[1].outcome), 'This domain has no website.')
  })

  test('at a name that resolves to this machine are not requested', async ({ assert }) => {
    const web = await AutoconfigServer.start({ '/f': FILE })
    const dns = await DnsServer.start({ 'autoconfig.example.test': { A: ['127.0.0.1'] } })

    const { servers, attempts } = await discoverAt(`http://autoconfig.{domain}:${web.port}/f`, {
      dns: [dns.address],
      allowPrivate: false,
    })

    assert.isEmpty(servers)
    assert.equal(web.connections, 0)
    assert.match(format(en, attempts[1].outcome), /skipped because its address is not public/)
  })

  test('are requested from the address that was checked', async ({ assert }) => {
    const web = await AutoconfigServer.start({ '/f': FILE })
    const dns = await DnsServer.start({ 'autoconfig.example.test': { A: ['127.0.0.1'] } })

    const { servers } = await discoverAt(`http://autoconfig.{domain}:${web.port}/f`, {
      dns: [dns.address],
    })

    assert.lengthOf(servers, 1)
    assert.sameMembers(dns.asked, ['A autoconfig.example.test', 'AAAA autoconfig.example.test'])
  })
})

test.group('Hostile DNS records', () => {
  async function discoverIn(zone: Zone, options: DiscoveryOptions = {}) {
    const dns = await DnsServer.start(zone)
    const result = await discover('example.test', {
      dns: [dns.address],
      sources: { ispdb: false, autoconfig: false },
      probePorts: [],
      allowPrivate: true,
      ...options,
    })
    return { result, dns }
  }

  /** The test name server is slow with a thousand records. */
  const PATIENT = { timeout: 20 }

  test('are limited to the first MX records', async ({ assert }) => {
    const MX = Array.from({ length: 1000 }, (_, at): [number, string] => [at, `mx${at}.a.test`])
    const { result, dns } = await discoverIn({ 'example.test': { MX } }, PATIENT)

    assert.isEmpty(result.servers)
    assert.include(JSON.stringify(result.attempts), '"host":"mx0.a.test"')
    assert.isBelow(dns.asked.length, 20)
  })

  test('are limited to three SRV records', async ({ assert }) => {
    const { result } = await discoverIn(
      {
        'example.test': {},
        '_submission._tcp.example.test': {
          SRV: Array.from({ length: 900 }, (_, at) => [at, 0, 587, `s${at}.example.test`]),
        },
      },
      PATIENT
    )

    assert.lengthOf(result.servers, 3)
  })

  test('are not followed in loops', async ({ assert }) => {
    const { result, dns } = await discoverIn({
      'example.test': { MX: [[10, 'example.test']] },
      'smtp.example.test': { CNAME: ['smtp.example.test'] },
      '_submission._tcp.example.test': { CNAME: ['_submission._tcp.example.test'] },
      '_submissions._tcp.example.test': {
        SRV: [[0, 0, 465, '_submissions._tcp.example.test']],
      },
    })

    assert.isBelow(dns.asked.length, 20)
    assert.isAtMost(result.servers.length, 1)
  })

  test('with invalid names are ignored', async ({ assert }) => {
    const { result } = await discoverIn({
      'example.test': { MX: [[10, '<script>.example.test']] },
      '_submission._tcp.example.test': {
        SRV: [
          [0, 0, 587, '127.0.0.1'],
          [0, 0, 587, 'localhost'],
          [0, 0, 0, 'smtp.example.test'],
          [0, 0, 587, '"><img src=x>.test'],
        ],
      },
    })

    assert.isEmpty(result.servers)
    assert.notMatch(JSON.stringify(result.attempts), /[<>]/)
  })

  test('are reported when name servers fail', async ({ assert }) => {
    const { result } = await discoverIn({
      'example.test': 'broken',
      '_submission._tcp.example.test': 'broken',
    })

    assert.isEmpty(result.servers)
    assert.include(
      result.attempts.map(({ outcome }) => format(en, outcome)),
      'DNS lookup failed (ESERVFAIL).'
    )
  })

  test('are abandoned at the timeout', async ({ assert }) => {
    const { result } = await discoverIn(
      {
        'example.test': 'silent',
        '_submission._tcp.example.test': 'silent',
        '_submissions._tcp.example.test': 'silent',
        'smtp.example.test': 'silent',
        'mail.example.test': 'silent',
      },
      { timeout: 0.5 }
    )

    assert.isBelow(result.ms, 1500)
    assert.include(JSON.stringify(result.attempts), 'discovery.dnsNotInTime')
  })
})

function manyHeaders(response: ServerResponse) {
  const socket = response.socket!
  socket.write('HTTP/1.1 200 OK\r\n')
  const fill = () => {
    while (!socket.destroyed && socket.write(`x-${'y'.repeat(1000)}: z\r\n`)) {
      // Until the client stops reading.
    }
  }
  socket.on('drain', fill)
  fill()
}
