import { Resolver } from 'node:dns/promises'
import { test } from '@japa/runner'
import { discover } from '../../../app/smtp_admin/diagnostics/discovery/discover.js'
import type {
  DiscoveryOptions,
  DiscoveryResult,
} from '../../../app/smtp_admin/diagnostics/discovery/context.js'
import { presetText } from '../../../app/smtp_admin/diagnostics/presets/presets.js'
import { en, format } from '../../../app/smtp_admin/i18n/format.js'
import {
  AutoconfigServer,
  autoconfigFile,
  outgoingServer,
} from '../../helpers/dns/autoconfig_server.js'
import { DnsServer, type Zone } from '../../helpers/dns/dns_server.js'

/** A domain without any records. */
const BARE: Zone = { 'example.test': {} }

/** Discovers settings with local servers in place of all sources. */
async function discoverHere(zone: Zone, options: DiscoveryOptions = {}, input = 'example.test') {
  const dns = await DnsServer.start(zone)
  const nobody = await AutoconfigServer.start()
  const result = await discover(input, {
    dns: [dns.address],
    allowPrivate: true,
    ispdbUrl: nobody.url('/v1.1/{domain}'),
    autoconfigUrls: [nobody.url('/mail/config-v1.1.xml')],
    probePorts: [],
    ...options,
  })
  return { result, dns, nobody }
}

function shown({ servers }: DiscoveryResult) {
  return servers.map(({ host, port, encryption, source, confidence }) => {
    return `${host}:${port} ${encryption}, ${source}, ${confidence}`
  })
}

function details({ attempts }: DiscoveryResult, source: string) {
  return attempts.filter((it) => it.source === source).map(({ outcome }) => format(en, outcome))
}

test.group('Discovery by presets', () => {
  test('offers the preset of a known domain without any lookup', async ({ assert }) => {
    const { result, dns, nobody } = await discoverHere({}, {}, 'somebody@gmail.com')

    assert.deepEqual(shown(result), ['smtp.gmail.com:587 starttls, preset, high'])
    assert.equal(result.domain, 'gmail.com')
    assert.equal(result.servers[0].presetId, 'gmail')
    assert.equal(format(en, result.servers[0].reason), 'gmail.com addresses are hosted by Gmail.')
    assert.isEmpty(dns.asked)
    assert.isEmpty(nobody.requests)
  })

  test('offers the preset of a server that was entered', async ({ assert }) => {
    const { result } = await discoverHere({}, {}, 'smtp://smtp.eu.mailgun.org:2525')

    assert.deepEqual(shown(result), ['smtp.eu.mailgun.org:587 starttls, preset, high'])
    assert.equal(format(en, result.servers[0].reason), 'smtp.eu.mailgun.org is a Mailgun server.')
  })

  test('offers the preset of the provider that receives the mail', async ({ assert }) => {
    const { result } = await discoverHere({
      'example.test': {
        MX: [
          [20, 'backup.example.test'],
          [10, 'ASPMX.L.Google.com'],
        ],
      },
    })

    assert.deepEqual(shown(result), ['smtp.gmail.com:587 starttls, mx, medium'])
    assert.equal(
      format(en, result.servers[0].reason),
      'Mail for example.test is delivered to aspmx.l.google.com (Gmail).'
    )
    assert.match(presetText(en, result.servers[0].usernameHint!), /email address/)
  })
})

test.group('Discovery by SRV records', () => {
  test('prefers TLS to STARTTLS, then the order of the domain', async ({ assert }) => {
    const { result } = await discoverHere({
      ...BARE,
      '_submissions._tcp.example.test': {
        SRV: [
          [20, 0, 465, 'last.example.test'],
          [10, 10, 465, 'light.example.test'],
          [10, 90, 465, 'heavy.example.test'],
        ],
      },
      '_submission._tcp.example.test': { SRV: [[0, 0, 587, 'smtp.example.test']] },
    })

    assert.deepEqual(shown(result), [
      'heavy.example.test:465 tls, srv, high',
      'light.example.test:465 tls, srv, high',
      'last.example.test:465 tls, srv, high',
      'smtp.example.test:587 starttls, srv, high',
    ])
    assert.equal(
      format(en, result.servers[0].reason),
      'example.test has an SRV record for heavy.example.test (_submissions._tcp).'
    )
  })

  test('reports a server in another domain', async ({ assert }) => {
    const { result } = await discoverHere({
      ...BARE,
      '_submission._tcp.example.test': { SRV: [[0, 0, 587, 'smtp.elsewhere.test']] },
    })

    assert.include(format(en, result.servers[0].reason), 'on another domain')
  })

  test('understands the host “.” as no service', async ({ assert }) => {
    const { result } = await discoverHere({
      ...BARE,
      '_submissions._tcp.example.test': { SRV: [[0, 0, 0, '']] },
    })

    assert.isEmpty(result.servers)
    assert.deepEqual(details(result, 'srv').sort(), [
      'example.test has no SRV record (_submission._tcp).',
      'example.test states in DNS that it does not offer this service (_submissions._tcp).',
    ])
  })
})

