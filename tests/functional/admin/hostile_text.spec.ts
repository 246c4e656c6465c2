import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { SmtpConfig, SmtpTestRun } from '#smtp_admin'
import {
  ADD,
  HOME,
  LIST,
  RUNS,
  newInput,
  pagePath,
  storedInput,
  useEnvironment,
} from '#tests/helpers/html/admin_pages'
import { createConfig } from '#tests/helpers/db/configs'
import { ScriptedServer } from '#tests/helpers/smtp/scripted_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { startAfresh, latestRun, post } from '#tests/helpers/html/test_pages'
import { createUser } from '#tests/helpers/db/users'

const PAYLOADS = [
  '"><script>alert(1)</script>',
  '</script></title></textarea><script>alert(1)</script>',
  '{{ 1+1 }} {{{ 1+1 }}} @include("x") ${1+1}',
  `' onmouseover=alert(1) x='`,
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '&lt;b&gt; &amp; 💌',
]

/** Tags and addresses that only a payload could have brought in. */
const ALIVE =
  /<script(?! type="module" src="\/admin\/smtp\/assets\/)|<img|<\/textarea|<b>|href="javascript/i

const COLUMNS = ['name', 'username', 'from_email', 'from_name', 'reply_to', 'notes'] as const

test.group('Text that means to be code', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => useEnvironment({ host: 'smtp.environment.example' }))

  test('is only text on every page: {$self}')
    .with(PAYLOADS)
    .run(async ({ client, assert }, payload) => {
      const user = await createUser('administrator', { email: 'ada@example.com' })
      const config = await createConfig({ name: 'Relay', isActive: true })
      // Past the rules of the model: what an import or another program may have written.
      await db
        .from('smtp_configs')
        .where('id', config.id)
        .update({
          ...Object.fromEntries(COLUMNS.map((column) => [column, payload])),
          host: payload.replace(/[/@ ]/g, '_'),
          ehlo_name: payload,
          created_by: payload,
          updated_by: payload,
        })
      const send = (path: string, input: object = {}) =>
        client.post(path).withCsrfToken().form(input).loginAs(user)

      const responses = [
        await client.get(HOME).loginAs(user),
        await client.get(LIST).loginAs(user),
        await client.get(pagePath(config, 'change')).loginAs(user),
        await client.get(pagePath(config, 'activate')).loginAs(user),
        await client.get(pagePath(config, 'history')).loginAs(user),
        await client.get(pagePath(config, 'delete')).loginAs(user),
        await client.get(pagePath(config, 'change')).loginAs(await createUser('viewer')),
        await send(
          pagePath(config, 'change'),
          storedInput(config, { name: payload, host: payload })
        ),
        await send(pagePath(config, 'delete')),
      ]

      for (const response of responses) {
        assert.oneOf(response.status(), [200, 422])
        assertInert(assert, response.text(), payload)
      }
    })

  test('is only text when it was typed: {$self}')
    .with(PAYLOADS)
    .run(async ({ client, assert }, payload) => {
      const user = await createUser()
      const everywhere = Object.fromEntries(
        Object.keys(newInput()).map((field) => [field, payload])
      )

      const refused = await client.post(ADD).withCsrfToken().form(everywhere).loginAs(user)
      const prefilled = await client.get(ADD).qs(everywhere).loginAs(user)
      const stored = await client
        .post(ADD)
        .withCsrfToken()
        .form(newInput({ name: payload, from_name: payload, notes: payload, is_active: '1' }))
        .loginAs(user)

      refused.assertStatus(422)
      prefilled.assertStatus(200)
      stored.assertStatus(200)
      for (const response of [refused, prefilled, stored]) {
        assertInert(assert, response.text(), payload)
      }
      const config = await SmtpConfig.firstOrFail()
      assert.deepEqual([config.name, config.fromName, config.notes], [payload, payload, payload])
    })

  test('is only text when a server has said it: {$self}')
    .with(PAYLOADS)
    .run(async ({ client, assert, cleanup }, payload) => {
      cleanup(await startAfresh())
      const user = await createUser()
      const server = await ScriptedServer.start({
        greeting: `220 ${payload}`,
        MAIL: `550 5.7.1 ${payload}`,
      })
      const config = await storeServer(server, { fromEmail: 'app@example.com' })

      const typed = await post(client, pagePath(config, 'change/test'), user, storedInput(config))
      const { id } = await latestRun()
      const page = await client.get(`${RUNS}/${id}`).loginAs(user)

      for (const response of [typed, page]) {
        response.assertStatus(200)
        assertInert(assert, response.text(), payload)
      }
    })

  test('is only text in whatever is kept of a test: {$self}')
    .with(PAYLOADS)
    .run(async ({ client, assert }, payload) => {
      const user = await createUser()
      const run = await keepHostileTest(payload)

      for (const path of [RUNS, `${RUNS}/${run.id}`]) {
        const response = await client.get(path).loginAs(user)
        response.assertStatus(200)
        assertInert(assert, response.text(), payload)
      }
    })

  test('is only text as the name of whoever is signed in', async ({ client, assert }) => {
    const user = await createUser('administrator', { email: '"><script>alert(1)</script>@x.y' })
    const config = await createConfig()
    await client.post(pagePath(config, 'activate')).withCsrfToken().loginAs(user)

    const response = await client.get(LIST).loginAs(user)

    assert.notMatch(response.text(), ALIVE)
    assert.include(response.text(), '&lt;script&gt;alert(1)')
  })
})

/** A test that has this text wherever there is one. */
type Report = SmtpTestRun['report']

function keepHostileTest(payload: string) {
  const messages: Report['stages'][number]['messages'] = [
    { key: 'stages.verbatim', params: { text: payload } },
  ]
  const advice: Report['advice'] = {
    rule: 'sender-not-owned',
    params: { sender: payload, username: payload },
    correction: { host: payload, port: 465, username: payload, fromEmail: payload },
  }
  const certificate = { names: [payload], issuer: payload, validFrom: payload, validTo: payload }
  return SmtpTestRun.create({
    ...{ configName: payload, host: payload, username: payload, actorLabel: payload },
    ...{ transcript: payload, scope: 'site', port: 25, encryption: 'tls', source: 'admin' },
    ...{ verdict: 'failed', ms: 1 },
    report: {
      stages: [
        { name: 'settings', state: 'passed', ms: 1, messages },
        { name: 'lookup', state: 'failed', ms: 1, messages },
      ],
      advice,
      emailAuth: [{ name: 'SPF', state: 'doubtful', messages }],
      tls: { protocol: payload, cipher: payload, certificate },
    },
  })
}

function assertInert(assert: Assert, html: string, payload: string) {
  assert.notMatch(html, ALIVE)
  assert.include(html, escaped(payload))
  if (escaped(payload) !== payload) {
    assert.notInclude(html, payload)
  }
}

function escaped(text: string) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
    .replaceAll('`', '&#x60;')
}
