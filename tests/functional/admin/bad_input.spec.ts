import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import { ADD, newInput, pagePath, storedInput, storedRows } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { errorAt, errorSummaryIn, inputAt } from '#tests/helpers/html/page'

const NO_NAME = 'Enter a name, for example Primary Mail Server.'
const NO_HOST = 'Enter the server’s hostname, for example mail.example.com.'
const BAD_HOST =
  'Enter a hostname or IP address only, for example mail.example.com (no https://, path or spaces).'
const BAD_PORT = 'Enter a port from 1 to 65535, for example 587.'
const BAD_TIMEOUT = 'Enter a timeout from 1 to 300 seconds, for example 10.'
const BAD_FROM = 'Enter a valid email address as the From email, for example no-reply@example.com.'
const LINE = (field: string) => `Remove the line break or control character from the ${field}.`
const LONG = (field: string, max: number) => `Shorten the ${field} to ${max} characters.`

const CASES = [
  { field: 'name', value: '', message: NO_NAME },
  { field: 'name', value: 'x'.repeat(101), message: LONG('name', 100), what: 'too long' },
  { field: 'host', value: '', message: NO_HOST },
  {
    field: 'host',
    value: 'mail example.com',
    message: 'Hostnames cannot contain spaces. Enter one hostname, for example mail.example.com.',
  },
  {
    field: 'host',
    value: 'imaps://imap.example.com',
    message: 'This is an incoming mail server (IMAP or POP3). Enter the outgoing (SMTP) server.',
  },
  { field: 'host', value: 'mail.example.com/inbox', message: BAD_HOST },
  { field: 'host', value: 'https://mail.example.com/inbox', message: BAD_HOST },
  {
    field: 'host',
    value: '-mail.example.com',
    message: 'Parts of a hostname cannot start or end with a hyphen. Remove the hyphen.',
  },
  { field: 'host', value: 'h'.repeat(256), message: LONG('host', 255), what: 'too long' },
  { field: 'port', value: '0', message: BAD_PORT },
  { field: 'port', value: '65536', message: BAD_PORT },
  { field: 'port', value: '-25', message: BAD_PORT },
  { field: 'port', value: '587.5', message: BAD_PORT },
  { field: 'port', value: 'smtp', message: BAD_PORT },
  { field: 'timeout', value: '', message: BAD_TIMEOUT },
  { field: 'timeout', value: '0', message: BAD_TIMEOUT },
  { field: 'timeout', value: '301', message: BAD_TIMEOUT },
  { field: 'timeout', value: 'soon', message: BAD_TIMEOUT },
  { field: 'from_email', value: 'nobody', message: BAD_FROM },
  { field: 'from_email', value: 'a@example.com, b@example.com', message: BAD_FROM },
  { field: 'from_email', value: 'Ada <ada@example.com>', message: BAD_FROM },
  { field: 'reply_to', value: 'nobody', message: BAD_FROM.replace('From email', 'Reply-to email') },
  {
    field: 'ehlo_name',
    value: 'my machine',
    message:
      'Enter a hostname or IP address only as the EHLO hostname, for example mail.example.com.',
  },
  { field: 'notes', value: 'x'.repeat(501), message: LONG('notes', 500), what: 'too long' },
  {
    field: 'username',
    value: 'mailer@example.com',
    message: 'Enter the password for this username, or clear the username.',
    what: 'without a password',
  },
]

const LINE_BREAKS = [
  { field: 'name', label: 'name' },
  { field: 'host', label: 'host' },
  { field: 'username', label: 'username' },
  { field: 'from_email', label: 'From email' },
  { field: 'from_name', label: 'From name' },
  { field: 'reply_to', label: 'Reply-to email' },
  { field: 'ehlo_name', label: 'EHLO hostname' },
  { field: 'notes', label: 'notes' },
  { field: 'password', label: 'password' },
]

