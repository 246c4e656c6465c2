import { test } from '@japa/runner'
import vine from '@vinejs/vine'
import providers from '../../../app/smtp_admin/diagnostics/presets/providers.json' with { type: 'json' }
import { setCustomPresets } from '../../../app/smtp_admin/diagnostics/presets/custom_presets.js'
import {
  FEATURED,
  PRESETS,
  type Preset,
  allPresets,
  featuredPresets,
  findPreset,
  knownHosts,
  presetText,
  findPresetByHost,
  findPresetByMx,
  findPresetsByDomain,
} from '../../../app/smtp_admin/diagnostics/presets/presets.js'
import { isHost } from '../../../app/smtp_admin/models/host.js'
import { en, isMessageKey } from '../../../app/smtp_admin/i18n/format.js'

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/
const DOMAIN = /^(?=.*\.)[a-z0-9.-]+$/

/** Starts with a capital letter or a number, and ends with a full stop. */
const SENTENCE = /^[\p{Lu}\d].*\.$/u

/** A fragment that follows a label. */
const PHRASE = /^[\p{Ll}].*[^.]$/u

function repeated(values: string[]) {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function everySuffix(list: 'domains' | 'mx') {
  return PRESETS.flatMap((preset) => [
    ...preset[list],
    ...preset.regions.flatMap((region) => region[list] ?? []),
  ])
}

const MESSAGE = vine
  .object({ key: vine.string(), params: vine.record(vine.string()).optional() })
  .allowUnknownProperties()
const NAMES = vine.array(vine.string())
const REGION = {
  id: vine.string(),
  host: vine.string(),
  domains: NAMES.clone().optional(),
  mx: NAMES.clone().optional(),
}

/** The schema of providers.json, apart from the names, which are texts or messages. */
const SCHEMA = vine.create(
  vine.array(
    vine.object({
      id: vine.string().regex(ID),
      kind: vine.enum(['provider', 'own', 'development']).optional(),
      host: vine.string().nullable(),
      port: vine.number({ strict: true }).range([1, 65535]),
      encryption: vine.enum(['none', 'starttls', 'tls']),
      username: vine.string().optional(),
      usernameHint: MESSAGE.clone(),
      passwordHint: MESSAGE.clone(),
      needs: MESSAGE.clone().optional(),
      docs: vine.string().optional(),
      domains: NAMES.clone().optional(),
      mx: NAMES.clone().optional(),
      otherHosts: NAMES.clone().optional(),
      regions: vine.array(vine.object(REGION)).optional(),
      limit: vine
        .object({
          message: MESSAGE.clone(),
          perMinute: vine.number({ strict: true }).optional(),
          perDay: vine.number({ strict: true }).optional(),
        })
        .optional(),
      spf: NAMES.clone().optional(),
    })
  )
)

const PROPERTIES = [
  ...['id', 'name', 'kind', 'host', 'port', 'encryption', 'username', 'usernameHint'],
  ...['passwordHint', 'needs', 'docs', 'domains', 'mx', 'otherHosts', 'regions', 'limit', 'spf'],
]

function nameOf({ name }: Pick<Preset, 'name'>) {
  return presetText(en, name)
}

/** The keys of all messages in a value, at any depth. */
function messageKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return []
  }
  const nested = Object.values(value).flatMap(messageKeys)
  return 'key' in value ? [String(value.key), ...nested] : nested
}

test.group('providers.json', () => {
  test('follows its schema, without unknown properties', async ({ assert }) => {
    await SCHEMA.validate(providers)
    for (const provider of providers) {
      assert.isEmpty(Object.keys(provider).filter((name) => !PROPERTIES.includes(name)))
    }
  })

  test('names messages that exist', ({ assert }) => {
    const keys = messageKeys(providers)
    assert.isAbove(keys.length, 200)
    assert.isEmpty(keys.filter((key) => !isMessageKey(key)))
  })
})

