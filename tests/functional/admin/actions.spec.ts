import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { SmtpConfig, SmtpHistory, SmtpTestRun, accountScope } from '#smtp_admin'
import {
  LIST,
  storedInput,
  storedRows,
  useAuthorize,
  useEnvironment,
} from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { flashFormsIn, formsIn, inputAt, mainText, textIn } from '#tests/helpers/html/page'

const ACTIONS = `${LIST}/actions`

/** Submits an action with these rows selected. */
async function act(
  client: ApiClient,
  action: string,
  configs: SmtpConfig[],
  fields: Record<string, unknown> = {}
) {
  const ids = configs.map(({ id }) => id)
  return client
    .post(ACTIONS)
    .withCsrfToken()
    .loginAs(await createUser())
    .form({ action, _selected_action: ids, ...fields })
}

/** Submits the confirmation page. */
async function confirm(client: ApiClient, html: string) {
  const form = formsIn(html).find(({ action }) => action === ACTIONS)!
  const ids = [...html.matchAll(/name="_selected_action" value="([^"]+)"/g)].map(([, id]) => id)
  return client
    .post(ACTIONS)
    .withCsrfToken()
    .loginAs(await createUser())
    .form({ ...form.fields, _selected_action: ids })
}

async function isActive(config: SmtpConfig): Promise<boolean> {
  await config.refresh()
  return config.isActive
}

async function three() {
  return [
    await createConfig({ name: 'First', isActive: true }),
    await createConfig({ name: 'Second' }),
    await createConfig({ name: 'Third' }),
  ]
}

