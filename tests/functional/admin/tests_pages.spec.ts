import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { type SmtpConfig, SmtpTestRun } from '#smtp_admin'
import { RUNS, pagePath, useAuthorize } from '#tests/helpers/html/admin_pages'
import { createConfig } from '#tests/helpers/db/configs'
import { SmtpServer } from '#tests/helpers/smtp/smtp_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { startAfresh, latestRunText, post } from '#tests/helpers/html/test_pages'
import { recordTest } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'
import { linksIn, mainIn, mainText, textIn } from '#tests/helpers/html/page'

type Report = SmtpTestRun['report']

const FAILED: Report['stages'] = [
  { name: 'settings', state: 'passed', ms: 1, messages: [{ key: 'stages.valid' }] },
  { name: 'greeting', state: 'failed', ms: 1500, messages: [{ key: 'failures.closed' }] },
]

const ADVICE: Report['advice'] = {
  rule: 'starttls-refused',
  params: {},
  correction: { port: 465, encryption: 'tls' },
}

const NO_SPF: Report['emailAuth'][number] = {
  name: 'SPF',
  state: 'missing',
  messages: [{ key: 'sender.spfMissing', params: { domain: 'example.com' } }],
}

/** A test that went like this, of a configuration or of values that were not saved. */
async function record(config: SmtpConfig, values: object = {}, report: Partial<Report> = {}) {
  const run = await recordTest(config)
  const { $attributes: attributes } = run
  await run.delete()
  const { id, report: empty, ...rest } = attributes
  return SmtpTestRun.create({ ...rest, ...values, report: { ...(empty as Report), ...report } })
}

const failed = { verdict: 'failed' as const }
const at = ({ id }: SmtpTestRun) => `${RUNS}/${id}`

