import { generateKeyPairSync } from 'node:crypto'
import { test } from '@japa/runner'
import {
  type Sender,
  checkSenderDomain,
} from '../../../app/smtp_admin/diagnostics/email_auth/index.js'
import { formatMessages } from '../../../app/smtp_admin/diagnostics/messages.js'
import { en } from '../../../app/smtp_admin/i18n/format.js'
import type { Finding } from '../../../app/smtp_admin/models/test_report.js'
import { DnsServer, type Zone } from '../../helpers/dns/dns_server.js'

interface Options extends Partial<Sender> {
  signal?: AbortSignal
}

/** Checks a sender against a local DNS server. */
async function check(zone: Zone, { signal, ...sender }: Options = {}) {
  const dns = await DnsServer.start({ 'example.test': {}, ...zone })
  const findings = await checkSenderDomain(
    { from: 'no-reply@example.test', host: 'localhost', selector: null, ...sender },
    signal ?? AbortSignal.timeout(5000),
    [dns.address]
  )
  const finding = (name: Finding['name']) => {
    const found = findings.find((it) => it.name === name)!
    return { state: found.state, detail: formatMessages(en, found) }
  }
  return { findings, finding, dns }
}

function texts(...TXT: string[]) {
  return { TXT }
}

function rsaKey(modulusLength: number) {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength })
  return publicKey
}

function base64(key: ReturnType<typeof rsaKey>, type: 'spki' | 'pkcs1' = 'spki') {
  return key.export({ type, format: 'der' }).toString('base64')
}

