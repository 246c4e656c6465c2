import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig } from '#smtp_admin'
import {
  ADD,
  pagePath,
  storedInput,
  storedRows,
  useAuthorize,
} from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { errorAt, inputAt, textIn } from '#tests/helpers/html/page'

test.group('Save as new', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('adds a copy that is not active, under a name that is free', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Relay', isActive: true })
    const input = storedInput(config, { notes: 'The same once more', _saveasnew: '1' })

    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(input)
      .loginAs(await createUser())

    const copy = await SmtpConfig.findByOrFail('name', 'Copy of Relay')
    assert.match(String(response.redirects().at(-1)), new RegExp(`${pagePath(copy, 'change')}$`))
    response.assertTextIncludes('“Copy of Relay” was added.')
    assert.isFalse(copy.isActive)
    assert.equal(copy.notes, 'The same once more')
    await config.refresh()
    assert.isTrue(config.isActive)
    assert.isNull(config.notes)
  })

  test('keeps a name of its own, and counts the copies', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    const saveAs = (name: string) => {
      const input = storedInput(config, { name, _saveasnew: '1' })
      return client.post(ADD).withCsrfToken().form(input).loginAs(user)
    }

    await saveAs('Spare')
    await saveAs('RELAY')
    await saveAs('Relay')

    const configs = await SmtpConfig.all()
    const names = configs.map((it) => it.name)
    assert.sameMembers(names, ['Relay', 'Spare', 'Copy of RELAY', 'Copy 2 of Relay'])
  })

  test('has one effect when it is sent twice', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    const newId = '3f0c8f4e-2f5b-4b52-9f6f-0a6a2f8d1c11'
    const input = storedInput(config, { _saveasnew: '1', new_id: newId })

    await client.post(ADD).withCsrfToken().form(input).loginAs(user)
    const second = await client.post(ADD).withCsrfToken().form(input).loginAs(user)

    second.assertTextIncludes('“Copy of Relay” was added.')
    assert.lengthOf(await storedRows(), 2)
  })

  test('never takes the stored password along: it is asked for', async ({ client, assert }) => {
    const config = await createConfigWithLogin({ name: 'Relay', isActive: true })
    const input = storedInput(config, { was_active: '1', _saveasnew: '1' })

    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(input)
      .loginAs(await createUser())

    const html = response.text()
    response.assertStatus(422)
    assert.include(textIn(html), 'It is inactive and has no password.')
    assert.isNotEmpty(errorAt(html, 'password'))
    assert.equal(inputAt(html, 'name').value, 'Copy of Relay')
    assert.equal(inputAt(html, 'username').value, 'mailer@example.com')
    assert.notProperty(inputAt(html, 'is_active'), 'checked')
    assert.notInclude(html, 'password_mode')
    assert.match(html, new RegExp(`action="${ADD}"`))
    assert.lengthOf(await storedRows(), 1)
  })

  test('takes a password that is entered, and none where it was removed', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfigWithLogin({ name: 'Relay' })
    const save = (changed: object) => {
      const input = storedInput(config, { ...changed, _saveasnew: '1' })
      return client.post(ADD).withCsrfToken().form(input).loginAs(user)
    }

    await save({ name: 'With', password_mode: 'replace', password: 'an0ther-s3cret' })
    await save({ name: 'Without', password_mode: 'remove', password: 'filled-in' })

    const withLogin = await SmtpConfig.findByOrFail('name', 'With')
    const without = await SmtpConfig.findByOrFail('name', 'Without')
    assert.equal(withLogin.password?.release(), 'an0ther-s3cret')
    assert.isNull(without.username)
    assert.isNull(without.password)
    await config.refresh()
    assert.equal(config.password?.release(), KNOWN_SECRET)
  })

  test('refuses a name that no database can store', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Relay' })
    const input = storedInput(config, { name: 'Re\0lay', new_id: '\0', _saveasnew: '1' })

    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(input)
      .loginAs(await createUser())

    response.assertStatus(422)
    assert.isNotEmpty(errorAt(response.text(), 'name'))
  })

  test('is no way around the permission to add', async ({ client, assert, cleanup }) => {
    const config = await createConfig({ name: 'Relay' })
    cleanup(useAuthorize((_, ability) => ability !== 'add'))

    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(storedInput(config, { _saveasnew: '1' }))
      .loginAs(await createUser())

    response.assertStatus(403)
    assert.lengthOf(await storedRows(), 1)
  })

  test('is not offered for a configuration of an account, which a form cannot add', async ({
    client,
    assert,
  }) => {
    const config = await createConfig({ scope: 'account:7' })

    const response = await client.get(pagePath(config, 'change')).loginAs(await createUser())

    assert.include(response.text(), 'name="_continue"')
    assert.notInclude(response.text(), 'name="_saveasnew"')
  })
})