test.group('Discovery by autoconfig documents', () => {
  const FILE = autoconfigFile(
    outgoingServer({ hostname: 'smtp.%EMAILDOMAIN%', port: 465, socketType: 'SSL' })
  )
  const SERVER = 'smtp.example.test:465 tls'

  test('offers what the domain publishes', async ({ assert }) => {
    const web = await AutoconfigServer.start({ '/example.test/config-v1.1.xml': FILE })
    const autoconfigUrls = [web.url('/nothing'), web.url('/{domain}/config-v1.1.xml')]
    const { result } = await discoverHere(BARE, { autoconfigUrls })

    assert.deepEqual(shown(result), [`${SERVER}, autoconfig, high`])
    assert.equal(
      format(en, result.servers[0].reason),
      'example.test publishes these settings for email clients.'
    )
    assert.deepEqual(result.servers[0].usernameHint, { key: 'providers.address' })
    assert.include(details(result, 'autoconfig'), `127.0.0.1:${web.port} returned HTTP status 404.`)
  })

  test('offers what Mozilla’s database has for the domain', async ({ assert }) => {
    const web = await AutoconfigServer.start({ '/v1.1/example.test': FILE })
    const { result } = await discoverHere(BARE, { ispdbUrl: web.url('/v1.1/{domain}') })

    assert.deepEqual(shown(result), [`${SERVER}, ispdb, high`])
  })

  test('offers what Mozilla’s database has for the provider of the domain', async ({ assert }) => {
    const web = await AutoconfigServer.start({
      '/v1.1/provider.test': autoconfigFile(outgoingServer({ hostname: 'smtp.provider.test' })),
    })
    const { result } = await discoverHere(
      { 'example.test': { MX: [[10, 'mx1.mail.provider.test']] } },
      { ispdbUrl: web.url('/v1.1/{domain}') }
    )

    assert.deepEqual(shown(result), ['smtp.provider.test:587 starttls, ispdb, medium'])
    assert.include(
      format(en, result.servers[0].reason),
      'for provider.test, which hosts mail for example.test'
    )
  })

  test('reports a server that accepts OAuth 2 only', async ({ assert }) => {
    const web = await AutoconfigServer.start({
      '/f': autoconfigFile(
        outgoingServer({ hostname: 'smtp.example.test', authentication: 'OAuth2' })
      ),
    })
    const { result } = await discoverHere(BARE, { autoconfigUrls: [web.url('/f')] })

    assert.include(format(en, result.servers[0].reason), 'only with OAuth 2')
  })
})

test.group('Discovery by several sources', () => {
  const FILE = autoconfigFile(outgoingServer({ hostname: 'smtp.example.test' }))

  test('offers each server once, for the best reason, the most reliable first', async ({
    assert,
  }) => {
    const web = await AutoconfigServer.start({ '/f': FILE, '/v1.1/example.test': FILE })
    const { result } = await discoverHere(
      {
        'example.test': { MX: [[10, 'in1-smtp.messagingengine.com']] },
        '_submission._tcp.example.test': { SRV: [[0, 0, 587, 'smtp.example.test']] },
        '_submissions._tcp.example.test': { SRV: [[0, 0, 465, 'smtp.example.test']] },
      },
      { autoconfigUrls: [web.url('/f')], ispdbUrl: web.url('/v1.1/{domain}') }
    )

    assert.deepEqual(shown(result), [
      'smtp.example.test:587 starttls, autoconfig, high',
      'smtp.example.test:465 tls, srv, high',
      'smtp.fastmail.com:465 tls, mx, medium',
    ])
  })

  test('reports the sources that found nothing', async ({ assert }) => {
    const { result, nobody } = await discoverHere({
      'example.test': { MX: [[10, 'mx.example.test']] },
    })

    assert.isEmpty(result.servers)
    assert.deepEqual(
      result.attempts.map(
        ({ source, found, outcome }) => `${source} ${found}: ${format(en, outcome)}`
      ),
      [
        'preset 0: example.test does not belong to a known provider.',
        `autoconfig 0: 127.0.0.1:${nobody.port} returned HTTP status 404.`,
        'srv 0: example.test has no SRV record (_submissions._tcp).',
        'srv 0: example.test has no SRV record (_submission._tcp).',
        'ispdb 0: example.test is not in Mozilla’s provider database.',
        'ispdb 0: No other domain was looked up in Mozilla’s provider database.',
        'mx 0: Mail for example.test is delivered to mx.example.test, which does not belong to a known provider.',
        'probe 0: smtp.example.test does not exist in DNS.',
        'probe 0: mail.example.test does not exist in DNS.',
        'probe 0: mx.example.test does not exist in DNS.',
      ]
    )
  })

  test('reports a domain that does not exist', async ({ assert }) => {
    const { result } = await discoverHere({})

    assert.deepEqual(details(result, 'mx'), ['example.test does not exist in DNS.'])
  })

  test('uses a given resolver', async ({ assert }) => {
    const server = await DnsServer.start({ 'example.test': { MX: [[10, 'aspmx.l.google.com']] } })
    const resolver = new Resolver()
    resolver.setServers([server.address])

    const { result } = await discoverHere({}, { dns: resolver })

    assert.deepEqual(shown(result), ['smtp.gmail.com:587 starttls, mx, medium'])
    assert.isNotEmpty(server.asked)
  })

  test('makes no lookup when the signal has aborted', async ({ assert }) => {
    const { result, dns, nobody } = await discoverHere(
      { 'example.test': { MX: [[10, 'aspmx.l.google.com']] } },
      { signal: AbortSignal.abort() }
    )

    assert.isEmpty(result.servers)
    assert.isEmpty(dns.asked)
    assert.isEmpty(nobody.requests)
  })

  test('does not reveal the local part of the address', async ({ assert }) => {
    const web = await AutoconfigServer.start()
    const { result, dns } = await discoverHere(
      { 'example.test': { MX: [[10, 'mx.provider.test']] } },
      { autoconfigUrls: [web.url('/{domain}/a.xml')], ispdbUrl: web.url('/v1.1/{domain}') },
      'jane.doe@example.test'
    )

    const told = JSON.stringify([web.requests, dns.asked, result])
    assert.include(told, 'example.test')
    assert.notMatch(told, /jane|doe@/i)
    assert.sameMembers(
      web.requests.map(({ line }) => line),
      ['GET /example.test/a.xml', 'GET /v1.1/example.test', 'GET /v1.1/provider.test']
    )
    assert.sameMembers(Object.keys(web.requests[0].headers), [
      ...['accept', 'accept-encoding', 'connection', 'host'],
    ])
  })
})

