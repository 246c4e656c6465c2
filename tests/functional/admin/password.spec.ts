import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import { makeUnreadable, pagePath, storedInput, storedRows } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { errorAt, inputAt, mainText } from '#tests/helpers/html/page'

const AGAIN = 'The server settings have changed. Enter the password again.'
const NEW_SECRET = 'an0ther-s3cret'

async function ciphertextOf(config: SmtpConfig): Promise<string> {
  const rows = await storedRows()
  return rows.find((row) => row.id === config.id).password
}

async function lastChanges() {
  const entry = await SmtpHistory.query().orderBy('id', 'desc').firstOrFail()
  return entry.changes
}

test.group('The stored password on the page', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is offered to be kept, replaced or removed, and is not in the page', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()

    const response = await client.get(pagePath(config, 'change')).loginAs(await createUser())

    const html = response.text()
    assert.match(html.replace(/\s+/g, ' '), /name="password_mode" value="keep" checked/)
    assert.include(html, 'value="replace"')
    assert.include(html, 'value="remove"')
    assert.notAnyProperties(inputAt(html, 'password'), ['value', 'placeholder', 'maxlength'])
    assert.equal(inputAt(html, 'password').autocomplete, 'new-password')
    assert.notInclude(html, KNOWN_SECRET)
    assert.notInclude(html, await ciphertextOf(config))
  })

  test('is a plain field where none is stored', async ({ client, assert }) => {
    const config = await createConfig()

    const response = await client.get(pagePath(config, 'change')).loginAs(await createUser())

    assert.notInclude(response.text(), 'password_mode')
    assert.equal(inputAt(response.text(), 'password').type, 'password')
  })

  test('says when it cannot be decrypted, and has the field for a new one chosen', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()
    await makeUnreadable(config)
    const path = pagePath(config, 'change')

    const change = await client.get(path).loginAs(await createUser())
    const view = await client.get(path).loginAs(await createUser('viewer'))

    change.assertStatus(200)
    change.assertTextIncludes('The stored password cannot be decrypted')
    assert.match(change.text().replace(/\s+/g, ' '), /value="replace" checked/)
    view.assertTextIncludes('Set, but cannot be decrypted')
    assert.notInclude(mainText(view.text()), 'bm90LW91cnM')
  })
})

test.group('Keep', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('leaves the ciphertext byte for byte as it was, and the history without a password', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()
    const before = await ciphertextOf(config)

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { name: 'Renamed', timeout: '33' }))
      .loginAs(await createUser())

    response.assertTextIncludes('“Renamed” was changed.')
    assert.equal(await ciphertextOf(config), before)
    assert.deepEqual(await lastChanges(), {
      name: [config.name, 'Renamed'],
      timeout: [10, 33],
    })
    const stored = await SmtpConfig.findOrFail(config.id)
    assert.equal(stored.password?.release(), KNOWN_SECRET)
  })

  test('ignores a password that the browser has filled in, and says so', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()
    const before = await ciphertextOf(config)

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { notes: 'x', password: 'filled-in-by-the-browser' }))
      .loginAs(await createUser())

    response.assertTextIncludes('was changed. The password was kept.')
    assert.equal(await ciphertextOf(config), before)
    assert.deepEqual(await lastChanges(), { notes: [null, 'x'] })
  })

  test('is refused when the {what} changes')
    .with([
      { what: 'host', changed: { host: 'elsewhere.example.com' } },
      { what: 'host by a pasted address', changed: { host: 'smtp://elsewhere.example.com:587' } },
      { what: 'port', changed: { port: '2525' } },
      { what: 'port by the host', changed: { host: 'mail.example.com:2525' } },
      { what: 'encryption', changed: { encryption: 'none' } },
      { what: 'username', changed: { username: 'somebody-else@example.com' } },
      { what: 'certificate check', changed: { verify_certificate: '0' } },
    ])
    .run(async ({ client, assert }, { changed }) => {
      const config = await createConfigWithLogin()
      const before = await storedRows()

      const response = await client
        .post(pagePath(config, 'change'))
        .withCsrfToken()
        .form(storedInput(config, changed))
        .loginAs(await createUser())

      response.assertStatus(422)
      assert.equal(errorAt(response.text(), 'password'), AGAIN)
      assert.match(response.text().replace(/\s+/g, ' '), /value="replace" checked/)
      assert.deepEqual(await storedRows(), before)
    })

  test('is refused together with an autofilled value when the host changes', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()
    const before = await storedRows()

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { host: 'elsewhere.example.com', password: 'filled-in' }))
      .loginAs(await createUser())

    response.assertStatus(422)
    assert.deepEqual(await storedRows(), before)
  })

  test('of one that cannot be decrypted changes the rest', async ({ client, assert }) => {
    const config = await createConfigWithLogin()
    await makeUnreadable(config)
    const before = await ciphertextOf(config)

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { notes: 'The key was changed in May.' }))
      .loginAs(await createUser())

    response.assertTextIncludes('was changed.')
    assert.equal(await ciphertextOf(config), before)
  })
})

