import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { type Ability, SmtpConfig, SmtpHistory } from '#smtp_admin'
import {
  ADD,
  newInput,
  pagePath,
  storedInput,
  storedRows,
  useActivation,
  useAuthorize,
} from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { DOUBTFUL, createConfigIn, recordTest } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'
import {
  errorAt,
  errorSummaryIn,
  flashFormsIn,
  formsIn,
  inputAt,
  mainIn,
  mainText,
  textIn,
} from '#tests/helpers/html/page'

const LACKS = {
  untested: 'this configuration has not been tested.',
  failing: 'its last test failed.',
  stale: 'its connection settings have changed since the last test.',
  unreadable: 'its password cannot be decrypted.',
}

const SENTENCES = {
  untested: 'It has not been tested yet.',
  failing: 'Its last test failed.',
  stale: 'Its connection settings have changed since the last test.',
  unreadable: 'cannot be decrypted. Enter it again.',
}

const testOf = ({ id }: SmtpConfig) => `/admin/smtp/configs/${id}/test`

async function activeName() {
  const active = await SmtpConfig.getActive()
  return active?.name ?? null
}

test.group('Where only a warning is wanted, making something active', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is done, is said, and a test of it is offered: {$self}')
    .with([...DOUBTFUL])
    .run(async ({ client, assert }, state) => {
      const config = await createConfigIn(state, { name: 'Relay' })

      const response = await client
        .post(pagePath(config, 'activate'))
        .withCsrfToken()
        .loginAs(await createUser())

      assert.equal(await activeName(), 'Relay')
      response.assertTextIncludes('“Relay” was activated.')
      response.assertTextIncludes(SENTENCES[state])
      response.assertTextIncludes('role="alert"')
      assert.include(
        flashFormsIn(response.text()).map(({ label, action }) => `${label}: ${action}`),
        `Test now: ${testOf(config)}`
      )
    })

  test('is nothing to speak of when it has passed a test', async ({ client, assert }) => {
    const config = await createConfigIn('working', { name: 'Relay' })

    const response = await client
      .post(pagePath(config, 'activate'))
      .withCsrfToken()
      .loginAs(await createUser())

    response.assertTextIncludes('“Relay” was activated. Mail is now sent through it.')
    response.assertTextIncludes('role="status"')
    const labels = flashFormsIn(response.text()).map(({ label }) => label)
    assert.notInclude(labels, 'Test now')
  })

  test('by the form is told as well', async ({ client, assert }) => {
    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ name: 'Relay', is_active: '1' }))
      .loginAs(await createUser())

    response.assertTextIncludes(
      '“Relay” was added and activated. Mail is now sent through it. It has not been tested yet.'
    )
    const config = await SmtpConfig.findByOrFail('name', 'Relay')
    assert.equal(flashFormsIn(response.text())[0].action, testOf(config))
  })

  test('is asked on a page that changes nothing', async ({ client, assert }) => {
    await createConfig({ name: 'Primary', isActive: true })
    const config = await createConfig({ name: 'Relay' })
    const before = await storedRows()

    const response = await client.get(pagePath(config, 'activate')).loginAs(await createUser())

    response.assertStatus(200)
    const text = mainText(response.text())
    assert.include(text, 'Activate this configuration?')
    assert.include(text, 'This configuration has not been tested yet.')
    assert.include(text, '“Primary” will be deactivated.')
    assert.sameMembers(
      formsIn(mainIn(response.text())).map(({ label }) => label),
      ['Test now', 'Yes, activate']
    )
    assert.deepEqual(await storedRows(), before)
  })
})

