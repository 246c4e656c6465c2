import { test } from '@japa/runner'
import { en, format } from '../../../app/smtp_admin/i18n/format.js'
import { discover } from '../../../app/smtp_admin/diagnostics/discovery/discover.js'
import type { DiscoveryOptions } from '../../../app/smtp_admin/diagnostics/discovery/context.js'
import { certificateOfAnother, trustAuthority } from '../../helpers/smtp/certificates.js'
import { DnsServer, type Zone } from '../../helpers/dns/dns_server.js'
import {
  ScriptedServer,
  hangUp,
  silence,
  stripped,
  trickle,
} from '../../helpers/smtp/scripted_server.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'

const HERE = { A: ['127.0.0.1'] }

/** Discovers settings that only probing can find. */
async function discoverByProbing(
  zone: Zone,
  probePorts: DiscoveryOptions['probePorts'],
  options: DiscoveryOptions = {},
  input = 'example.test'
) {
  const dns = await DnsServer.start({ 'example.test': {}, ...zone })
  return discover(input, {
    dns: [dns.address],
    sources: { ispdb: false, autoconfig: false },
    allowPrivate: true,
    probePorts,
    ...options,
  })
}

test.group('Discovery by probing', () => {
  test('tells implicit TLS from STARTTLS', async ({ assert }) => {
    await trustAuthority()
    const certificate = await certificateOfAnother()
    const tls = await SmtpServer.start({ encryption: 'tls', certificate })
    const starttls = await SmtpServer.start({ encryption: 'starttls', certificate })

    const { servers } = await discoverByProbing(
      { 'mail.example.com': HERE },
      [
        { port: tls.port, encryption: 'tls' },
        { port: starttls.port, encryption: 'starttls' },
      ],
      {},
      'example.com'
    )

    const isTrusted = 'a valid certificate.'
    assert.deepEqual(
      servers.map(({ reason, confidence }) => [format(en, reason), confidence]),
      [
        [`mail.example.com responded on port ${tls.port} with SSL/TLS and ${isTrusted}`, 'medium'],
        [
          `mail.example.com responded on port ${starttls.port} and supports STARTTLS with ${isTrusted}`,
          'medium',
        ],
      ]
    )
    assert.deepEqual(
      servers.map(({ encryption }) => encryption),
      ['tls', 'starttls']
    )
  })

  test('reports an untrusted certificate and a wrong name', async ({ assert }) => {
    const unknown = await SmtpServer.start({ encryption: 'tls' })
    const probePorts = [{ port: unknown.port, encryption: 'tls' }] as const

    const untrusted = await discoverByProbing({ 'smtp.example.test': HERE }, probePorts)
    await trustAuthority()
    const misnamed = await discoverByProbing({ 'smtp.example.test': HERE }, probePorts)

    for (const { servers } of [untrusted, misnamed]) {
      assert.include(format(en, servers[0].reason), 'its certificate is not trusted for this name')
      assert.equal(servers[0].confidence, 'low')
    }
  })

  test('reports an unencrypted server, and lists it last', async ({ assert }) => {
    const plain = await ScriptedServer.start(stripped)
    const starttls = await SmtpServer.start({ encryption: 'starttls' })

    const { servers } = await discoverByProbing({ 'mail.example.test': HERE }, [
      { port: plain.port, encryption: 'starttls' },
      { port: starttls.port, encryption: 'starttls' },
    ])

    assert.deepEqual(
      servers.map(({ port, encryption }) => [port, encryption]),
      [
        [starttls.port, 'starttls'],
        [plain.port, 'none'],
      ]
    )
    assert.include(format(en, servers[1].reason), 'Passwords would be sent unencrypted')
  })

  test('sends nothing but EHLO and STARTTLS', async ({ assert }) => {
    const server = await ScriptedServer.start()

    await discoverByProbing(
      { 'smtp.example.test': HERE },
      [{ port: server.port, encryption: 'starttls' }],
      {},
      'jane.doe@example.test'
    )

    await server.allGone()
    assert.match(server.heard, /^EHLO \S+\r\n(QUIT\r\n)?$/)
  })

  test('probes the entered server and the MX of the domain', async ({ assert }) => {
    const server = await SmtpServer.start({ encryption: 'starttls' })
    const zone: Zone = {
      'example.test': { MX: [[10, 'in.example.test']] },
      'in.example.test': HERE,
      'mail.dept.example.test': HERE,
      'dept.example.test': { MX: [[10, 'in.example.test']] },
    }

    const { servers } = await discoverByProbing(
      zone,
      [{ port: server.port, encryption: 'starttls' }],
      {},
      'mail.dept.example.test'
    )

    assert.deepEqual(
      servers.map(({ host }) => host),
      ['mail.dept.example.test', 'in.example.test']
    )
  })

  test('is skipped when another source has an answer', async ({ assert }) => {
    const server = await ScriptedServer.start()

    const { servers } = await discoverByProbing(
      {
        'smtp.example.test': HERE,
        '_submission._tcp.example.test': { SRV: [[0, 0, 587, 'smtp.example.test']] },
      },
      [{ port: server.port, encryption: 'starttls' }]
    )

    assert.equal(servers[0].source, 'srv')
    assert.equal(server.connections, 0)
  })
})

