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

/** A domain of which DNS knows nothing but that it exists. */
const BARE: Zone = { 'example.test': {} }

/** Looks for settings with servers of our own for everybody who could be asked. */
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

test.group('Discovery by what is known beforehand', () => {
  test('offers the preset of a known domain, and asks nobody', async ({ assert }) => {
    const { result, dns, nobody } = await discoverHere({}, {}, 'somebody@gmail.com')

    assert.deepEqual(shown(result), ['smtp.gmail.com:587 starttls, preset, high'])
    assert.equal(result.domain, 'gmail.com')
    assert.equal(result.servers[0].presetId, 'gmail')
    assert.equal(
      format(en, result.servers[0].reason),
      'Addresses of gmail.com belong to Gmail, whose settings are known.'
    )
    assert.isEmpty(dns.asked)
    assert.isEmpty(nobody.requests)
  })

  test('offers the preset of a server that was entered', async ({ assert }) => {
    const { result } = await discoverHere({}, {}, 'smtp://smtp.eu.mailgun.org:2525')

    assert.deepEqual(shown(result), ['smtp.eu.mailgun.org:587 starttls, preset, high'])
    assert.equal(
      format(en, result.servers[0].reason),
      'smtp.eu.mailgun.org is a known server of Mailgun.'
    )
  })

  test('offers the preset of the provider that takes the mail', async ({ assert }) => {
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
      'Mail for example.test arrives at aspmx.l.google.com, which belongs to Gmail.'
    )
    assert.match(presetText(en, result.servers[0].usernameHint!), /e-mail address/)
  })
})

test.group('Discovery by SRV records', () => {
  test('takes TLS before STARTTLS, and the order of the domain', async ({ assert }) => {
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
      'example.test names heavy.example.test in DNS (_submissions._tcp).'
    )
  })

  test('says when a server is in another domain', async ({ assert }) => {
    const { result } = await discoverHere({
      ...BARE,
      '_submission._tcp.example.test': { SRV: [[0, 0, 587, 'smtp.elsewhere.test']] },
    })

    assert.include(format(en, result.servers[0].reason), 'in another domain')
  })

  test('takes “.” for what it is: not offered', async ({ assert }) => {
    const { result } = await discoverHere({
      ...BARE,
      '_submissions._tcp.example.test': { SRV: [[0, 0, 0, '']] },
    })

    assert.isEmpty(result.servers)
    assert.deepEqual(details(result, 'srv').sort(), [
      'example.test names no server in DNS (_submission._tcp).',
      'example.test says in DNS that it has no such server (_submissions._tcp).',
    ])
  })
})

test.group('Discovery by configuration files', () => {
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
      'example.test publishes these settings for mail programs.'
    )
    assert.deepEqual(result.servers[0].usernameHint, { key: 'providers.address' })
    assert.include(details(result, 'autoconfig'), `127.0.0.1:${web.port} answered with status 404.`)
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
      'for provider.test, where mail for example.test'
    )
  })

  test('says of a server that takes no passwords that it takes none', async ({ assert }) => {
    const web = await AutoconfigServer.start({
      '/f': autoconfigFile(
        outgoingServer({ hostname: 'smtp.example.test', authentication: 'OAuth2' })
      ),
    })
    const { result } = await discoverHere(BARE, { autoconfigUrls: [web.url('/f')] })

    assert.include(format(en, result.servers[0].reason), 'only for OAuth 2')
  })
})