test.group('Where a test is required, activating without a passed test', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => useActivation('require-test'))

  test('is refused, and the page says why and what to do: {$self}')
    .with([...DOUBTFUL])
    .run(async ({ client, assert }, state) => {
      await createConfig({ name: 'Primary', isActive: true })
      const config = await createConfigIn(state, { name: 'Relay' })
      const before = await storedRows()

      const response = await client
        .post(pagePath(config, 'activate'))
        .withCsrfToken()
        .loginAs(await createUser())

      response.assertStatus(409)
      const main = mainIn(response.text())
      assert.include(textIn(main), 'Test this configuration first')
      assert.include(textIn(main), `Not activated: ${LACKS[state]}`)
      assert.match(response.text(), /<title>Error: Activate \| Relay \|/)
      assert.match(main, /<div[^>]*role=alert tabindex=-1 autofocus/)
      const [testing, override] = formsIn(main)
      assert.deepEqual(testing, { label: 'Test now', action: testOf(config), fields: {} })
      assert.deepEqual(override, {
        label: 'Activate anyway',
        action: pagePath(config, 'activate'),
        fields: { revision: String(config.revision) },
      })
      assert.equal(main.includes('Re-enter the password first'), state === 'unreadable')
      assert.deepEqual(await storedRows(), before)
    })

  test('is done with a reason, which the history keeps: {$self}')
    .with([...DOUBTFUL])
    .run(async ({ client, assert }, state) => {
      const user = await createUser()
      const config = await createConfigIn(state, { name: 'Relay' })
      const reason = '<b>The old one</b> is down, "Ada" knows'

      const response = await client
        .post(pagePath(config, 'activate'))
        .withCsrfToken()
        .form({ reason: ` ${reason} `, revision: String(config.revision) })
        .loginAs(user)

      assert.equal(await activeName(), 'Relay')
      response.assertTextIncludes(SENTENCES[state])
      const entry = await SmtpHistory.query().orderBy('id', 'desc').firstOrFail()
      assert.containSubset(entry.$attributes, {
        ...{ action: 'activated', configId: config.id, actorLabel: user.email, source: 'admin' },
        changes: { is_active: [false, true], reason: [null, reason] },
      })
    })

  test('is refused with an invalid reason, and keeps the input: {what}')
    .with([
      { what: 'none', reason: '', message: 'Enter a reason. It is recorded in the history.' },
      { what: 'blanks', reason: '  ', message: 'Enter a reason. It is recorded in the history.' },
      {
        what: 'two lines',
        reason: 'The old one\nis down',
        message: 'Remove the line break or control character from the reason.',
      },
      {
        what: 'too long a one',
        reason: 'x'.repeat(501),
        message: 'Shorten the reason to 500 characters.',
      },
    ])
    .run(async ({ client, assert }, { reason, message }) => {
      const config = await createConfig({ name: 'Relay' })

      const response = await client
        .post(pagePath(config, 'activate'))
        .withCsrfToken()
        .form({ reason, revision: '1' })
        .loginAs(await createUser())

      response.assertStatus(422)
      const html = response.text()
      assert.deepEqual(errorSummaryIn(html), [{ field: 'reason', message }])
      assert.equal(errorAt(html, 'reason'), message)
      assert.equal(inputAt(html, 'reason')['aria-invalid'], 'true')
      assert.equal(inputAt(html, 'reason').value, reason.trim())
      assert.isNull(await activeName())
    })

  test('takes anything but a text for no reason', async ({ client, assert }) => {
    const config = await createConfig()
    const response = await client
      .post(pagePath(config, 'activate'))
      .withCsrfToken()
      .form({ 'reason[]': ['a', 'b'], 'revision[x]': '1' })
      .loginAs(await createUser())
    response.assertStatus(422)
    assert.isNull(await activeName())
  })

  test('ignores a reason that was given before another user changed the server', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    await config.merge({ host: 'other.example.com' }).save()
    const send = (revision: string) =>
      client
        .post(pagePath(config, 'activate'))
        .withCsrfToken()
        .form({ reason: 'I know this server', revision })
        .loginAs(user)

    const refused = await send('1')
    refused.assertStatus(409)
    refused.assertTextIncludes(
      'This configuration was changed after you opened this page. Review it before you continue.'
    )
    assert.equal(inputAt(refused.text(), 'reason').value, 'I know this server')
    assert.isNull(await activeName())

    const [, override] = formsIn(mainIn(refused.text()))
    await send(override.fields.revision)
    assert.equal(await activeName(), 'Relay')
  })

  test('offers no test to those who may not test, and says so', async ({
    client,
    assert,
    cleanup,
  }) => {
    const abilities: Ability[] = ['view', 'activate']
    cleanup(useAuthorize((_, ability) => abilities.includes(ability)))
    const config = await createConfig()

    const response = await client
      .post(pagePath(config, 'activate'))
      .withCsrfToken()
      .loginAs(await createUser())

    response.assertTextIncludes('You do not have permission to run tests. Ask an administrator.')
    const labels = formsIn(mainIn(response.text())).map(({ label }) => label)
    assert.deepEqual(labels, ['Activate anyway'])
  })

  test('can be looked at again by its address, and leads on when it is active', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfigIn('failing', { name: 'Relay' })

    const page = await client.get(pagePath(config, 'activate')).loginAs(user)
    page.assertStatus(200)
    page.assertTextIncludes('The last test of this configuration failed.')
    assert.match(page.text(), /href="\/admin\/smtp\/tests\/\d+">\s*View the last test/)

    await config.activate()
    const active = await client.get(pagePath(config, 'activate')).loginAs(user).redirects(0)
    active.assertHeader('location', pagePath(config, 'change'))
  })

  test('is done as soon as a test has passed, and not when it is of an earlier server', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    const activate = () => client.post(pagePath(config, 'activate')).withCsrfToken().loginAs(user)

    await recordTest(config)
    await config.merge({ port: 2525 }).save()
    const stale = await activate()
    stale.assertStatus(409)

    await recordTest(config)
    const tested = await activate()
    tested.assertTextIncludes('“Relay” was activated. Mail is now sent through it.')
    tested.assertTextIncludes('role="status"')
    assert.equal(await activeName(), 'Relay')
  })

  test('shows names and reasons as text, whatever they are', async ({ client, assert }) => {
    const user = await createUser()
    const hostile = '"><img src=x onerror=alert(1)>'
    await createConfig({ name: `${hostile} 1`, isActive: true })
    const config = await createConfig({ name: `${hostile} 2` })
    const send = (reason: string, revision: string) =>
      client
        .post(pagePath(config, 'activate'))
        .withCsrfToken()
        .form({ reason, revision })
        .loginAs(user)

    const refused = await send(hostile, hostile)
    const activated = await send(hostile, '1')

    refused.assertStatus(409)
    assert.equal(await activeName(), config.name)
    for (const html of [refused.text(), activated.text()]) {
      assert.notInclude(html, '<img')
      assert.include(html, '&lt;img src=x onerror=alert(1)&gt; 1')
    }
  })

  test('is not forged with a reason either', async ({ client, assert }) => {
    const config = await createConfig()
    const response = await client
      .post(pagePath(config, 'activate'))
      .form({ reason: 'Forged', revision: '1' })
      .header('referer', pagePath(config, 'activate'))
      .loginAs(await createUser())

    response.assertTextIncludes('expired')
    assert.isNull(await activeName())
  })
})

