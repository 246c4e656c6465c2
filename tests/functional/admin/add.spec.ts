import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import { ADD, LIST, newInput, storedRows } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { inputAt } from '#tests/helpers/html/page'

test.group('The form for a new configuration', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('starts with STARTTLS on port 587, ten seconds and a certificate check', async ({
    client,
    assert,
  }) => {
    const response = await client.get(ADD).loginAs(await createUser())

    response.assertStatus(200)
    const html = response.text().replace(/\s+/g, ' ')
    for (const part of [
      'name="port" value="587"',
      'name="timeout" value="10"',
      'name="encryption" value="starttls" checked',
      'name="verify_certificate" value="1" checked',
    ]) {
      assert.include(html, part)
    }
    assert.notMatch(html, /name="is_active"[^>]*checked/)
    assert.notInclude(html, 'name="password_mode"')
  })

  test('can be filled from the address, as in Django, with nothing that is secret', async ({
    client,
    assert,
  }) => {
    const address =
      'name=Gmail&host=smtp.gmail.com&port=465&use_ssl=1&password=s3cret-in-the-address&is_active=1'
    const response = await client.get(`${ADD}?${address}`).loginAs(await createUser())

    const html = response.text()
    assert.equal(inputAt(html, 'name').value, 'Gmail')
    assert.equal(inputAt(html, 'host').value, 'smtp.gmail.com')
    assert.equal(inputAt(html, 'port').value, '465')
    assert.match(html.replace(/\s+/g, ' '), /value="tls" checked/)
    assert.notInclude(html, 's3cret-in-the-address')
    assert.notProperty(inputAt(html, 'is_active'), 'checked')
  })

  test('drops the credentials of an address that is handed to it', async ({ client, assert }) => {
    const host = encodeURIComponent(`smtp://bob:${KNOWN_SECRET}@mail.example.com:2525`)

    const response = await client.get(`${ADD}?host=${host}`).loginAs(await createUser())

    assert.notInclude(response.text(), KNOWN_SECRET)
    assert.equal(inputAt(response.text(), 'host').value, 'mail.example.com')
    assert.equal(inputAt(response.text(), 'port').value, '2525')
  })
})

test.group('Adding', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('stores every field and leads to the list with a message', async ({ client, assert }) => {
    const user = await createUser()
    const input = newInput({
      name: 'Relay',
      host: 'Mail.Example.COM.',
      port: '465',
      encryption: 'tls',
      verify_certificate: '0',
      username: 'mailer@example.com',
      password: KNOWN_SECRET,
      from_email: 'no-reply@example.com',
      from_name: 'Order desk',
      reply_to: 'help@example.com',
      timeout: '30',
      ehlo_name: 'app.example.com',
      notes: 'Ask Tendai.',
    })

    const response = await client.post(ADD).withCsrfToken().form(input).loginAs(user)

    response.assertStatus(200)
    assert.match(String(response.redirects().at(-1)), new RegExp(`${LIST}$`))
    response.assertTextIncludes('“Relay” was added.')
    assert.notInclude(response.text(), KNOWN_SECRET)

    const config = await SmtpConfig.firstOrFail()
    assert.containSubset(config.serialize(), {
      name: 'Relay',
      scope: 'site',
      host: 'mail.example.com',
      port: 465,
      use_tls: false,
      use_ssl: true,
      verify_certificate: false,
      username: 'mailer@example.com',
      has_password: true,
      from_email: 'no-reply@example.com',
      from_name: 'Order desk',
      reply_to: 'help@example.com',
      timeout: 30,
      ehlo_name: 'app.example.com',
      notes: 'Ask Tendai.',
      is_active: false,
      created_by: user.email,
      updated_by: user.email,
    })
    assert.equal(config.password?.release(), KNOWN_SECRET)

    const [entry] = await SmtpHistory.all()
    assert.equal(entry.action, 'added')
    assert.deepEqual(entry.changes.password, [null, 'set'])
  })

  test('stores the encryption {encryption}')
    .with([
      { encryption: 'none', useTls: false, useSsl: false },
      { encryption: 'starttls', useTls: true, useSsl: false },
      { encryption: 'tls', useTls: false, useSsl: true },
    ])
    .run(async ({ client, assert }, { encryption, useTls, useSsl }) => {
      await client
        .post(ADD)
        .withCsrfToken()
        .form(newInput({ encryption, use_tls: '1', use_ssl: '1' }))
        .loginAs(await createUser())

      const config = await SmtpConfig.firstOrFail()
      assert.deepEqual([config.useTls, config.useSsl], [useTls, useSsl])
    })

  test('takes the usual port for {encryption} where none is given')
    .with([
      { encryption: 'none', port: 25 },
      { encryption: 'starttls', port: 587 },
      { encryption: 'tls', port: 465 },
    ])
    .run(async ({ client, assert }, { encryption, port }) => {
      await client
        .post(ADD)
        .withCsrfToken()
        .form(newInput({ encryption, port: ' ' }))
        .loginAs(await createUser())

      const config = await SmtpConfig.firstOrFail()
      assert.equal(config.port, port)
    })

  test('splits a pasted address: {host}')
    .with([
      { host: 'smtp://mail.example.com:2525', stored: ['mail.example.com', 2525] },
      { host: 'mail.example.com:465', stored: ['mail.example.com', 465] },
      { host: 'smtp://mail.example.com/', stored: ['mail.example.com', 587] },
      { host: '[::1]:25', stored: ['::1', 25] },
      { host: `smtp://bob:${KNOWN_SECRET}@mail.example.com:26`, stored: ['mail.example.com', 26] },
    ])
    .run(async ({ client, assert }, { host, stored }) => {
      const response = await client
        .post(ADD)
        .withCsrfToken()
        .form(newInput({ host }))
        .loginAs(await createUser())

      const config = await SmtpConfig.firstOrFail()
      assert.deepEqual([config.host, config.port], stored)
      assert.notInclude(response.text() + JSON.stringify(await storedRows()), KNOWN_SECRET)
      assert.notInclude(JSON.stringify(await SmtpHistory.all()), KNOWN_SECRET)
    })

  test('takes the encryption of a scheme, and its port where none is given', async ({
    client,
    assert,
  }) => {
    await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ host: 'smtps://mail.example.com', port: '', encryption: 'starttls' }))
      .loginAs(await createUser())

    const config = await SmtpConfig.firstOrFail()
    assert.deepEqual(
      [config.host, config.port, config.encryption],
      ['mail.example.com', 465, 'tls']
    )
  })

  test('ignores fields that are none of the form', async ({ client, assert }) => {
    const own = { id: 'my-own-id', scope: 'account:1', revision: '77', created_by: 'me' }
    const more = { created_at: '2001-01-01', fallback_order: '1', rate_limit_per_minute: '5' }

    await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ ...own, ...more, __proto__: { x: 1 }, $isPersisted: '1' }))
      .loginAs(await createUser('administrator', { email: 'ada@example.com' }))

    const config = await SmtpConfig.firstOrFail()
    assert.match(config.id, /^[0-9a-f-]{36}$/)
    assert.equal(config.scope, 'site')
    assert.equal(config.revision, 1)
    assert.equal(config.createdBy, 'ada@example.com')
    assert.notEqual(config.createdAt.year, 2001)
    assert.isNull(config.fallbackOrder)
    assert.isNull(config.rateLimitPerMinute)
  })
})