test.group('The page of a test', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('says which values were tested, and what has become of them: {what}')
    .with([
      { what: 'nothing', change: {}, expected: 'Revision 1 (current)' },
      {
        what: 'renamed',
        change: { name: 'Renamed' },
        expected: 'Revision 1 (same connection settings as now)',
      },
      { what: 'moved', change: { port: 26 }, expected: 'Revision 1 (changed since)' },
    ])
    .run(async ({ client, assert }, { change, expected }) => {
      const config = await createConfig()
      const run = await record(config)
      await config.merge(change).save()

      const page = await client.get(at(run)).loginAs(await createUser())

      assert.include(mainText(page.text()), `Settings ${expected} Tested`)
    })

  test('outlives its configuration', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Gone tomorrow' })
    const run = await record(config, failed, { stages: FAILED, advice: ADVICE })
    await config.delete()

    const page = await client.get(at(run)).loginAs(await createUser())

    page.assertStatus(200)
    const text = mainText(page.text())
    assert.include(text, 'Test for Gone tomorrow')
    assert.include(text, 'Revision 1 (configuration deleted)')
    assert.notInclude(text, 'Test again')
  })

  test('leads to the form of the configuration with the corrected values filled in', async ({
    client,
    assert,
  }) => {
    const config = await createConfig()
    const run = await record(config, failed, { stages: FAILED, advice: ADVICE })
    const user = await createUser()

    const page = await client.get(at(run)).loginAs(user)
    const href = linksIn(page.text()).get('Use port 465 with SSL/TLS')!

    assert.equal(href, `${pagePath(config, 'change')}?port=465&encryption=tls&test=${run.id}`)
    const form = await client.get(href).loginAs(user)
    const text = mainText(form.text())
    assert.include(text, 'Note Updated from the test: Port, Encryption. Save to keep this change.')
    assert.match(form.text(), /id="field-port"[^>]*value="465"/)
    assert.match(form.text(), /value="tls"\s+checked/)
    await config.refresh()
    assert.deepEqual([config.port, config.encryption], [587, 'starttls'])
  })

  test('of values that were not saved leads to a form with them, and no password', async ({
    client,
    assert,
  }) => {
    const config = await createConfig()
    const unsaved = { configId: null, revision: null, settingsHash: null, ...failed }
    const run = await record(config, unsaved, { stages: FAILED, advice: ADVICE })
    const user = await createUser()

    const page = await client.get(at(run)).loginAs(user)
    const url = new URL(linksIn(page.text()).get('Use port 465 with SSL/TLS')!, 'http://localhost')

    assert.equal(url.pathname, '/admin/smtp/configs/add')
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      name: config.name,
      host: config.host,
      port: '465',
      encryption: 'tls',
      username: '',
      test: String(run.id),
    })
    const form = await client.get(url.pathname + url.search).loginAs(user)
    assert.include(mainText(form.text()), 'Note Prefilled from a test. Save to keep these values.')
  })

  test('of unsaved values of a stored configuration leads to its form with all of them', async ({
    client,
    assert,
  }) => {
    const config = await createConfig()
    const unsaved = { revision: null, settingsHash: null, host: 'other.example.com', ...failed }
    const run = await record(config, unsaved, { stages: FAILED, advice: ADVICE })
    const user = await createUser()

    const page = await client.get(at(run)).loginAs(user)
    const href = linksIn(page.text()).get('Edit these settings')!
    const form = await client.get(href).loginAs(user)

    assert.include(mainText(form.text()), 'Updated from the test: Host. Save to keep this change.')
  })

  test('offers to test again, to edit, and to make active what works', async ({
    client,
    assert,
  }) => {
    const config = await createConfig()
    const user = await createUser()

    const open = async (run: SmtpTestRun) => {
      const page = await client.get(at(run)).loginAs(user)
      return mainIn(page.text())
    }

    const works = await open(await record(config))
    const fails = await open(await record(config, failed))
    await config.activate()
    const active = await open(await record(config))

    for (const main of [works, fails, active]) {
      assert.include(main, `action="${pagePath(config, 'test')}"`)
      assert.include(main, `href="${pagePath(config, 'change')}"`)
    }
    assert.include(works, `action="${pagePath(config, 'activate')}"`)
    assert.notInclude(fails, `action="${pagePath(config, 'activate')}"`)
    assert.notInclude(active, 'activate"')
  })

  test('has the certificate, and warns when it ends soon', async ({ client, assert }) => {
    const server = await SmtpServer.start({ encryption: 'tls' })
    const config = await storeServer(server, { useSsl: true })
    const user = await createUser()
    await post(client, pagePath(config, 'test'), user)

    const text = await latestRunText(client, user)
    assert.match(text, /Encryption Connection TLSv1.3, TLS_AES_\w+ Issued to .*127.0.0.1/)
    assert.match(
      text,
      /Issued by .* Valid from \d{4}-\d\d-\d\d Valid until \d{4}-\d\d-\d\d \( ?\d+ days? left/
    )

    const soon = DateTime.utc().plus({ days: 3, hours: 1 }).toISO()
    const tls = (certificate: NonNullable<Report['tls']>['certificate']) => {
      return { tls: { protocol: 'TLSv1.3', cipher: 'X', certificate } }
    }
    const facts = { names: ['mail.example.com'], issuer: 'CA', validFrom: soon, validTo: soon }
    const ending = await record(config, {}, tls(facts))
    const page = await client.get(at(ending)).loginAs(user)
    assert.match(page.text(), /class="warning-text">\s*\(3 days left at the time of the test/)
  })

  test('is told in the language of the browser, with times and numbers as written there', async ({
    client,
    assert,
  }) => {
    const stages = FAILED.slice(1)
    const run = await record(
      await createConfig(),
      { ...failed, ms: 1500 },
      { stages, emailAuth: [NO_SPF] }
    )

    const page = await client
      .get(at(run))
      .header('accept-language', 'de')
      .loginAs(await createUser())

    const text = mainText(page.text())
    assert.include(text, 'Keine gültige Begrüßung Test für Primary Mail Server')
    assert.include(text, 'Einstellungen Revision 1 (aktuell)')
    assert.include(text, 'Dauer 1,5 s')
    assert.include(text, '▲ SPF Fehlt example.com hat keinen SPF-Eintrag')
    assert.include(text, 'SMTP-Protokoll Kein Protokoll: Es kam keine Verbindung zustande.')
  })

  test('shows what was found of the sender’s domain', async ({ client, assert }) => {
    const run = await record(await createConfig(), {}, { emailAuth: [NO_SPF] })

    const page = await client.get(at(run)).loginAs(await createUser())

    assert.include(mainText(page.text()), '▲ SPF Missing example.com has no SPF record')
  })

  test('gives the transcript away as a file of plain text', async ({ client, assert }) => {
    const transcript = 'S: 220 <script>alert(1)</script>\nC: QUIT'
    const run = await record(await createConfig(), { transcript })
    const user = await createUser('viewer')

    const page = await client.get(at(run)).loginAs(user)
    const file = await client.get(`${at(run)}/transcript.txt`).loginAs(user)

    assert.include(page.text(), `href="${at(run)}/transcript.txt"`)
    file.assertHeader('content-type', 'text/plain; charset=utf-8')
    file.assertHeader('content-disposition', `attachment; filename="smtp-test-${run.id}.txt"`)
    file.assertHeader('x-content-type-options', 'nosniff')
    file.assertHeader('cache-control', 'no-store')
    assert.equal(file.text(), `${transcript}\n`)
  })
})