test.group('Where a test is required, the form', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => useActivation('require-test'))

  test('does not save a new active configuration, and keeps the input', async ({
    client,
    assert,
  }) => {
    const input = newInput({
      ...{ name: 'Relay', host: 'relay.example.com', username: 'me', password: KNOWN_SECRET },
      ...{ notes: 'By Ada', is_active: '1', was_active: '0' },
    })

    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(input)
      .loginAs(await createUser())

    response.assertStatus(422)
    const html = response.text()
    const message =
      'A configuration must pass a test before it can be activated. Save it without “Active”, test it, then activate it.'
    assert.deepEqual(errorSummaryIn(html), [{ field: 'is_active', message }])
    assert.equal(errorAt(html, 'is_active'), message)
    assert.property(inputAt(html, 'is_active'), 'checked')
    assert.equal(inputAt(html, 'is_active')['aria-invalid'], 'true')
    assert.equal(inputAt(html, 'host').value, 'relay.example.com')
    assert.equal(inputAt(html, 'notes').value, 'By Ada')
    assert.notInclude(html, KNOWN_SECRET)
    assert.deepEqual(await storedRows(), [])
    assert.isEmpty(await SmtpHistory.all())
  })

  test('saves nothing of a tested one whose connection changes as it is made active', async ({
    client,
    assert,
  }) => {
    const config = await createConfigIn('working')
    const before = await storedRows()

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { host: 'other.example.com', is_active: '1', was_active: '0' }))
      .loginAs(await createUser())

    response.assertStatus(422)
    assert.equal(errorSummaryIn(response.text())[0].field, 'is_active')
    assert.equal(inputAt(response.text(), 'host').value, 'other.example.com')
    assert.deepEqual(await storedRows(), before)
  })

  test('makes a tested one active, whatever else than its connection changes', async ({
    client,
    assert,
  }) => {
    const config = await createConfigIn('working')

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { name: 'Renamed', is_active: '1', was_active: '0' }))
      .loginAs(await createUser())

    response.assertTextIncludes('“Renamed” was changed and activated.')
    assert.equal(await activeName(), 'Renamed')
  })

  test('changes the active one, says that it is not tested as it is now, and offers it', async ({
    client,
    assert,
  }) => {
    const config = await createConfigIn('working', { name: 'Relay', isActive: true })
    const input = storedInput(config, { host: 'other.example.com', was_active: '1' })

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(input)
      .loginAs(await createUser())

    response.assertTextIncludes(
      '“Relay” was changed. Mail is now sent through it. Its connection settings have changed since the last test.'
    )
    assert.deepEqual(
      flashFormsIn(response.text()).map(({ label }) => label),
      ['Test now']
    )
    assert.equal(await activeName(), 'Relay')
  })

  test('says nothing of tests when only a note of the active one changes', async ({ client }) => {
    const config = await createConfigWithLogin({ name: 'Relay', isActive: true })
    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { notes: 'New', was_active: '1' }))
      .loginAs(await createUser())

    response.assertTextIncludes('role="status"')
    response.assertTextIncludes('“Relay” was changed. Mail is now sent through it.')
  })

  test('explains the requirement at “Active”', async ({ client, assert, cleanup }) => {
    const user = await createUser()
    const strict = await client.get(ADD).loginAs(user)
    cleanup(useActivation('warn'))
    const lenient = await client.get(ADD).loginAs(user)

    assert.include(strict.text(), 'It must pass a test first.')
    assert.notInclude(lenient.text(), 'It must pass a test first')
  })
})