test.group('The SPF finding', () => {
  async function spf(record: string, more: Zone = {}, options: Options = {}) {
    const { finding } = await check({ 'example.test': texts(record), ...more }, options)
    return finding('SPF')
  }

  for (const [record, said] of [
    ['v=spf1 mx -all', /\(-all\)/],
    ['v=spf1 a:mail.example.test ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all', /\(~all\)/],
    ['V=SPF1 MX -ALL', /\(-all\)/],
    ['v=spf1 exp=explain.example.test mx -all', /\(-all\)/],
    ['v=spf1 -all', /\(-all\)/],
    ['v=spf1 exists:%{i}.example.test include:%{d}.example.test -all', /\(-all\)/],
  ] as const) {
    test(`for “${record}” is good`, async ({ assert }) => {
      const { state, detail } = await spf(record)

      assert.equal(state, 'good')
      assert.match(detail, said)
    })
  }

  for (const [record, said] of [
    ['v=spf1 mx +all', /any server/],
    ['v=spf1 mx all', /any server/],
    ['v=spf1 mx ?all', /no protection/],
    ['v=spf1 mx', /Add ~all or -all/],
    ['v=spf1', /Add ~all or -all/],
    ['v=spf1 mx -alll', /unknown term/],
    ['v=spf1 include:gone.test -all', /includes gone\.test, which has no SPF record/],
    [`v=spf1 ${'a '.repeat(11)}-all`, /more than 10 DNS lookups/],
    [`v=spf1 ${'include:loop.test '.repeat(11)}-all`, /more than 10 DNS lookups/],
  ] as const) {
    test(`for “${record.slice(0, 60)}” is doubtful`, async ({ assert }) => {
      const { state, detail } = await spf(record, { 'loop.test': texts('v=spf1 -all') })

      assert.equal(state, 'doubtful')
      assert.match(detail, said)
    })
  }

  test('is missing without a record, and without the domain', async ({ assert }) => {
    const none = await check({ 'example.test': texts('google-site-verification=x', 'v=spf10 x') })
    const gone = await check({}, { from: 'a@gone.test' })

    assert.equal(none.finding('SPF').state, 'missing')
    assert.match(none.finding('SPF').detail, /has no SPF record/)
    assert.equal(gone.finding('SPF').state, 'missing')
    assert.match(gone.finding('SPF').detail, /gone\.test does not exist in DNS/)
  })

  test('is doubtful for two records', async ({ assert }) => {
    const { finding } = await check({ 'example.test': texts('v=spf1 mx -all', 'v=spf1 a -all') })

    assert.equal(finding('SPF').state, 'doubtful')
    assert.match(finding('SPF').detail, /has 2 SPF records/)
  })

  test('counts the lookups of included records', async ({ assert }) => {
    const included = texts(`v=spf1 ${'a '.repeat(4)}-all`)
    const zone: Zone = { 'one.test': included, 'two.test': included }

    const ten = await spf('v=spf1 include:one.test include:two.test -all', zone)
    const eleven = await spf('v=spf1 mx include:one.test include:two.test -all', zone)

    assert.equal(ten.state, 'good')
    assert.equal(eleven.state, 'doubtful')
    assert.match(eleven.detail, /more than 10 DNS lookups/)
  })

  test('follows a redirect', async ({ assert }) => {
    const other = (all: string): Zone => ({ 'other.test': texts(`v=spf1 mx ${all}`) })

    for (const [record, all, state] of [
      ['v=spf1 redirect=other.test', '-all', 'good'],
      ['v=spf1 redirect=other.test', '+all', 'doubtful'],
      ['v=spf1 include:other.test -all', '+all', 'good'],
      ['v=spf1 redirect=gone.test ~all', '-all', 'good'],
    ] as const) {
      const judged = await spf(record, other(all))
      assert.equal(judged.state, state, record)
    }
  })

  test('is doubtful when the record of a known provider is not included', async ({ assert }) => {
    const google: Zone = { '_spf.google.com': texts('v=spf1 -all') }
    const host = 'smtp.gmail.com'

    const included = await spf('v=spf1 include:_spf.google.com ~all', google, { host })
    const lacking = await spf('v=spf1 mx ~all', google, { host })
    const elsewhere = await spf('v=spf1 mx ~all', google, { host: 'smtp.example.test' })
    const unasked = await spf('v=spf1 mx ~all', google, { host: 'smtp.sendgrid.net' })

    assert.equal(included.state, 'good')
    assert.match(included.detail, /It includes Gmail/)
    assert.equal(lacking.state, 'doubtful')
    assert.match(lacking.detail, /does not include _spf\.google\.com, which Gmail requires/)
    assert.equal(elsewhere.state, 'good')
    assert.equal(unasked.state, 'good')
  })

  test('is doubtful for a record that includes itself', async ({ assert }) => {
    const { finding, dns } = await check({
      'example.test': texts('v=spf1 include:example.test -all'),
    })

    assert.match(finding('SPF').detail, /more than 10 DNS lookups/)
    assert.isBelow(dns.asked.length, 20)
  })

  test('says when an included record could not be looked up', async ({ assert }) => {
    const { state, detail } = await spf(
      'v=spf1 include:broken.test -all',
      { 'broken.test': 'broken' },
      { host: 'smtp.gmail.com' }
    )

    assert.equal(state, 'good')
    assert.match(detail, /included records could not be looked up/)
  })
})

test.group('The DMARC finding', () => {
  for (const [record, state, said] of [
    ['v=DMARC1; p=none', 'good', /only reported/],
    ['v=DMARC1; p=quarantine; pct=50', 'good', /goes to spam/],
    ['v=DMARC1;p=reject;rua=mailto:a@example.test', 'good', /is rejected/],
    ['v = DMARC1 ; P = Reject', 'good', /is rejected/],
    ['v=DMARC1', 'doubtful', /no valid policy/],
    ['v=DMARC1; p=everything', 'doubtful', /no valid policy/],
    ['v=DMARC2; p=none', 'missing', /no DMARC record/],
    ['p=none; v=DMARC1', 'missing', /no DMARC record/],
  ] as const) {
    test(`for “${record}” is ${state}`, async ({ assert }) => {
      const { finding } = await check({ '_dmarc.example.test': texts(record) })

      assert.equal(finding('DMARC').state, state)
      assert.match(finding('DMARC').detail, said)
    })
  }

  test('is doubtful for two records', async ({ assert }) => {
    const { finding } = await check({
      '_dmarc.example.test': texts('v=DMARC1; p=none', 'v=DMARC1; p=reject'),
    })

    assert.equal(finding('DMARC').state, 'doubtful')
    assert.match(finding('DMARC').detail, /2 DMARC records/)
  })

  test('falls back to the organizational domain', async ({ assert }) => {
    const zone: Zone = { '_dmarc.example.co.uk': texts('v=DMARC1; p=reject; sp=quarantine') }
    const { finding } = await check(zone, { from: 'a@news.example.co.uk' })

    assert.equal(finding('DMARC').state, 'good')
    assert.match(finding('DMARC').detail, /^Inherited from example\.co\.uk\./)
    assert.match(finding('DMARC').detail, /goes to spam/)
  })

  test('is missing when neither domain has a record', async ({ assert }) => {
    const { finding, dns } = await check({}, { from: 'a@deep.news.example.test' })

    assert.equal(finding('DMARC').state, 'missing')
    assert.match(finding('DMARC').detail, /^Neither deep\.news\.example\.test nor example\.test/)
    assert.lengthOf(
      dns.asked.filter((it) => it.includes('_dmarc')),
      2
    )
  })
})