test.group('Bulk actions', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => useEnvironment({ host: 'smtp.environment.example', port: 2525 }))

  test('without a selection change nothing and show a warning', async ({ client, assert }) => {
    await three()
    const before = await storedRows()

    const response = await act(client, 'delete', [])

    response.assertRedirectsTo(LIST)
    assert.include(textIn(response.text()), 'Select at least one configuration first.')
    assert.deepEqual(await storedRows(), before)
  })

  test('without a known action change nothing: {$self}')
    .with(['', 'drop', 'constructor', '__proto__'])
    .run(async ({ client, assert }, action) => {
      const [first] = await three()
      const before = await storedRows()

      const response = await act(client, action, [first])

      assert.include(textIn(response.text()), 'Choose an action first.')
      assert.deepEqual(await storedRows(), before)
    })

  test('deleting requires a confirmation that explains the effect on mail', async ({
    client,
    assert,
  }) => {
    const [first, second] = await three()

    const response = await act(client, 'delete', [first, second])

    const text = mainText(response.text())
    assert.include(text, 'Delete 2 configurations?')
    assert.include(text, 'First mail.example.com:587 active')
    assert.include(
      text,
      'Mail will be sent through the default server (smtp.environment.example:2525) instead.'
    )
    assert.lengthOf(await storedRows(), 3)
  })

  test('a confirmed deletion deletes only the selected configurations', async ({
    client,
    assert,
  }) => {
    const [first, second, third] = await three()
    const page = await act(client, 'delete', [first, second])

    const response = await confirm(client, page.text())

    response.assertRedirectsTo(LIST)
    const text = textIn(response.text())
    assert.include(text, '2 configurations were deleted.')
    assert.include(text, 'Mail is now sent through the default server')
    const rows = await storedRows()
    assert.deepEqual(
      rows.map(({ id }: { id: string }) => id),
      [third.id]
    )
    const deleted = await SmtpHistory.query().where('action', 'deleted').orderBy('id')
    assert.sameMembers(
      deleted.map(({ configName }) => configName),
      ['First', 'Second']
    )
  })

  test('a selection that has changed must be confirmed again', async ({ client, assert }) => {
    const [, second, third] = await three()
    const page = await act(client, 'delete', [second, third])
    await second.activate()

    const again = await confirm(client, page.text())

    assert.include(textIn(again.text()), 'Your selection has changed since')
    assert.include(textIn(again.text()), 'Mail will be sent through')
    assert.lengthOf(await storedRows(), 3)
  })

  test('deactivating requires a confirmation, and can be undone', async ({ client, assert }) => {
    const [first, second] = await three()
    const page = await act(client, 'deactivate', [first, second])
    assert.include(mainText(page.text()), 'Mail will be sent through')
    assert.isTrue(await isActive(first))

    const response = await confirm(client, page.text())

    assert.isFalse(await isActive(first))
    assert.include(textIn(response.text()), '“First” was deactivated.')
    assert.deepInclude(
      flashFormsIn(response.text()).map(({ label }) => label),
      'Switch back to “First”'
    )
  })

  test('deactivating concerns only the active configurations', async ({ client, assert }) => {
    const page = await act(client, 'deactivate', await three())
    const text = mainText(page.text())

    assert.include(text, 'Deactivate 1 configuration?')
    assert.include(text, 'First: Mail will be sent through')
    assert.notInclude(text, 'Second')
    const response = await confirm(client, page.text())
    assert.include(textIn(response.text()), '“First” was deactivated.')
  })

  test('deactivating inactive configurations changes nothing', async ({ client, assert }) => {
    const [, second, third] = await three()

    const response = await act(client, 'deactivate', [second, third])

    assert.include(textIn(response.text()), 'None of the selected configurations is active.')
  })

  test('activating one redirects to its confirmation page', async ({ client, assert }) => {
    const [first, second] = await three()

    const response = await act(client, 'activate', [second])

    response.assertRedirectsTo(`${LIST}/${second.id}/activate`)
    assert.isTrue(await isActive(first))
  })

  test('activating several is refused', async ({ client, assert }) => {
    const [, second, third] = await three()

    const response = await act(client, 'activate', [second, third])

    assert.include(textIn(response.text()), 'Select exactly one configuration')
    assert.isFalse(await isActive(second))
  })

  test('duplicating one opens a form with everything but the password', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin({
      name: 'Relay',
      notes: 'Since 2019',
      isActive: true,
    })

    const response = await act(client, 'duplicate', [config])

    response.assertRedirectsTo(`${LIST}/add`)
    assert.match(response.redirects().at(-1)!, new RegExp(`/add\\?duplicate=${config.id}$`))
    const html = response.text()
    assert.equal(inputAt(html, 'name').value, 'Copy of Relay')
    assert.equal(inputAt(html, 'username').value, 'mailer@example.com')
    assert.equal(inputAt(html, 'notes').value, 'Since 2019')
    assert.notProperty(inputAt(html, 'is_active'), 'checked')
    assert.include(textIn(html), 'This is an unsaved copy.')
    assert.notInclude(textIn(html), 'Prefilled from a test')
    assert.notInclude(html, KNOWN_SECRET)
    assert.lengthOf(await storedRows(), 1)
  })

  test('duplicating the configuration of an account adds one for this account', async ({
    client,
    assert,
  }) => {
    const config = await createConfig({ name: 'Relay', scope: accountScope(7) })
    const form = await act(client, 'duplicate', [config])
    assert.include(textIn(form.text()), 'This is a copy for account 7.')
    const [, duplicate] = /name="duplicate" value="([^"]+)"/.exec(form.text())!

    await client
      .post(`${LIST}/add`)
      .withCsrfToken()
      .loginAs(await createUser())
      .form(storedInput(config, { duplicate, name: 'Copy of Relay' }))

    const copy = await SmtpConfig.findByOrFail('name', 'Copy of Relay')
    assert.equal(copy.scope, accountScope(7))
  })

  test('a copy belongs to the account of an original that was deleted in the meantime', async ({
    client,
    assert,
  }) => {
    const config = await createConfig({ name: 'Relay', scope: accountScope(7) })
    const input = storedInput(config, { duplicate: config.id, name: 'Copy of Relay' })
    await config.delete()

    await client
      .post(`${LIST}/add`)
      .withCsrfToken()
      .loginAs(await createUser())
      .form(input)

    const copy = await SmtpConfig.findByOrFail('name', 'Copy of Relay')
    assert.equal(copy.scope, accountScope(7))
  })

  test('a copy does not show stored values without the permission to view them', async ({
    client,
    assert,
    cleanup,
  }) => {
    const config = await createConfigWithLogin({ name: 'Relay' })
    cleanup(useAuthorize((_, ability) => ability === 'add'))

    const form = await client.get(`${LIST}/add?duplicate=${config.id}`).loginAs(await createUser())

    form.assertStatus(200)
    assert.notInclude(form.text(), 'Relay')
    assert.notInclude(form.text(), 'mailer@example.com')
  })

  test('a copy of a configuration that does not exist is an empty form: {$self}')
    .with(['1', '00000000-0000-4000-8000-000000000000', "' or 1=1 --"])
    .run(async ({ client, assert }, id) => {
      const form = await client
        .get(`${LIST}/add`)
        .qs({ duplicate: id })
        .loginAs(await createUser())

      form.assertStatus(200)
      assert.equal(inputAt(form.text(), 'name').value, '')
    })

  test('duplicating several adds inactive copies without credentials', async ({
    client,
    assert,
  }) => {
    const relay = await createConfigWithLogin({ name: 'Relay', isActive: true, timeout: 33 })
    const backup = await createConfig({ name: 'Backup', useTls: false, useSsl: true, port: 465 })

    const response = await act(client, 'duplicate', [relay, backup])

    assert.include(
      textIn(response.text()),
      '2 copies were created. They are inactive and have no credentials.'
    )
    const copy = await SmtpConfig.findByOrFail('name', 'Copy of Relay')
    assert.isFalse(copy.isActive)
    assert.isNull(copy.username)
    assert.isFalse(copy.hasPassword)
    assert.equal(copy.timeout, 33)
    const other = await SmtpConfig.findByOrFail('name', 'Copy of Backup')
    assert.equal(other.encryption, 'tls')
    assert.isTrue(await isActive(relay))
  })

  test('all matching rows can be selected, on every page', async ({ client, assert }) => {
    await three()
    await createConfig({ name: 'Other', host: 'elsewhere.example.com' })
    const list = new URLSearchParams({ q: 'mail.example.com' }).toString()
    const fields = { select_across: '1', _changelist_filters: list }
    const page = await act(client, 'delete', [], fields)
    assert.include(textIn(page.text()), 'Delete 3 configurations?')

    const response = await confirm(client, page.text())

    assert.include(response.redirects().at(-1), `${LIST}?${list}`)
    const rows = await storedRows()
    const names = rows.map(({ name }: { name: string }) => name)
    assert.deepEqual(names, ['Other'])
  })

  test('a selection that was deleted in the meantime shows a warning', async ({
    client,
    assert,
  }) => {
    const [, second, third] = await three()
    const page = await act(client, 'delete', [second, third])
    await second.delete()
    await third.delete()

    const response = await confirm(client, page.text())

    assert.include(textIn(response.text()), 'deleted in the meantime')
  })

  test('more checkboxes than the parser puts into a list are all read', async ({
    client,
    assert,
  }) => {
    const configs = []
    for (let number = 1; number <= 30; number++) {
      configs.push(await createConfig({ name: `Server ${number}` }))
    }

    const response = await act(client, 'delete', configs)

    assert.include(textIn(response.text()), 'Delete 30 configurations?')
    assert.include(textIn(response.text()), 'and 10 more')
  })

  test('invalid ids are ignored', async ({ client, assert }) => {
    const fields = { _selected_action: ['1', "' or 1=1 --", '"><script>'] }

    const response = await act(client, 'delete', [], fields)

    assert.include(textIn(response.text()), 'Select at least one configuration first.')
  })

  test('a viewer may not run {$self}')
    .with(['test', 'activate', 'deactivate', 'duplicate', 'delete'])
    .run(async ({ client, assert }, action) => {
      const [first] = await three()
      const before = await storedRows()

      const response = await client
        .post(ACTIONS)
        .withCsrfToken()
        .loginAs(await createUser('viewer'))
        .form({ action, _selected_action: first.id })

      response.assertStatus(403)
      assert.deepEqual(await storedRows(), before)
      assert.lengthOf(await SmtpTestRun.all(), 0)
    })

  test('a test of more than ten configurations is refused', async ({ client, assert }) => {
    const configs = []
    for (let number = 1; number <= 11; number++) {
      configs.push(await createConfig({ name: `Server ${number}` }))
    }

    const response = await act(client, 'test', configs)

    assert.include(textIn(response.text()), 'You can test up to 10 configurations at a time.')
    assert.lengthOf(await SmtpTestRun.all(), 0)
  })
})
