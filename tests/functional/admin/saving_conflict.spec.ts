import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import { pagePath, storedInput, storedRows } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { recordTest } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'
import { inputAt, textIn } from '#tests/helpers/html/page'

const HEADING = '<h1>This configuration was changed while you were editing</h1>'
const ADA = { id: '7', label: 'ada@example.com', source: 'admin', ip: '192.0.2.1' } as const

/** What the form sends that was made from the row as it is now. */
function formOf(config: SmtpConfig, overrides: Record<string, unknown> = {}) {
  const activity = { was_active: config.isActive ? '1' : '0', seen: String(config.revision) }
  return storedInput(config, { ...activity, ...overrides })
}

/** A change of somebody else's. */
async function changeAsAda({ id }: SmtpConfig, values: Partial<SmtpConfig> | { password: string }) {
  const config = await SmtpConfig.findOrFail(id)
  config.author = ADA
  await config.merge(values as Partial<SmtpConfig>).save()
}

function conflictOf(html: string) {
  return textIn(/<section\s+class="conflict[\s\S]*?<\/section>/.exec(html)?.[0] ?? '')
}

test.group('A form that is older than the row', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('does not overwrite the changes of another user, and shows both', async ({
    client,
    assert,
  }) => {
    const config = await createConfig({ name: 'Relay', notes: 'Old' })
    const form = formOf(config, { notes: 'Mine', from_name: 'Typed', timeout: '20' })
    await changeAsAda(config, { host: 'new.example.com', port: 25, useTls: false, notes: 'Theirs' })
    const before = await storedRows()

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(form)
      .loginAs(await createUser())

    response.assertStatus(409)
    response.assertTextIncludes(HEADING)
    response.assertTextIncludes('<title>Error: Relay | Edit conflict')
    const told = conflictOf(response.text())
    assert.include(told, 'By ada@example.com')
    assert.include(told, 'Host mail.example.com → to new.example.com Your value: mail.example.com')
    assert.include(told, 'Encryption STARTTLS → to none Your value: STARTTLS')
    assert.include(told, 'Port 587 → to 25 Your value: 587')
    assert.include(told, 'Notes Old → to Theirs Your value: Mine')
    assert.equal(inputAt(response.text(), 'notes').value, 'Mine')
    assert.equal(inputAt(response.text(), 'from_name').value, 'Typed')
    assert.equal(inputAt(response.text(), 'timeout').value, '20')
    assert.deepEqual(await storedRows(), before)
  })

  test('can be saved over it from there, and is told again if there was another change', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    const send = (form: object) => {
      return client.post(pagePath(config, 'change')).withCsrfToken().form(form).loginAs(user)
    }
    const form = formOf(config, { notes: 'Mine' })
    await changeAsAda(config, { notes: 'Theirs' })
    const refused = await send(form)
    const seen = /name="seen" value="(\d+)"/.exec(refused.text())![1]
    await changeAsAda(config, { notes: 'Theirs again' })

    const again = await send({ ...form, seen })
    const last = await send({ ...form, seen: /name="seen" value="(\d+)"/.exec(again.text())![1] })

    again.assertStatus(409)
    assert.include(conflictOf(again.text()), 'Notes Theirs → to Theirs again')
    assert.notInclude(conflictOf(again.text()), 'empty')
    last.assertTextIncludes('“Relay” was changed.')
    await config.refresh()
    assert.equal(config.notes, 'Mine')
  })

  test('shows of a password only that it changed', async ({ client, assert }) => {
    const config = await createConfigWithLogin()
    const form = formOf(config, { password_mode: 'replace', password: 'mine-is-typed' })
    await changeAsAda(config, { password: 'theirs-is-stored' })

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(form)
      .loginAs(await createUser())

    response.assertStatus(409)
    assert.include(conflictOf(response.text()), 'Password replaced Your value: a new password')
    assert.include(conflictOf(response.text()), 'the password was cleared. Enter it again.')
    for (const secret of [KNOWN_SECRET, 'mine-is-typed', 'theirs-is-stored']) {
      assert.notInclude(response.text(), secret)
    }
  })

  test('does not reveal whether a password equals one that another user has stored', async ({
    client,
  }) => {
    const config = await createConfigWithLogin()
    const form = formOf(config, { password_mode: 'replace', password: 'theirs-is-stored' })
    await changeAsAda(config, { password: 'theirs-is-stored' })

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(form)
      .loginAs(await createUser())

    response.assertStatus(409)
  })

  test('is a conflict before it is a question of the password', async ({ client, assert }) => {
    const config = await createConfigWithLogin()
    const form = formOf(config, { notes: 'Mine' })
    await changeAsAda(config, { host: 'new.example.com', password: 'for the new one' })

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(form)
      .loginAs(await createUser())

    response.assertStatus(409)
    assert.include(
      conflictOf(response.text()),
      'Password replaced Your value: keep the current password'
    )
  })

  test('is saved where nothing would be lost: {what}')
    .with([
      { what: 'the same was entered', change: { notes: 'Mine' } },
      { what: 'the form has no such field', change: { fallbackOrder: 3 } },
      { what: 'it was only switched', change: { isActive: true } },
    ])
    .run(async ({ client, assert }, { change }) => {
      const config = await createConfig({ name: 'Relay' })
      const form = formOf(config, { notes: 'Mine', from_name: 'Typed' })
      await changeAsAda(config, change)

      const response = await client
        .post(pagePath(config, 'change'))
        .withCsrfToken()
        .form(form)
        .loginAs(await createUser())

      response.assertTextIncludes('“Relay” was changed.')
      await config.refresh()
      assert.equal(config.fromName, 'Typed')
      assert.equal(config.notes, 'Mine')
      assert.equal(config.isActive, change.isActive ?? false)
      assert.equal(config.fallbackOrder, change.fallbackOrder ?? null)
    })

  test('is saved when everything is as it was by now', async ({ client }) => {
    const config = await createConfig({ name: 'Relay', notes: 'Old' })
    const form = formOf(config, { from_name: 'Typed' })
    await changeAsAda(config, { notes: 'Theirs' })
    await changeAsAda(config, { notes: 'Old' })

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(form)
      .loginAs(await createUser())

    response.assertTextIncludes('“Relay” was changed.')
  })

  test('is no conflict after a test of the stored settings', async ({ client }) => {
    const config = await createConfig({ name: 'Relay' })
    const user = await createUser()
    const form = formOf(config, { notes: 'Mine' })
    await recordTest(config)

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(form)
      .loginAs(user)

    response.assertTextIncludes('“Relay” was changed.')
  })

  test('of one that was deleted becomes the form to add it anew', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Relay' })
    const form = formOf(config, { notes: 'Mine', password: KNOWN_SECRET })
    const gone = await SmtpConfig.findOrFail(config.id)
    gone.author = ADA
    await gone.delete()

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(form)
      .loginAs(await createUser())

    response.assertStatus(410)
    response.assertTextIncludes('<h1>Add SMTP configuration</h1>')
    assert.include(
      textIn(response.text()),
      '“Relay” was deleted by ada@example.com while you were editing. Nothing was saved.'
    )
    assert.equal(inputAt(response.text(), 'notes').value, 'Mine')
    assert.notInclude(response.text(), KNOWN_SECRET)
    assert.isEmpty(await storedRows())
  })

  test('whose history says hostile things shows them as text', async ({ client, assert }) => {
    const config = await createConfig({ notes: 'Old' })
    const form = formOf(config, { notes: '"><script>mine()</script>' })
    await changeAsAda(config, { notes: '"><script>theirs()</script>' })

    const response = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(form)
      .loginAs(await createUser())

    response.assertStatus(409)
    assert.notMatch(response.text(), /<script>(mine|theirs)/)
    assert.lengthOf(await SmtpHistory.query().where('config_id', config.id), 2)
  })
})