test.group('Discovery by probing private addresses', () => {
  for (const [what, records] of [
    ['loopback', { A: ['127.0.0.1'] }],
    ['loopback by IPv6', { AAAA: ['::1'] }],
    ['loopback as an IPv4 address in IPv6', { AAAA: ['::ffff:127.0.0.1'] }],
    ['unspecified', { A: ['0.0.0.0'] }],
    ['private', { A: ['10.1.2.3', '192.168.1.1', '172.16.0.1'] }],
    ['link-local, as metadata services are', { A: ['169.254.169.254'] }],
    ['an alias of loopback', { CNAME: ['localhost'], A: ['127.0.0.1'] }],
  ] as const) {
    test(`does not connect to a name that is ${what}`, async ({ assert }) => {
      const server = await ScriptedServer.start()

      const { servers, attempts } = await discoverByProbing(
        { 'smtp.example.test': records as unknown as Zone[string] },
        [{ port: server.port, encryption: 'starttls' }],
        { allowPrivate: false }
      )

      assert.isEmpty(servers)
      assert.equal(server.connections, 0)
      assert.include(
        attempts.map(({ outcome }) => format(en, outcome)),
        'smtp.example.test was skipped because its address is not public.'
      )
    })
  }
})

test.group('Discovery by probing servers', () => {
  for (const [what, script] of [
    ['say nothing', { greeting: silence }],
    ['hang up', { greeting: hangUp }],
    ['greet one byte at a time', { greeting: trickle('220 test.example ESMTP') }],
    ['greet with a page', { greeting: 'HTTP/1.1 400 Bad Request' }],
    ['have no time', { greeting: '421 Try again later' }],
    ['answer EHLO one byte at a time', { EHLO: trickle('250-test.example') }],
    ['answer EHLO with a megabyte', { EHLO: `250-${'x'.repeat(1024 * 1024)}` }],
    ['offer STARTTLS and then garbage', { EHLO: '250-x\r\n250 STARTTLS', STAR: '220 \u0000' }],
  ] as const) {
    test(`that ${what} ends in time, without open connections`, async ({ assert }) => {
      const server = await ScriptedServer.start(script)

      const { servers, ms } = await discoverByProbing(
        { 'smtp.example.test': HERE, 'mail.example.test': HERE },
        [{ port: server.port, encryption: 'starttls' }],
        { timeout: 1 }
      )

      assert.isEmpty(servers)
      assert.isBelow(ms, 2000)
      await server.allGone()
    })
  }
})