test.group('The list of tests', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is empty at first, and says what a test is', async ({ client, assert }) => {
    const page = await client.get(RUNS).loginAs(await createUser('viewer'))

    assert.include(mainText(page.text()), 'Tests No tests yet A test connects to the server')
  })

  test('has the latest first, each with its result, values, server and author', async ({
    client,
    assert,
  }) => {
    const config = await createConfig()
    await record(config, { actorLabel: 'ada@example.com' })
    await record(config, { ...failed, revision: null }, { stages: FAILED })

    const page = await client.get(RUNS).loginAs(await createUser())

    assert.match(
      mainText(page.text()),
      /✗ No valid greeting Primary Mail Server mail.example.com:587 Unsaved .* ✓ Test passed Primary Mail Server mail.example.com:587 Revision 1 .* took 12 ms by ada@example.com 2 tests/
    )
  })

  test('is of one configuration where the address says so, stored or not', async ({
    client,
    assert,
  }) => {
    const [one, other] = [
      await createConfig({ name: 'One' }),
      await createConfig({ name: 'Other' }),
    ]
    await record(one)
    await record(other)
    const user = await createUser()
    const list = async () => {
      const page = await client.get(`${RUNS}?config=${one.id}`).loginAs(user)
      return mainText(page.text())
    }

    const form = await client.get(pagePath(one, 'change')).loginAs(user)
    assert.include(form.text(), `href="${RUNS}?config=${one.id}"`)
    const stored = await list()
    await one.delete()
    const gone = await list()

    for (const text of [stored, gone]) {
      assert.match(text, /^Tests for One .*✓ Test passed One .* 1 test$/)
    }
  })

  test('has everything where the address is of no configuration: {$self}')
    .with(['', '1', 'x', '00000000-0000-4000-8000-000000000000', "' or 1=1 --"])
    .run(async ({ client, assert }, id) => {
      await record(await createConfig())

      const page = await client
        .get(RUNS)
        .qs({ config: id })
        .loginAs(await createUser())

      page.assertStatus(200)
      const text = mainText(page.text())
      assert.match(text, /Tests, newest first .* 1 test$/)
    })

  test('has fifty on a page, and the way to the others', async ({ client, assert }) => {
    const config = await createConfig()
    const { $attributes: attributes } = await recordTest(config)
    const more = Array.from({ length: 50 }, () => ({ ...attributes, id: undefined }))
    await SmtpTestRun.createMany(more)
    const user = await createUser()
    const rows = (html: string) => html.match(/data-label="Result"/g)?.length ?? 0

    const first = await client.get(`${RUNS}?config=${config.id}`).loginAs(user)
    const older = linksIn(first.text()).get('Page 2 of 2')!
    const second = await client.get(older).loginAs(user)
    const newer = linksIn(second.text()).get('Page 1 of 2')!

    assert.deepEqual([rows(first.text()), rows(second.text())], [50, 1])
    assert.equal(older, `${RUNS}?config=${config.id}&p=2`)
    assert.equal(newer, `${RUNS}?config=${config.id}&p=1`)
    assert.include(mainText(second.text()), '51 tests 1 Page 2 of 2 2')
  })

  test('ignores an invalid page number: {$self}')
    .with(['0', '-1', 'x', '1e9', '2.5', '99999999999', '99'])
    .run(async ({ client, assert }, p) => {
      await record(await createConfig())

      const page = await client
        .get(RUNS)
        .qs({ p })
        .loginAs(await createUser())

      page.assertStatus(200)
      assert.match(mainText(page.text()), /1 test$/)
    })

  test('ignores other parameters', async ({ client, assert }) => {
    await record(await createConfig())

    const page = await client
      .get(RUNS)
      .qs({ transcript__contains: 'hunter2', page: 2 })
      .loginAs(await createUser())

    assert.match(mainText(page.text()), /1 test$/)
  })

  test('of a configuration without tests offers the first one to who may test', async ({
    client,
    assert,
    cleanup,
  }) => {
    const config = await createConfig({ name: 'New relay' })
    const list = async (email?: 'viewer') => {
      const user = await createUser(email)
      const page = await client.get(RUNS).qs({ config: config.id }).loginAs(user)
      return mainIn(page.text())
    }

    const main = await list()
    cleanup(useAuthorize((_, ability) => ability === 'view'))
    const looking = await list('viewer')

    assert.include(textIn(main), '“New relay” has not been tested yet')
    assert.include(main, `action="${pagePath(config, 'test')}"`)
    assert.include(textIn(looking), 'You can view tests but not run them.')
    assert.notInclude(looking, `action="${pagePath(config, 'test')}"`)
  })
})