test.group('Input that cannot be accepted', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is kept, with the reason at the field and in the summary, and not stored: {field}, {what}')
    .with(CASES.map((it) => ({ what: it.value || 'empty', ...it })))
    .run(async ({ client, assert }, { field, value, message }) => {
      const input = newInput({ notes: 'Typed before', from_name: 'Also typed', [field]: value })

      const response = await client
        .post(ADD)
        .withCsrfToken()
        .form(input)
        .loginAs(await createUser())

      const html = response.text()
      response.assertStatus(422)
      assert.lengthOf(response.redirects(), 0)
      response.assertTextIncludes('<title>Error: Add SMTP configuration | SMTP administration')
      const errorField = field === 'username' ? 'password' : field
      assert.deepEqual(errorSummaryIn(html), [{ field: errorField, message }])
      assert.equal(errorAt(html, errorField), message)
      assert.equal(inputAt(html, errorField)['aria-invalid'], 'true')
      assert.match(
        inputAt(html, errorField)['aria-describedby'],
        new RegExp(`^error-${errorField}`)
      )
      for (const [name, typed] of Object.entries(input)) {
        if (name !== 'password' && name !== 'encryption' && name !== 'verify_certificate') {
          assert.equal(inputAt(html, name).value, String(typed))
        }
      }
      assert.deepEqual(await storedRows(), [])
      assert.isEmpty(await SmtpHistory.all())
    })

  test('may not have a line break in the {field}')
    .with(LINE_BREAKS)
    .run(async ({ client, assert }, { field, label }) => {
      const user = await createUser()
      const login = ['username', 'password'].includes(field)
      const base = login ? { username: 'mailer', password: 'secret' } : {}
      const start = field === 'host' ? 'mail.example.com' : 'a@example.com'

      for (const lineBreak of ['\r\n', '\n', '\r', '\u0000', '\u0085']) {
        const value = `${start}${lineBreak}Bcc: everybody`
        const response = await client
          .post(ADD)
          .withCsrfToken()
          .form(newInput({ ...base, [field]: value }))
          .loginAs(user)

        response.assertStatus(422)
        assert.equal(errorAt(response.text(), field), LINE(label))
      }
      assert.deepEqual(await storedRows(), [])
    })

  test('is shown all at once, in the order of the form', async ({ client, assert }) => {
    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ name: '', host: '', port: '0', timeout: '', from_email: 'x' }))
      .loginAs(await createUser())

    assert.deepEqual(
      errorSummaryIn(response.text()).map(({ field }) => field),
      ['name', 'host', 'port', 'from_email', 'timeout']
    )
  })

  test('puts the focus on the summary without a script', async ({ client, assert }) => {
    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ name: '' }))
      .loginAs(await createUser())

    const [tag] = /<div[^>]*class="error-summary"[^>]*>/.exec(response.text())!
    assert.match(tag, /role="alert"/)
    assert.match(tag, /tabindex="-1"\s+autofocus/)
  })

  test('leaves the choices as they were made', async ({ client, assert }) => {
    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ name: '', encryption: 'tls', verify_certificate: '0', is_active: '1' }))
      .loginAs(await createUser())

    const html = response.text().replace(/\s+/g, ' ')
    assert.match(html, /name="encryption" value="tls" checked/)
    assert.match(html, /name="verify_certificate" value="0" checked/)
    assert.match(html, /name="is_active" value="1" checked/)
  })

  test('does not bring back a field that was cleared', async ({ client, assert }) => {
    const config = await createConfig({ fromName: 'Order desk', notes: 'Old' })

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { from_name: '', notes: '', port: '0' }))
      .loginAs(await createUser())

    response.assertStatus(422)
    assert.equal(inputAt(response.text(), 'from_name').value, '')
    assert.equal(inputAt(response.text(), 'notes').value, '')
  })

  test('of a change leaves the row as it was', async ({ client, assert }) => {
    const config = await createConfigWithLogin({ isActive: true })
    const before = await storedRows()

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { name: 'Renamed', timeout: '301' }))
      .loginAs(await createUser())

    response.assertStatus(422)
    response.assertTextIncludes(`<title>Error: ${config.name} | Change SMTP configuration`)
    assert.deepEqual(await storedRows(), before)
  })
})

