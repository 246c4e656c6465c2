import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig } from '#smtp_admin'
import {
  ADD,
  LIST,
  errorAt,
  inputAt,
  mainOf,
  newInput,
  pageOf,
  storedInput,
  storedRows,
  textOf,
  useAuthorize,
} from '#tests/helpers/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/configs'
import { createUser } from '#tests/helpers/users'

const LISTED = encodeURIComponent('q=relay&is_active__exact=0')

test.group('The buttons that save', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('Save leads to the list, Enter in a field as well', async ({ client, assert }) => {
    for (const [name, button] of Object.entries({ Relay: { _save: '1' }, Backup: {} })) {
      const input = newInput({ name, ...button })

      const response = await client
        .post(ADD)
        .withCsrfToken()
        .form(input)
        .loginAs(await createUser())

      assert.match(String(response.redirects().at(-1)), new RegExp(`${LIST}$`))
      response.assertTextIncludes(`“${name}” was added.`)
    }
  })

  test('Save and continue editing leads to the form of what was saved', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const input = newInput({ name: 'Relay', _continue: '1' })

    const added = await client.post(ADD).withCsrfToken().form(input).loginAs(user)
    const relay = await SmtpConfig.findByOrFail('name', 'Relay')
    const changed = await client
      .post(pageOf(relay, 'change'))
      .withCsrfToken()
      .form(storedInput(relay, { name: 'Backup', _continue: '1' }))
      .loginAs(user)

    for (const response of [added, changed]) {
      const address = String(response.redirects().at(-1))
      assert.isTrue(address.endsWith(pageOf(relay, 'change')), address)
      response.assertTextIncludes('You may edit it again below.')
    }
    added.assertTextIncludes('“Relay” was added.')
    changed.assertTextIncludes('“Backup” was changed.')
  })

  test('Save and add another leads to an empty form', async ({ client, assert }) => {
    const input = newInput({ name: 'Relay', _addanother: '1' })

    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(input)
      .loginAs(await createUser())

    assert.match(String(response.redirects().at(-1)), new RegExp(`${ADD}$`))
    response.assertTextIncludes('“Relay” was added.')
    response.assertTextIncludes('You may add another one below.')
    assert.include(inputAt(response.text(), 'name'), 'value=""')
  })

  test('the list comes back as it was, whatever page lies between', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    const path = `${pageOf(config, 'change')}?_changelist_filters=${LISTED}`

    const page = await client.get(path).loginAs(user)
    const save = async (button: object) => {
      const filters = { _changelist_filters: decodeURIComponent(LISTED) }
      const input = storedInput(config, { ...filters, ...button })
      const address = pageOf(config, 'change')
      const response = await client.post(address).withCsrfToken().form(input).loginAs(user)
      return String(response.redirects().at(-1))
    }
    const saved = await save({})
    const continued = await save({ _continue: '1' })
    const form = mainOf(page.text())

    assert.match(form, /name="_changelist_filters" value="[^"]*relay/)
    assert.match(form, /<a[^>]*href="[^"]*configs\?[^"]*relay[^"]*"[^>]*>\s*Cancel/)
    assert.match(form, /<a[^>]*href="[^"]*delete\?_changelist_filters=[^"]*"[^>]*>\s*Delete/)
    assert.equal(new URL(saved).searchParams.get('q'), 'relay')
    assert.match(continued, /change\?_changelist_filters=.*relay/)
  })

  test('somebody who may only add is offered to look at what was saved', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(useAuthorize((_, ability) => ['view', 'add'].includes(ability)))

    const response = await client.get(ADD).loginAs(await createUser())

    const text = textOf(mainOf(response.text()))
    assert.include(text, 'Save and view')
    assert.notInclude(text, 'Save and continue editing')
    assert.notInclude(text, 'Save as new')
  })

  test('somebody who may only change is not offered to add', async ({
    client,
    assert,
    cleanup,
  }) => {
    const config = await createConfig()
    cleanup(useAuthorize((_, ability) => ['view', 'change'].includes(ability)))

    const response = await client.get(pageOf(config, 'change')).loginAs(await createUser())

    const text = textOf(mainOf(response.text()))
    assert.include(text, 'Save and continue editing')
    assert.notInclude(text, 'Save and add another')
    assert.notInclude(text, 'Save as new')
    assert.notInclude(text, 'Delete')
  })
})

test.group('Save as new', (group) => {
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
    assert.match(String(response.redirects().at(-1)), new RegExp(`${pageOf(copy, 'change')}$`))
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
    assert.include(textOf(html), 'It does not get the stored password, and it is not active.')
    assert.isNotEmpty(errorAt(html, 'password'))
    assert.include(inputAt(html, 'name'), 'value="Copy of Relay"')
    assert.include(inputAt(html, 'username'), 'value="mailer@example.com"')
    assert.notInclude(inputAt(html, 'is_active'), 'checked')
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

  test('says what is wrong with a name that no database has', async ({ client, assert }) => {
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

    const response = await client.get(pageOf(config, 'change')).loginAs(await createUser())

    assert.include(response.text(), 'name="_continue"')
    assert.notInclude(response.text(), 'name="_saveasnew"')
  })
})
