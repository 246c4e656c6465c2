import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig } from '#smtp_admin'
import {
  ADD,
  LIST,
  newInput,
  pagePath,
  storedInput,
  useAuthorize,
} from '#tests/helpers/html/admin_pages'
import { createConfig } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { inputAt, mainIn, mainText } from '#tests/helpers/html/page'

const LISTED = encodeURIComponent('q=relay&is_active__exact=0')

test.group('The buttons that save', (group) => {
  group.tap((it) => it.tags(['@db']))
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

  test('Save and continue editing returns to the form', async ({ client, assert }) => {
    const user = await createUser()
    const input = newInput({ name: 'Relay', _continue: '1' })

    const added = await client.post(ADD).withCsrfToken().form(input).loginAs(user)
    const relay = await SmtpConfig.findByOrFail('name', 'Relay')
    const changed = await client
      .post(pagePath(relay, 'change'))
      .withCsrfToken()
      .form(storedInput(relay, { name: 'Backup', _continue: '1' }))
      .loginAs(user)

    for (const response of [added, changed]) {
      const address = String(response.redirects().at(-1))
      assert.isTrue(address.endsWith(pagePath(relay, 'change')), address)
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
    response.assertTextIncludes('You may add another configuration below.')
    assert.equal(inputAt(response.text(), 'name').value, '')
  })

  test('the list comes back as it was, whatever page lies between', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    const path = `${pagePath(config, 'change')}?_changelist_filters=${LISTED}`

    const page = await client.get(path).loginAs(user)
    const save = async (button: object) => {
      const filters = { _changelist_filters: decodeURIComponent(LISTED) }
      const input = storedInput(config, { ...filters, ...button })
      const address = pagePath(config, 'change')
      const response = await client.post(address).withCsrfToken().form(input).loginAs(user)
      return String(response.redirects().at(-1))
    }
    const saved = await save({})
    const continued = await save({ _continue: '1' })
    const form = mainIn(page.text())

    assert.match(form, /name="_changelist_filters" value="[^"]*relay/)
    assert.match(form, /<a[^>]*href="[^"]*configs\?[^"]*relay[^"]*"[^>]*>\s*Cancel/)
    assert.match(form, /<a[^>]*href="[^"]*delete\?_changelist_filters=[^"]*"[^>]*>\s*Delete/)
    assert.equal(new URL(saved).searchParams.get('q'), 'relay')
    assert.match(continued, /change\?_changelist_filters=.*relay/)
  })

  test('the message after a save links to the configuration from other pages', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    const linkAfter = async (button: object) => {
      const filters = { _changelist_filters: decodeURIComponent(LISTED) }
      const input = storedInput(config, { ...filters, ...button })
      const address = pagePath(config, 'change')
      const response = await client.post(address).withCsrfToken().form(input).loginAs(user)
      return /<a[^>]*href="([^"]*)"[^>]*>\s*<bdi>View “Relay”</.exec(response.text())?.[1]
    }

    assert.equal(await linkAfter({}), `${pagePath(config, 'change')}?_changelist_filters=${LISTED}`)
    assert.include(await linkAfter({ _addanother: '1' }), pagePath(config, 'change'))
    assert.isUndefined(await linkAfter({ _continue: '1' }))
  })

  test('a user who may only add is offered to view the configuration', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(useAuthorize((_, ability) => ['view', 'add'].includes(ability)))

    const response = await client.get(ADD).loginAs(await createUser())

    const text = mainText(response.text())
    assert.include(text, 'Save and view')
    assert.notInclude(text, 'Save and continue editing')
    assert.notInclude(text, 'Save as new')
  })

  test('a user who may only change is not offered to add', async ({ client, assert, cleanup }) => {
    const config = await createConfig()
    cleanup(useAuthorize((_, ability) => ['view', 'change'].includes(ability)))

    const response = await client.get(pagePath(config, 'change')).loginAs(await createUser())

    const text = mainText(response.text())
    assert.include(text, 'Save and continue editing')
    assert.notInclude(text, 'Save and add another')
    assert.notInclude(text, 'Save as new')
    assert.notInclude(text, 'Delete')
  })
})
