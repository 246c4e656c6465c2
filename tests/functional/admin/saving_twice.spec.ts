import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import type User from '#models/user'
import { ADD, LIST, newInput, pagePath, storedInput } from '#tests/helpers/html/admin_pages'
import {
  KNOWN_SECRET,
  createConfig,
  createConfigWithLogin,
  emptyTables,
} from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { textIn } from '#tests/helpers/html/page'

/** What is in the history of the only configuration, oldest first. */
async function actions() {
  const entries = await SmtpHistory.query().orderBy('id')
  return entries.map(({ action }) => action)
}

test.group('Two clicks at the same time', (group) => {
  group.tap((it) => it.tags(['@db']))
  let user: User

  group.each.setup(async () => {
    await emptyTables()
    user = await createUser()
    return async () => {
      await user.delete()
      await emptyTables()
    }
  })

  test('add one configuration, and both are told so', async ({ client, assert }) => {
    const form = newInput({
      ...{ name: 'Relay', host: 'MAIL.example.com', new_id: randomUUID() },
      ...{ username: 'bob', password: KNOWN_SECRET },
    })
    const click = () => client.post(ADD).withCsrfToken().form(form).loginAs(user)

    const responses = await Promise.all([click(), click(), click()])

    for (const response of responses) {
      response.assertStatus(200)
      response.assertTextIncludes('“Relay” was added.')
    }
    const [config, ...others] = await SmtpConfig.all()
    assert.isEmpty(others)
    assert.equal(config.id, form.new_id)
    assert.deepEqual(await actions(), ['added'])
  })

  test('add one that is active, and activate it once', async ({ client, assert }) => {
    await createConfig({ name: 'Before', isActive: true })
    const form = newInput({
      ...{ name: 'Relay', new_id: randomUUID() },
      ...{ is_active: '1', was_active: '0' },
    })
    const click = () => client.post(ADD).withCsrfToken().form(form).loginAs(user)

    const responses = await Promise.all([click(), click()])

    for (const response of responses) {
      response.assertTextIncludes('“Relay” was added and activated.')
    }
    assert.lengthOf(await SmtpConfig.all(), 2)
  })

  test('save a change, and neither is refused', async ({ client, assert }) => {
    const config = await createConfigWithLogin({ name: 'Relay' })
    const form = storedInput(config, {
      ...{ host: 'NEW.example.com', password_mode: 'replace', password: 'another' },
      ...{ seen: String(config.revision), was_active: '0' },
    })
    const click = () => {
      return client.post(pagePath(config, 'change')).withCsrfToken().form(form).loginAs(user)
    }

    const responses = await Promise.all([click(), click(), click()])

    for (const response of responses) {
      response.assertStatus(200)
      response.assertTextIncludes('“Relay” was changed.')
    }
    await config.refresh()
    assert.equal(config.host, 'new.example.com')
    assert.equal(config.password?.release(), 'another')
  })

  test('save and activate once', async ({ client, assert }) => {
    await createConfig({ name: 'Before', isActive: true })
    const config = await createConfig({ name: 'Relay' })
    const form = storedInput(config, {
      ...{ notes: 'Mine', is_active: '1', was_active: '0' },
      seen: String(config.revision),
    })
    const click = () => {
      return client.post(pagePath(config, 'change')).withCsrfToken().form(form).loginAs(user)
    }

    const responses = await Promise.all([click(), click()])

    for (const response of responses) {
      response.assertTextIncludes('“Relay” was changed')
    }
    const entries = await SmtpHistory.query().where('config_id', config.id)
    assert.lengthOf(entries, 2)
  })

  test('delete once, and the second is told plainly', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Relay' })
    const click = () => client.post(pagePath(config, 'delete')).withCsrfToken().loginAs(user)

    const responses = await Promise.all([click(), click()])

    const told = responses.map((response) => {
      response.assertStatus(200)
      return /“Relay”[^<]*/.exec(textIn(response.text()))![0]
    })
    assert.isTrue(told.some((text) => text.startsWith('“Relay” was deleted.')))
    assert.isTrue(
      told.some((text) => text.startsWith(`“Relay” has already been deleted by ${user.email}.`))
    )
    assert.deepEqual(await actions(), ['added', 'deleted'])
  })

  test('activate once', async ({ client, assert }) => {
    await createConfig({ name: 'Before', isActive: true })
    const config = await createConfig({ name: 'Relay' })
    const click = () => client.post(pagePath(config, 'activate')).withCsrfToken().loginAs(user)

    const responses = await Promise.all([click(), click()])

    for (const response of responses) {
      response.assertStatus(200)
      response.assertTextIncludes('Switch back to “Before”')
    }
    const entries = await SmtpHistory.query().where('config_id', config.id).orderBy('id')
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['added', 'activated']
    )
  })
})