test.group('Discovery from several sides', () => {
  const FILE = autoconfigFile(outgoingServer({ hostname: 'smtp.example.test' }))

  test('offers a server once, for the best reason, the surest first', async ({ assert }) => {
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

  test('tells what found nothing', async ({ assert }) => {
    const { result, nobody } = await discoverHere({
      'example.test': { MX: [[10, 'mx.example.test']] },
    })

    assert.isEmpty(result.servers)
    assert.deepEqual(
      result.attempts.map(
        ({ source, found, outcome }) => `${source} ${found}: ${format(en, outcome)}`
      ),
      [
        'preset 0: example.test is no domain of a known provider.',
        `autoconfig 0: 127.0.0.1:${nobody.port} answered with status 404.`,
        'srv 0: example.test names no server in DNS (_submissions._tcp).',
        'srv 0: example.test names no server in DNS (_submission._tcp).',
        'ispdb 0: Mozilla’s database of mail providers does not know example.test.',
        'ispdb 0: Mozilla’s database was asked for no other domain.',
        'mx 0: Mail for example.test arrives at mx.example.test, which belongs to no known provider.',
        'probe 0: smtp.example.test does not exist in DNS.',
        'probe 0: mail.example.test does not exist in DNS.',
        'probe 0: mx.example.test does not exist in DNS.',
      ]
    )
  })

  test('says when there is no such domain', async ({ assert }) => {
    const { result } = await discoverHere({})

    assert.deepEqual(details(result, 'mx'), ['example.test does not exist in DNS.'])
  })

  test('asks a resolver that is set up already', async ({ assert }) => {
    const server = await DnsServer.start({ 'example.test': { MX: [[10, 'aspmx.l.google.com']] } })
    const resolver = new Resolver()
    resolver.setServers([server.address])

    const { result } = await discoverHere({}, { dns: resolver })

    assert.deepEqual(shown(result), ['smtp.gmail.com:587 starttls, mx, medium'])
    assert.isNotEmpty(server.asked)
  })

  test('asks nobody for somebody who has gone already', async ({ assert }) => {
    const { result, dns, nobody } = await discoverHere(
      { 'example.test': { MX: [[10, 'aspmx.l.google.com']] } },
      { signal: AbortSignal.abort() }
    )

    assert.isEmpty(result.servers)
    assert.isEmpty(dns.asked)
    assert.isEmpty(nobody.requests)
  })

  test('tells nobody who the address belongs to', async ({ assert }) => {
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

test.group('Discovery that is switched off', () => {
  const ZONE: Zone = { 'example.test': { MX: [[10, 'mx.example.test']] } }

  test('altogether looks through presets only', async ({ assert }) => {
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
    test(`for ${name} goes on with the rest`, async ({ assert }) => {
      const { result, dns } = await discoverHere(ZONE, { sources })

      const asked = new Set(result.attempts.map(({ source }) => source))
      assert.deepEqual([...asked].sort(), [...left])
      const isDnsOff = 'dns' in sources
      assert.equal(!dns.asked.some((it) => /^(MX|SRV)/.test(it)), isDnsOff)
    })
  }
})

test.group('Discovery from a text', () => {
  for (const [input, domain] of [
    ['  Jane Doe <jane@Example.TEST> ', 'example.test'],
    ['mailto:jane@example.test', 'example.test'],
    ['https://example.test/contact', 'example.test'],
    ['smtp.example.test', 'example.test'],
    ['mail.example.test:587', 'example.test'],
    ['jane@bücher.test', 'xn--bcher-kva.test'],
  ]) {
    test(`“${input}” looks for ${domain}`, async ({ assert }) => {
      const { result } = await discoverHere({}, {}, input)

      assert.equal(result.domain, domain)
      assert.isNull(result.problem)
    })
  }

  for (const [input, problem] of [
    ['', /^Enter an e-mail address or a domain/],
    ['jane', /no domain of the internet/],
    ['jane@localhost', /no domain of the internet/],
    ['192.0.2.7', /IP address/],
    ['[::1]', /IP address/],
    ['a@example.test, b@example.com', /not one e-mail address or one domain/],
  ] as const) {
    test(`“${input}” has a message, and nobody is asked`, async ({ assert }) => {
      const { result, dns } = await discoverHere({}, {}, input)

      assert.match(format(en, result.problem!), problem)
      assert.isNull(result.domain)
      assert.isEmpty(result.servers)
      assert.isEmpty(dns.asked)
    })
  }
})