test.group('A name', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('that is taken is refused, whatever its capitals', async ({ client, assert }) => {
    const user = await createUser()
    await createConfig({ name: 'Relay' })
    const other = await createConfig({ name: 'Other' })
    const send = (path: string, input: object) =>
      client.post(path).withCsrfToken().form(input).loginAs(user)

    const responses = [
      await send(ADD, newInput({ name: 'Relay' })),
      await send(ADD, newInput({ name: 'RELAY' })),
      await send(pagePath(other, 'change'), storedInput(other, { name: 'relay' })),
    ]

    for (const response of responses) {
      response.assertStatus(422)
      assert.equal(
        errorAt(response.text(), 'name'),
        'An SMTP configuration with this name already exists. Choose another name.'
      )
    }
    assert.lengthOf(await SmtpConfig.all(), 2)
  })
})

test.group('A choice that was tampered with', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is refused, and no fault: {what}')
    .with([
      { what: 'an unknown encryption', body: { encryption: 'bogus' }, field: 'encryption' },
      { what: 'no encryption', body: { encryption: undefined }, field: 'encryption' },
      { what: 'two encryptions', body: { encryption: ['tls', 'none'] }, field: 'encryption' },
      { what: 'a list of hosts', body: { host: ['mail.example.com'] }, field: 'host' },
      { what: 'an object as host', body: { host: { $ne: '' } }, field: 'host' },
      { what: 'a list of names', body: { name: ['a', 'b'] }, field: 'name' },
      { what: 'notes with a method', body: { notes: { toString: 'x' } }, field: 'notes' },
      { what: 'a list of ports', body: { port: ['587', '25'] }, field: 'port' },
      { what: 'an object as timeout', body: { timeout: { a: '1' } }, field: 'timeout' },
      {
        what: 'a list of usernames',
        body: { username: ['x'], password: ['y'] },
        field: 'username',
      },
    ])
    .run(async ({ client, assert }, { body, field }) => {
      const response = await client
        .post(ADD)
        .withCsrfToken()
        .json(newInput(body))
        .loginAs(await createUser())

      response.assertStatus(422)
      assert.include(
        errorSummaryIn(response.text()).map((problem) => problem.field),
        field
      )
      assert.deepEqual(await storedRows(), [])
    })

  test('of the encryption leads to its first choice', async ({ client, assert }) => {
    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ encryption: 'bogus' }))
      .loginAs(await createUser())

    assert.equal(
      errorAt(response.text(), 'encryption'),
      'Choose STARTTLS, SSL/TLS or no encryption.'
    )
    assert.equal(inputAt(response.text(), 'encryption').type, 'radio')
  })
})

test.group('A pasted secret', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('in the host is never shown again, and its port is not lost', async ({ client, assert }) => {
    const user = await createUser()
    for (const host of [
      `smtp://bob:${KNOWN_SECRET}@mail.example.com:2525`,
      `bob:${KNOWN_SECRET}@mail.example.com:2525`,
      `smtps://bob:${KNOWN_SECRET}@mail.example.com:2525/`,
    ]) {
      const response = await client
        .post(ADD)
        .withCsrfToken()
        .form(newInput({ host, name: '' }))
        .loginAs(user)

      response.assertStatus(422)
      assert.notInclude(response.text(), KNOWN_SECRET)
      assert.equal(inputAt(response.text(), 'host').value, 'mail.example.com')
      assert.equal(inputAt(response.text(), 'port').value, '2525')
    }
  })

  test('as the password is never shown again', async ({ client, assert }) => {
    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ name: '', username: 'bob', password: KNOWN_SECRET }))
      .loginAs(await createUser())

    response.assertStatus(422)
    assert.notInclude(response.text(), KNOWN_SECRET)
    assert.notProperty(inputAt(response.text(), 'password'), 'value')
    assert.equal(inputAt(response.text(), 'username').value, 'bob')
  })

  test('without a username is refused', async ({ client, assert }) => {
    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ password: KNOWN_SECRET }))
      .loginAs(await createUser())

    assert.deepEqual(errorSummaryIn(response.text()), [
      {
        field: 'username',
        message: 'Enter the username for this password, or remove the password.',
      },
    ])
  })
})