test.group('The id that a form carries for a new row', (group) => {
  group.tap((it) => it.tags(['@db']))
  let user: User

  group.each.setup(async () => {
    await emptyTables()
    user = await createUser()
    return async () => {
      await user.delete()
      await emptyTables()
    }
  })

  test('is not taken over from a configuration that is there', async ({ client, assert }) => {
    const config = await createConfigWithLogin({ name: 'Theirs' })

    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ name: 'Mine', new_id: config.id }))
      .loginAs(user)

    response.assertTextIncludes('“Mine” was added.')
    const rows = await SmtpConfig.all()
    assert.lengthOf(rows, 2)
    await config.refresh()
    assert.equal(config.name, 'Theirs')
    assert.equal(config.revision, 1)
  })

  test('is not taken over from one that was deleted, nor its history', async ({
    client,
    assert,
  }) => {
    const config = await createConfig({ name: 'Theirs' })
    await config.delete()

    await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ name: 'Mine', new_id: config.id }))
      .loginAs(user)

    const mine = await SmtpConfig.findByOrFail('name', 'Mine')
    assert.notEqual(mine.id, config.id)
    assert.lengthOf(await SmtpHistory.query().where('config_id', config.id), 2)
  })

  test('does not hide a configuration that another user added with the same values', async ({
    client,
  }) => {
    const config = await createConfig({ name: 'Relay' })

    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ name: 'Relay', new_id: config.id }))
      .loginAs(user)

    response.assertStatus(422)
    response.assertTextIncludes('with this name already exists')
  })

  test('adds another one when the form was changed after going back to it', async ({
    client,
    assert,
  }) => {
    const form = newInput({ name: 'First', new_id: randomUUID() })
    const send = (input: object) => client.post(ADD).withCsrfToken().form(input).loginAs(user)

    await send(form)
    const second = await send({ ...form, name: 'Second' })

    second.assertTextIncludes('“Second” was added.')
    assert.lengthOf(await SmtpConfig.all(), 2)
  })

  test('is ignored when it is none: {what}')
    .with([
      { what: 'nothing', id: '' },
      { what: 'a number', id: '1' },
      { what: '5,000 characters', id: 'x'.repeat(5000) },
      { what: 'a way up', id: '../../etc' },
      { what: 'the id of nothing', id: '00000000-0000-0000-0000-000000000000' },
    ])
    .run(async ({ client, assert }, { id }) => {
      const response = await client
        .post(ADD)
        .withCsrfToken()
        .form(newInput({ name: 'Relay', new_id: id }))
        .loginAs(user)

      response.assertTextIncludes('“Relay” was added.')
      const [config] = await SmtpConfig.all()
      assert.match(config.id, /^[\da-f]{8}-[\da-f]{4}-4/)
      assert.notEqual(config.id, id)
    })

  test('is in every form that can add, and a new one in each', async ({ client, assert }) => {
    const config = await createConfig()
    const ids = new Set<string>()

    for (const path of [ADD, ADD, pagePath(config, 'change')]) {
      const response = await client.get(path).loginAs(user)
      ids.add(/name="new_id" value="([\da-f-]{36})"/.exec(response.text())![1])
    }

    assert.lengthOf([...ids], 3)
    assert.isFalse(ids.has(config.id))
    const list = await client.get(LIST).loginAs(user)
    assert.notInclude(list.text(), 'new_id')
  })
})
