import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { ADD, pagePath, storedRows } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { inputAt, mainIn, mainText } from '#tests/helpers/html/page'

const FILLED = {
  host: 'other.example.com',
  port: '2525',
  username: 'somebody',
  from_email: 'other@example.com',
  ehlo_name: 'app.example.com',
}

test.group('A form that an address fills in', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('says which fields are not as stored, and stores nothing', async ({ client, assert }) => {
    const config = await createConfig({ timeout: 20 })
    const before = await storedRows()

    const page = await client
      .get(pagePath(config, 'change'))
      .qs({ ...FILLED, encryption: 'tls', timeout: '20', test: '7' })
      .loginAs(await createUser())

    for (const [field, value] of Object.entries(FILLED)) {
      assert.equal(inputAt(page.text(), field).value, `${value}`)
    }
    assert.include(
      mainText(page.text()),
      'Note Updated from the test: Host, Port, Username, From email, EHLO hostname, Encryption. Save to keep this change.'
    )
    assert.deepEqual(await storedRows(), before)
  })

  test('has the password asked for where it would go to another server', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()
    const user = await createUser()
    const open = (query: object) => client.get(pagePath(config, 'change')).qs(query).loginAs(user)

    const moved = await open({ port: '465', encryption: 'tls' })
    const renamed = await open({ from_email: 'other@example.com' })

    assert.include(mainText(moved.text()), 'Enter the password again. A stored password is')
    assert.match(moved.text(), /value="replace"\s+checked/)
    assert.notInclude(renamed.text(), 'Enter the password again. A stored')
    assert.match(renamed.text(), /value="keep"\s+checked/)
  })

  test('takes nothing but the fields that are harmless', async ({ client, assert }) => {
    const config = await createConfigWithLogin()
    const user = await createUser()
    const query = {
      password: 'from-the-address',
      password_mode: 'remove',
      verify_certificate: '0',
      is_active: '1',
      was_active: '1',
      scope: 'account:1',
      revision: '99',
      id: 'x',
      encryption: 'rot13',
      test_to: 'eve@example.com',
    }

    const changed = await client.get(pagePath(config, 'change')).qs(query).loginAs(user)
    const added = await client
      .get(ADD)
      .qs({ ...query, test: '1' })
      .loginAs(user)
    const plain = await client.get(pagePath(config, 'change')).loginAs(user)

    assert.equal(withoutToken(changed.text()), withoutToken(plain.text()))
    for (const page of [changed, added]) {
      assert.notInclude(page.text(), 'from-the-address')
      assert.notInclude(page.text(), 'eve@example.com')
      assert.notProperty(inputAt(page.text(), 'is_active'), 'checked')
      assert.match(page.text(), /name="verify_certificate"\s+value="1"\s+checked/)
      assert.notInclude(page.text(), KNOWN_SECRET)
    }
  })

  test('shows of an address with credentials only the address', async ({ client, assert }) => {
    const config = await createConfig()

    const page = await client
      .get(pagePath(config, 'change'))
      .qs({ host: 'smtp://bob:hunter2@mail.example.org:2525' })
      .loginAs(await createUser())

    assert.equal(inputAt(page.text(), 'host').value, 'mail.example.org')
    assert.notInclude(page.text(), 'hunter2')
  })

  test('is not confused by whatever is in the address: {$self}')
    .with(['host[]=a&host[]=b', 'host[x]=1', 'port=', 'host=%00', `host=${'x'.repeat(5000)}`])
    .run(async ({ client }, query) => {
      const config = await createConfig()

      const page = await client
        .get(`${pagePath(config, 'change')}?${query}`)
        .loginAs(await createUser())

      page.assertStatus(200)
    })

  test('shows a viewer what is stored', async ({ client, assert }) => {
    const config = await createConfig()

    const page = await client
      .get(pagePath(config, 'change'))
      .qs({ host: 'other.example.com', username: 'somebody', notes: 'Call 0800 123' })
      .loginAs(await createUser('viewer'))

    const text = mainText(page.text())
    assert.include(text, 'Server mail.example.com:587')
    assert.notMatch(text, /other.example.com|somebody|Call 0800|Prefilled/)
  })
})

/** The page but for what is another on each: the token of its forms. */
function withoutToken(html: string): string {
  return mainIn(html).replace(/name=['"](_csrf|new_id)['"] value=['"][^'"]*['"]/g, '')
}