test.group('The DKIM finding', (group) => {
  const keys = { good: '', short: '', old: '', pkcs1: '', ed25519: '' }

  group.setup(() => {
    const good = rsaKey(2048)
    const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x!
    Object.assign(keys, {
      good: base64(good),
      pkcs1: base64(good, 'pkcs1'),
      old: base64(rsaKey(1024)),
      short: base64(rsaKey(512)),
      ed25519: Buffer.from(ed25519, 'base64url').toString('base64'),
    })
  })

  async function dkim(...records: string[]) {
    const zone: Zone = { 's1._domainkey.example.test': texts(...records) }
    const { finding } = await check(zone, { selector: 's1' })
    return finding('DKIM')
  }

  for (const [what, record, said] of [
    ['a key', () => `v=DKIM1; k=rsa; p=${keys.good}`, /^DKIM key found \(RSA, 2048 bits\)\.$/],
    ['a key alone', () => `p=${keys.good}`, /2048 bits/],
    ['a key in its older form', () => `v=DKIM1; p=${keys.pkcs1}`, /2048 bits/],
    ['a key with blanks', () => `v=DKIM1; p=${keys.good.replace(/.{64}/g, '$& ')}`, /2048 bits/],
    ['an Ed25519 key', () => `v=DKIM1; k=ed25519; p=${keys.ed25519}`, /Ed25519/],
    ['1024 bits', () => `v=DKIM1; p=${keys.old}`, /1024 bits\)\. 2048 bits are recommended/],
    ['a test', () => `v=DKIM1; t=s:y; p=${keys.good}`, /in test mode/],
  ] as const) {
    test(`with ${what} is good`, async ({ assert }) => {
      const { state, detail } = await dkim(record())

      assert.equal(state, 'good')
      assert.match(detail, said)
    })
  }

  for (const [what, record, said] of [
    ['an empty key', () => 'v=DKIM1; p=', /revoked/],
    ['no key', () => 'v=DKIM1; k=rsa', /needs v=DKIM1 and p/],
    ['another version', () => `v=DKIM2; p=${keys.good}`, /needs v=DKIM1 and p/],
    ['half a key', () => `v=DKIM1; p=${keys.good.slice(0, 100)}`, /malformed/],
    ['no base64', () => 'v=DKIM1; p=<script>', /malformed/],
    ['an unknown kind of key', () => `v=DKIM1; k=rot13; p=${keys.good}`, /malformed/],
    ['512 bits', () => `v=DKIM1; p=${keys.short}`, /only 512 bits/],
  ] as const) {
    test(`with ${what} is doubtful`, async ({ assert }) => {
      const { state, detail } = await dkim(record())

      assert.equal(state, 'doubtful')
      assert.match(detail, said)
    })
  }

  test('is doubtful for two records', async ({ assert }) => {
    const { state, detail } = await dkim(`p=${keys.good}`, `p=${keys.old}`)

    assert.equal(state, 'doubtful')
    assert.match(detail, /There are 2 DKIM keys/)
  })

  test('is missing without the record of the selector', async ({ assert }) => {
    const { finding } = await check({}, { selector: 's1' })

    assert.equal(finding('DKIM').state, 'missing')
    assert.match(finding('DKIM').detail, /no DKIM key at s1\._domainkey\.example\.test/)
  })

  test('needs a selector', async ({ assert }) => {
    const { findings, dns } = await check({})

    assert.deepEqual(
      findings.map(({ name }) => name),
      ['SPF', 'DMARC']
    )
    assert.isFalse(dns.asked.some((it) => it.includes('_domainkey')))
  })

  for (const [selector, name] of [
    [' S1 ', 's1._domainkey.example.test'],
    ['s1._domainkey', 's1._domainkey.example.test'],
    ['s1._domainkey.example.test', 's1._domainkey.example.test'],
    ['2024.key', '2024.key._domainkey.example.test'],
    ['two words', null],
    ['..', null],
    ['x'.repeat(100), null],
    ['<b>', null],
  ] as const) {
    test(`looks up ${name ?? 'nothing'} for the selector “${selector.slice(0, 30)}”`, async (t) => {
      const { finding, dns } = await check({}, { selector })

      const asked = dns.asked.filter((it) => it.includes('_domainkey'))
      t.assert.deepEqual(
        asked.map((it) => it.split(' ').find((part) => part.includes('.'))),
        name ? [name] : []
      )
      t.assert.equal(finding('DKIM').state, name ? 'missing' : 'unknown')
    })
  }
})