test.group('Presets', () => {
  for (const preset of PRESETS) {
    test(`${nameOf(preset)} is complete`, ({ assert }) => {
      assert.match(preset.id, ID)
      assert.isAbove(nameOf(preset).length, 0)
      assert.include(['provider', 'own', 'development'], preset.kind)
      assert.isTrue(Number.isInteger(preset.port) && preset.port > 0 && preset.port <= 65535)
      assert.include(['starttls', 'tls', 'none'], preset.encryption)
      assert.match(presetText(en, preset.usernameHint), PHRASE)
      assert.match(presetText(en, preset.passwordHint), PHRASE)
      assert.isTrue(preset.needs === null || SENTENCE.test(presetText(en, preset.needs)))
      assert.isTrue(preset.limit === null || SENTENCE.test(presetText(en, preset.limit.message)))
    })

    test(`${nameOf(preset)} has valid hosts and documentation`, ({ assert }) => {
      if (preset.kind === 'own') {
        assert.isNull(preset.host)
        assert.isNull(preset.docs)
        return
      }
      assert.equal(new URL(preset.docs!).protocol, 'https:')
      assert.notMatch(preset.docs!, /\s/)
      const hosts = [preset.host!, ...preset.otherHosts, ...preset.regions.map(({ host }) => host)]
      for (const host of hosts) {
        assert.isTrue(isHost(host), host)
        assert.equal(host, host.toLowerCase())
      }
    })

    test(`${nameOf(preset)} is encrypted, unless it is on localhost`, ({ assert }) => {
      const isLocal = preset.kind === 'development' && preset.host === 'localhost'
      assert.equal(preset.encryption === 'none', isLocal)
      assert.equal(preset.encryption === 'tls', preset.port === 465)
    })
  }

  test('have unique ids, names and hosts', ({ assert }) => {
    assert.isEmpty(repeated(PRESETS.map(({ id }) => id)))
    assert.isEmpty(repeated(PRESETS.map(nameOf)))
    const hosts = PRESETS.flatMap(({ host, otherHosts, regions }) => [
      ...new Set([host ?? [], otherHosts, regions.map((region) => region.host)].flat()),
    ])
    assert.isEmpty(repeated(hosts))
  })

  test('do not share domains or MX suffixes', ({ assert }) => {
    assert.isEmpty(repeated(everySuffix('domains')))
    assert.isEmpty(repeated(everySuffix('mx')))
    for (const name of [...everySuffix('domains'), ...everySuffix('mx')]) {
      assert.match(name, DOMAIN)
    }
  })

  test('with regions start in one of them, and each region is distinct', ({ assert }) => {
    for (const { id: preset, regions, region } of PRESETS.filter((it) => it.regions.length > 0)) {
      assert.isTrue(
        regions.some(({ id }) => id === region),
        preset
      )
      assert.isEmpty(repeated(regions.map(({ id }) => id)))
      assert.isEmpty(repeated(regions.map(nameOf)))
    }
  })

  test('are featured in this order', ({ assert }) => {
    assert.deepEqual(FEATURED.map(nameOf), [
      ...['Gmail', 'Outlook / Office 365', 'SendGrid', 'Mailgun', 'Amazon SES', 'Postmark'],
      ...['Brevo', 'Zoho'],
      'Other server (STARTTLS, port 587)',
      'Other server (SSL/TLS, port 465)',
    ])
    assert.deepEqual(PRESETS.slice(0, FEATURED.length), FEATURED)
  })

  test('for development are marked as such', ({ assert }) => {
    const ids = PRESETS.filter(({ kind }) => kind === 'development').map(({ id }) => id)

    assert.sameMembers(ids, [
      ...['ethereal', 'local-inbox', 'mailcatch', 'mailosaur', 'mailtrap-sandbox'],
    ])
  })
})

function found(preset: Preset | null) {
  return preset && [preset.id, preset.host, preset.region]
}