test.group('Replace', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is not shown again after a mistake elsewhere, and the page says to enter it again: {path}')
    .with([{ path: 'change' as const }, { path: 'change/test' as const }])
    .run(async ({ client, assert }, { path }) => {
      const config = await createConfigWithLogin()
      const replaced = { host: 'a b', password_mode: 'replace', password: NEW_SECRET }
      const post = async (changed: Record<string, unknown>) => {
        return client
          .post(pagePath(config, path))
          .withCsrfToken()
          .form(storedInput(config, changed))
          .loginAs(await createUser())
      }

      const typed = await post(replaced)
      const autofilled = await post({ ...replaced, password_mode: 'keep' })

      typed.assertStatus(422)
      assert.include(mainText(typed.text()), 'the password was cleared')
      assert.notInclude(typed.text(), NEW_SECRET)
      autofilled.assertStatus(422)
      assert.notInclude(autofilled.text(), 'the password was cleared')
    })

  test('seals the new password, and the history says no more than that', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { password_mode: 'replace', password: NEW_SECRET }))
      .loginAs(await createUser())

    const stored = await SmtpConfig.findOrFail(config.id)
    assert.equal(stored.password?.release(), NEW_SECRET)
    assert.deepEqual(await lastChanges(), { password: [null, 'replaced'] })
    assert.notInclude(JSON.stringify(await storedRows()), NEW_SECRET)
    assert.notInclude(response.text(), NEW_SECRET)
  })

  test('lets the server change', async ({ client, assert }) => {
    const config = await createConfigWithLogin()
    const input = { host: 'elsewhere.example.com', password_mode: 'replace', password: NEW_SECRET }

    await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, input))
      .loginAs(await createUser())

    const stored = await SmtpConfig.findOrFail(config.id)
    assert.equal(stored.host, 'elsewhere.example.com')
    assert.equal(stored.password?.release(), NEW_SECRET)
  })

  test('makes one that cannot be decrypted usable again', async ({ client, assert }) => {
    const config = await createConfigWithLogin({ isActive: true })
    await makeUnreadable(config)

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { password_mode: 'replace', password: NEW_SECRET }))
      .loginAs(await createUser())

    response.assertTextIncludes('Mail is now sent through it.')
    assert.notInclude(response.text(), 'cannot be decrypted')
  })

  test('without a new password is refused: {what}')
    .with([
      { what: 'nothing entered', changed: { password_mode: 'replace' } },
      { what: 'and the username cleared', changed: { password_mode: 'replace', username: '' } },
      { what: 'no choice sent at all', changed: { password_mode: undefined } },
      { what: 'two choices sent', changed: { password_mode: ['keep', 'remove'] } },
      { what: 'a choice that is none', changed: { password_mode: 'forget' } },
      { what: 'a list as password', changed: { password_mode: 'replace', password: ['x'] } },
    ])
    .run(async ({ client, assert }, { changed }) => {
      const config = await createConfigWithLogin()
      const before = await storedRows()

      const response = await client
        .post(pagePath(config, 'change'))
        .withCsrfToken()
        .json(storedInput(config, changed))
        .loginAs(await createUser())

      response.assertStatus(422)
      assert.equal(
        errorAt(response.text(), 'password'),
        'Enter the new password, or keep or remove the current one.'
      )
      assert.deepEqual(await storedRows(), before)
    })
})

test.group('Remove', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('takes the username along, and whatever was typed as a password', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()

    await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { password_mode: 'remove', password: 'filled-in' }))
      .loginAs(await createUser())

    const stored = await SmtpConfig.findOrFail(config.id)
    assert.isNull(stored.password)
    assert.isNull(stored.username)
    assert.deepEqual(await lastChanges(), {
      username: ['mailer@example.com', null],
      password: [null, 'removed'],
    })
  })
})
