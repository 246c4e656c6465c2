import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { ADD, newInput, pagePath, storedInput, storedRows } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { inputAt, textIn } from '#tests/helpers/html/page'

const NOTICE = 'This page had expired, so nothing was changed.'

/** Sends a form with an expired token, from the page that displays it, and follows the redirect. */
function sendExpired(client: ApiClient, path: string, form: object, from = path) {
  return client
    .post(path)
    .header('referer', from)
    .form({ ...form, _csrf: 'an-old-token' })
}

test.group('A form whose token has expired', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('changes nothing by {$self}, and leads back with a notice')
    .with(['add', 'change', 'delete', 'activate', 'deactivate'] as const)
    .run(async ({ client, assert }, page) => {
      const config = await createConfig({ isActive: page === 'deactivate' })
      const before = await storedRows()
      const path = page === 'add' ? ADD : pagePath(config, page)
      const from = page === 'deactivate' ? pagePath(config, 'change') : path

      const form = newInput({ name: 'Late' })
      const response = await sendExpired(client, path, form, from).loginAs(await createUser())

      response.assertStatus(200)
      assert.include(textIn(response.text()), NOTICE)
      assert.deepEqual(await storedRows(), before)
    })

  test('displays what was entered in the form to add, without the password', async ({
    client,
    assert,
  }) => {
    const form = newInput({
      name: 'Late',
      notes: 'Entered',
      username: 'me',
      password: KNOWN_SECRET,
    })
    const response = await sendExpired(client, ADD, form).loginAs(await createUser())

    const html = response.text()
    assert.equal(inputAt(html, 'name').value, 'Late')
    assert.equal(inputAt(html, 'username').value, 'me')
    assert.include(html, 'Entered')
    assert.notInclude(html, KNOWN_SECRET)
  })

  test('displays what was entered in the form to change, and can be sent again', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfigWithLogin({ name: 'Relay' })
    const path = pagePath(config, 'change')
    const form = storedInput(config, { from_name: 'Entered', seen: String(config.revision) })

    const response = await sendExpired(client, path, form).loginAs(user)
    assert.equal(inputAt(response.text(), 'from_name').value, 'Entered')

    const again = await client.post(path).withCsrfToken().form(form).loginAs(user)
    assert.include(textIn(again.text()), '“Relay” was changed')
  })
})