test.group('The check of a sender domain', () => {
  test('has three findings, and reveals only the domain', async ({ assert }) => {
    const { findings, dns } = await check({}, { from: 'jane@Example.TEST', selector: 's1' })

    assert.deepEqual(
      findings.map(({ name }) => name),
      ['SPF', 'DMARC', 'DKIM']
    )
    assert.include(dns.asked.join('\n'), '_dmarc.example.test')
    assert.notMatch(JSON.stringify([findings, dns.asked]), /jane/i)
  })

  for (const from of ['', 'jane', 'jane@localhost', 'jane@[192.0.2.7]', 'a@b.test, c@d.test']) {
    test(`makes no lookups for “${from}”`, async ({ assert }) => {
      const { findings, dns } = await check({}, { from })

      assert.isEmpty(findings)
      assert.isEmpty(dns.asked)
    })
  }

  for (const [what, answer, said] of [
    ['are broken', 'broken', /lookup failed \(ESERVFAIL\)/],
    ['are silent', 'silent', /timed out/],
  ] as const) {
    test(`is unknown, not an error, when name servers ${what}`, async ({ assert }) => {
      const started = performance.now()
      const { findings } = await check(
        {
          'example.test': answer,
          '_dmarc.example.test': answer,
          's1._domainkey.example.test': answer,
        },
        { selector: 's1', signal: AbortSignal.timeout(500) }
      )

      assert.isBelow(performance.now() - started, 2000)
      assert.lengthOf(findings, 3)
      for (const finding of findings) {
        assert.equal(finding.state, 'unknown')
        assert.match(formatMessages(en, finding), said)
      }
    })
  }

  test('ends when the signal aborts', async ({ assert }) => {
    const { finding } = await check({ 'example.test': 'silent' }, { signal: AbortSignal.abort() })

    assert.equal(finding('SPF').state, 'unknown')
  })

  test('shows hostile records without control characters, and shortened', async ({ assert }) => {
    const hostile = 'v=spf1 \u001b[31m\u0000\u202ered\r\n<script> '
    const { finding } = await check({
      'example.test': texts(`${hostile}${'x'.repeat(3000)} -all`),
      '_dmarc.example.test': texts('v=DMARC1; p=none; rua=\u0007'),
    })

    for (const record of ['SPF', 'DMARC'] as const) {
      const { detail } = finding(record)
      assert.isBelow(detail.length, 600)
      assert.notMatch(detail, /[\p{Cc}\p{Cf}]/u)
    }
  })

  test('parses large records in milliseconds', async ({ assert }) => {
    const many = Array.from({ length: 40 }, () => `v=spf1 ${'a '.repeat(700)}`)
    const { finding } = await check(
      {
        'example.test': texts(...many),
        '_dmarc.example.test': texts(`v=DMARC1;${'p=;'.repeat(1500)}`),
      },
      { signal: AbortSignal.timeout(20_000) }
    )

    assert.match(finding('SPF').detail, /has 40 SPF records/)
    assert.equal(finding('DMARC').state, 'doubtful')
  })
})