test.group('Finding a preset', () => {
  test('by id, in a region if it has that region', ({ assert }) => {
    assert.deepEqual(found(findPreset('gmail')), ['gmail', 'smtp.gmail.com', null])
    assert.equal(findPreset('ses', 'eu-west-1')?.host, 'email-smtp.eu-west-1.amazonaws.com')
    assert.equal(findPreset('ses', 'the-moon')?.host, 'email-smtp.us-east-1.amazonaws.com')
    assert.isNull(findPreset('toString'))
  })

  const HOSTS: [host: string, id: string | null, region?: string | null][] = [
    ['smtp.gmail.com', 'gmail'],
    ['SMTP.Gmail.com.', 'gmail'],
    ['smtp.googlemail.com', 'gmail'],
    ['smtp-relay.gmail.com', 'google-relay'],
    ['email-smtp.eu-central-1.amazonaws.com', 'ses', 'eu-central-1'],
    ['smtp.eu.mailgun.org', 'mailgun', 'eu'],
    ['smtppro.zoho.eu', 'zoho-own-domain', 'eu'],
    ['localhost', 'local-inbox'],
    ['mail.example.com', null],
    ['gmail.com', null],
    ['', null],
  ]
  test('by the host {0}')
    .with(HOSTS)
    .run(({ assert }, [host, id, region = null]) => {
      const preset = findPresetByHost(host)

      assert.equal(preset?.id ?? null, id)
      assert.equal(preset?.region ?? null, region)
    })

  test('by the domain of an address, or a parent domain', ({ assert }) => {
    const ids = (domain: string) => findPresetsByDomain(domain).map(({ id }) => id)

    assert.deepEqual(ids('gmail.com'), ['gmail'])
    assert.deepEqual(ids('Contoso.OnMicrosoft.com'), ['office365'])
    assert.deepEqual(ids('pec.aruba.it'), ['aruba-pec', 'aruba'])
    assert.deepEqual(ids('exmail.qq.com'), ['qq-enterprise', 'qq'])
    assert.deepEqual(findPresetsByDomain('zohomail.eu').map(found), [
      ['zoho', 'smtp.zoho.eu', 'eu'],
    ])
    assert.isEmpty(ids('notgmail.com'))
    assert.isEmpty(ids('example.com'))
    assert.isEmpty(ids('com'))
  })

  const MX: [mx: string, id: string | null, host?: string][] = [
    ['aspmx.l.google.com', 'gmail'],
    ['alt1.aspmx.l.google.com.', 'gmail'],
    ['smtp.google.com', 'gmail'],
    ['example-com.mail.protection.outlook.com', 'office365'],
    ['example-com.r-v1.mx.microsoft', 'office365'],
    ['outlook-com.olc.protection.outlook.com', 'outlook-com'],
    ['in1-smtp.messagingengine.com', 'fastmail'],
    ['mx.zoho.eu', 'zoho-own-domain', 'smtppro.zoho.eu'],
    ['mx.zoho.com.au', 'zoho-own-domain', 'smtppro.zoho.com.au'],
    ['mxa.eu.mailgun.org', 'mailgun', 'smtp.eu.mailgun.org'],
    ['mx00.ionos.de', 'ionos', 'smtp.ionos.de'],
    ['mx00.kundenserver.de', 'ionos', 'smtp.ionos.de'],
    ['mail.example.com', null],
    ['notgoogle.com', null],
    ['', null],
  ]
  test('by the MX host {0}')
    .with(MX)
    .run(({ assert }, [mx, id, host]) => {
      const preset = findPresetByMx(mx)

      assert.equal(preset?.id ?? null, id)
      if (host) {
        assert.equal(preset?.host, host)
      }
    })

  test('by every known host', ({ assert }) => {
    assert.isAbove(knownHosts().length, 100)
    for (const host of knownHosts()) {
      assert.isNotNull(findPresetByHost(host), host)
    }
  })
})

test.group('Presets of the app', (group) => {
  const RELAY = {
    id: 'relay',
    name: 'Company relay',
    host: 'relay.example.com',
    port: 587,
    encryption: 'starttls',
    usernameHint: 'your staff number',
    domains: ['example.com'],
  } as const

  group.each.setup(() => {
    setCustomPresets([{ ...RELAY, domains: [...RELAY.domains] }])
    return () => setCustomPresets([])
  })

  test('are offered before all others', ({ assert }) => {
    assert.equal(featuredPresets()[0].id, 'relay')
    assert.lengthOf(allPresets(), PRESETS.length + 1)
  })

  test('are found by id, host and domain, and by a typo in the host', ({ assert }) => {
    assert.equal(findPreset('relay')?.host, RELAY.host)
    assert.equal(findPresetByHost(RELAY.host)?.id, 'relay')
    assert.equal(findPresetsByDomain('example.com')[0].id, 'relay')
    assert.include(knownHosts(), RELAY.host)
  })

  test('have their own hints, or general ones', ({ assert }) => {
    const { usernameHint, passwordHint } = findPreset('relay')!

    assert.equal(presetText(en, usernameHint), 'your staff number')
    assert.match(presetText(en, passwordHint), PHRASE)
  })
})