test.group('Discovery that is turned off', () => {
  const ZONE: Zone = { 'example.test': { MX: [[10, 'mx.example.test']] } }

  test('completely uses presets only', async ({ assert }) => {
    const { result, dns, nobody } = await discoverHere(ZONE, { sources: false })

    assert.isEmpty(result.servers)
    assert.deepEqual(
      result.attempts.map(({ source }) => source),
      ['preset']
    )
    assert.isEmpty(dns.asked)
    assert.isEmpty(nobody.requests)
    const { result: known } = await discoverHere({}, { sources: false }, 'a@icloud.com')
    assert.deepEqual(shown(known), ['smtp.mail.me.com:587 starttls, preset, high'])
  })

  for (const [name, sources, left] of [
    ['Mozilla’s database', { ispdb: false }, ['autoconfig', 'mx', 'preset', 'probe', 'srv']],
    ['the domain’s web server', { autoconfig: false }, ['ispdb', 'mx', 'preset', 'probe', 'srv']],
    ['MX and SRV', { dns: false }, ['autoconfig', 'ispdb', 'preset', 'probe']],
    ['connecting', { probe: false }, ['autoconfig', 'ispdb', 'mx', 'preset', 'srv']],
  ] as const) {
    test(`for ${name} uses the other sources`, async ({ assert }) => {
      const { result, dns } = await discoverHere(ZONE, { sources })

      const asked = new Set(result.attempts.map(({ source }) => source))
      assert.deepEqual([...asked].sort(), [...left])
      const isDnsOff = 'dns' in sources
      assert.equal(!dns.asked.some((it) => /^(MX|SRV)/.test(it)), isDnsOff)
    })
  }
})

test.group('The input of discovery', () => {
  for (const [input, domain] of [
    ['  Jane Doe <jane@Example.TEST> ', 'example.test'],
    ['mailto:jane@example.test', 'example.test'],
    ['https://example.test/contact', 'example.test'],
    ['smtp.example.test', 'example.test'],
    ['mail.example.test:587', 'example.test'],
    ['jane@bücher.test', 'xn--bcher-kva.test'],
  ]) {
    test(`“${input}” means ${domain}`, async ({ assert }) => {
      const { result } = await discoverHere({}, {}, input)

      assert.equal(result.domain, domain)
      assert.isNull(result.problem)
    })
  }

  for (const [input, problem] of [
    ['', /^Enter an email address or domain/],
    ['jane', /not a valid internet domain/],
    ['jane@localhost', /not a valid internet domain/],
    ['192.0.2.7', /IP address/],
    ['[::1]', /IP address/],
    ['a@example.test, b@example.com', /single email address or domain/],
  ] as const) {
    test(`“${input}” is rejected with a message, without any lookup`, async ({ assert }) => {
      const { result, dns } = await discoverHere({}, {}, input)

      assert.match(format(en, result.problem!), problem)
      assert.isNull(result.domain)
      assert.isEmpty(result.servers)
      assert.isEmpty(dns.asked)
    })
  }
})