test.group('Far too much', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('in one field is refused within a second: {field}')
    .with(
      ['name', 'host', 'port', 'username', 'password', 'from_email', 'ehlo_name', 'notes'].map(
        (field) => ({ field })
      )
    )
    .run(async ({ client, assert }, { field }) => {
      const user = await createUser()
      const login = { username: 'bob', password: 'secret' }

      for (const value of [
        'x'.repeat(100_000),
        `a${' '.repeat(100_000)}b`,
        '@'.repeat(100_000),
        'ä.'.repeat(50_000),
      ]) {
        const started = performance.now()
        const response = await client
          .post(ADD)
          .withCsrfToken()
          .form(newInput({ ...login, [field]: value }))
          .loginAs(user)

        response.assertStatus(422)
        assert.isBelow(performance.now() - started, 1000)
        assert.isNotEmpty(errorAt(response.text(), field))
        assert.isBelow(response.text().length, 60_000)
        if (field !== 'password') {
          assert.isTrue(inputAt(response.text(), field).value.startsWith(value[0]))
        }
      }
      assert.deepEqual(await storedRows(), [])
    })

  test('in one body is refused by the app, and nothing is stored: {what}')
    .with([
      { what: 'to add', path: () => ADD },
      { what: 'to change', path: (config: SmtpConfig) => pagePath(config, 'change') },
      { what: 'to test', path: (config: SmtpConfig) => pagePath(config, 'change/test') },
    ])
    .run(async ({ client, assert }, { path }) => {
      const config = await createConfig({ name: 'Stored name' })
      const before = await storedRows()

      const response = await client
        .post(path(config))
        .withCsrfToken()
        .form(newInput({ notes: 'x'.repeat(2_000_000) }))
        .loginAs(await createUser())

      response.assertStatus(413)
      assert.notMatch(response.text(), /Stored name|xxxxx|node_modules/)
      assert.deepEqual(await storedRows(), before)
    })
})

test.group('What the form carries for itself', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('may be anything, and nothing fails: {what}')
    .with([
      { what: 'lists', value: ['1', '2'] },
      { what: 'an object', value: { $gt: '' } },
      { what: 'a NUL', value: '1\u0000' },
      { what: 'a number without end', value: '9'.repeat(400) },
      { what: 'a negative number', value: '-1' },
      { what: 'markup', value: '"><script>alert(1)</script>' },
      { what: '100,000 characters', value: 'x'.repeat(100_000) },
    ])
    .run(async ({ client, assert }, { value }) => {
      const user = await createUser()
      const config = await createConfig({ name: 'Relay' })
      const carried = { seen: value, new_id: value, _changelist_filters: value, unknown: value }

      const changed = await client
        .post(pagePath(config, 'change'))
        .withCsrfToken()
        .json(storedInput(config, { ...carried, notes: 'Typed' }))
        .loginAs(user)
      const refused = await client
        .post(ADD)
        .withCsrfToken()
        .json(newInput({ ...carried, name: '' }))
        .loginAs(user)

      changed.assertTextIncludes('“Relay” was changed.')
      refused.assertStatus(422)
      assert.notInclude(refused.text(), '<script>alert')
      assert.lengthOf(await storedRows(), 1)
    })
})
