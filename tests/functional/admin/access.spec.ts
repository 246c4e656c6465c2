import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Ability } from '#smtp_admin'
import { SmtpConfig } from '#smtp_admin'
import { createConfig } from '#tests/helpers/db/configs'
import { HISTORY } from '#tests/helpers/db/history_entries'
import { createUser } from '#tests/helpers/db/users'
import {
  ADD,
  HOME,
  LIST,
  newInput,
  pagePath,
  storedInput,
  storedRows,
  useAuthorize,
} from '#tests/helpers/html/admin_pages'
import { mainIn, textIn } from '#tests/helpers/html/page'

const OPENED = [
  ...[HOME, LIST, ADD, HISTORY],
  ...['change', 'history', 'delete', 'activate'].map((it) => `${LIST}/:id/${it}`),
]
const POSTED = [
  ADD,
  ...['change', 'delete', 'activate', 'deactivate'].map((it) => `${LIST}/:id/${it}`),
]

const REQUESTS = [
  ...OPENED.map((path) => ({ method: 'GET' as const, path })),
  ...POSTED.map((path) => ({ method: 'POST' as const, path })),
]

test.group('Who is not signed in', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is sent to the sign-in page by {method} {path}, and nothing is changed')
    .with(REQUESTS)
    .run(async ({ client, assert }, { method, path }) => {
      const config = await createConfig()
      const before = await storedRows()

      const request = client.request(path.replace(':id', config.id), method).withCsrfToken()
      const response = await request.form(method === 'POST' ? newInput() : {}).redirects(0)

      response.assertStatus(302)
      response.assertHeader('location', '/login')
      assert.deepEqual(await storedRows(), before)
    })
})

test.group('Without "authorize" in the config', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => useAuthorize(undefined))

  test('even an administrator is refused by {method} {path}, and nothing is changed')
    .with(REQUESTS)
    .run(async ({ client, assert }, { method, path }) => {
      const config = await createConfig({ isActive: true })
      const before = await storedRows()

      const request = client.request(path.replace(':id', config.id), method).withCsrfToken()
      const response = await request
        .form(method === 'POST' ? newInput({ name: 'Another' }) : {})
        .loginAs(await createUser('administrator'))

      response.assertStatus(403)
      response.assertTextIncludes('“authorize” is missing from config/smtp_admin.ts')
      assert.notInclude(response.text(), config.host)
      assert.deepEqual(await storedRows(), before)
    })
})

test.group('A viewer', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('sees the list without a button or a form', async ({ client, assert }) => {
    const config = await createConfig({ isActive: true })

    const response = await client.get(LIST).loginAs(await createUser('viewer'))

    response.assertStatus(200)
    const main = mainIn(response.text())
    assert.include(main, `href="${pagePath(config, 'change')}"`)
    const besidesSearch = main.replace(/<form[^>]*role="search"[\s\S]*?<\/form>/, '')
    assert.notMatch(besidesSearch, /<form|<button|<input|href="[^"]*\/(add|delete)"/)
  })

  test('sees a configuration as text, with a way back', async ({ client, assert }) => {
    const config = await createConfig({
      username: 'mailer@example.com',
      password: 'n0body-sees-this',
      fromEmail: 'no-reply@example.com',
      notes: 'Ask before you change this.',
    })

    const response = await client
      .get(pagePath(config, 'change'))
      .loginAs(await createUser('viewer'))

    response.assertStatus(200)
    const main = mainIn(response.text())
    const text = textIn(main)
    assert.include(text, 'View SMTP configuration')
    assert.include(text, 'Username mailer@example.com Password Set From email no-reply@example.com')
    assert.include(text, 'Notes Ask before you change this.')
    assert.match(main, new RegExp(`<a [^>]*href="${LIST}"[^>]*>Close</a>`))
    assert.notMatch(main, /<form|<button|<input|<textarea|href="[^"]*\/delete"/)
    assert.notInclude(response.text(), 'n0body-sees-this')
  })

  test('is told by {method} {path} what is not allowed, and nothing is changed')
    .with([
      { method: 'GET' as const, path: ADD, deed: 'add' },
      { method: 'POST' as const, path: ADD, deed: 'add' },
      { method: 'POST' as const, path: `${LIST}/:id/change`, deed: 'change' },
      { method: 'GET' as const, path: `${LIST}/:id/delete`, deed: 'delete' },
      { method: 'POST' as const, path: `${LIST}/:id/delete`, deed: 'delete' },
      { method: 'GET' as const, path: `${LIST}/:id/activate`, deed: 'activate or deactivate' },
      { method: 'POST' as const, path: `${LIST}/:id/activate`, deed: 'activate or deactivate' },
      { method: 'POST' as const, path: `${LIST}/:id/deactivate`, deed: 'activate or deactivate' },
    ])
    .run(async ({ client, assert }, { method, path, deed }) => {
      const config = await createConfig({ isActive: path.endsWith('deactivate') })
      const before = await storedRows()

      const request = client.request(path.replace(':id', config.id), method).withCsrfToken()
      const response = await request
        .form(method === 'POST' ? newInput({ name: 'Another' }) : {})
        .loginAs(await createUser('viewer'))

      response.assertStatus(403)
      response.assertTextIncludes(`You do not have permission to ${deed} SMTP configurations.`)
      response.assertTextIncludes('Current mail server')
      assert.deepEqual(await storedRows(), before)
    })
})

test.group('An operator', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('activates from the list', async ({ client, assert }) => {
    const operator = await createUser('operator')
    const config = await createConfig()

    const list = await client.get(LIST).loginAs(operator)
    list.assertTextIncludes(`action="${pagePath(config, 'activate')}"`)

    const response = await client
      .post(pagePath(config, 'activate'))
      .withCsrfToken()
      .loginAs(operator)
      .redirects(0)

    response.assertHeader('location', LIST)
    await config.refresh()
    assert.isTrue(config.isActive)
    assert.equal(config.updatedBy, operator.email)
  })

  test('neither adds, changes nor deletes', async ({ client, assert }) => {
    const operator = await createUser('operator')
    const config = await createConfig()
    const before = await storedRows()

    const page = await client.get(pagePath(config, 'change')).loginAs(operator)
    const [, form] = /<form[^>]* action="([^"]+)"/.exec(mainIn(page.text()))!
    assert.equal(form, pagePath(config, 'test'))
    assert.notMatch(mainIn(page.text()), /name="host"|href="[^"]*\/delete"/)

    for (const path of [ADD, pagePath(config, 'change'), pagePath(config, 'delete')]) {
      const response = await client
        .post(path)
        .withCsrfToken()
        .form(newInput({ name: 'Another' }))
        .loginAs(operator)
      response.assertStatus(403)
    }
    assert.deepEqual(await storedRows(), before)
  })
})

test.group('Whoever may', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const only = (...abilities: Ability[]) =>
    useAuthorize((_, ability) => abilities.includes(ability))

  test('change but not activate, does not activate by the form', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(only('view', 'add', 'change'))
    const user = await createUser()
    const config = await createConfig()
    const form = await client.get(pagePath(config, 'change')).loginAs(user)
    assert.notInclude(form.text(), 'name="is_active"')

    const changed = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { name: 'Renamed', is_active: '1' }))
      .loginAs(user)
    const added = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ name: 'New', is_active: '1' }))
      .loginAs(user)

    changed.assertTextIncludes('“Renamed” was changed.')
    added.assertTextIncludes('“New” was added.')
    assert.isNull(await SmtpConfig.getActive())
  })

  test('change but not activate, leaves the active one active', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(only('view', 'change'))
    const config = await createConfig({ isActive: true })

    await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { name: 'Renamed', is_active: undefined }))
      .loginAs(await createUser())

    const active = await SmtpConfig.getActive()
    assert.equal(active?.name, 'Renamed')
  })

  test('delete but not change, finds the way to it', async ({ client, cleanup, assert }) => {
    cleanup(only('view', 'delete'))
    const config = await createConfig()

    const page = await client.get(pagePath(config, 'change')).loginAs(await createUser())

    assert.include(mainIn(page.text()), `href="${pagePath(config, 'delete')}"`)
  })

  test('add but not view, is not shown what is stored', async ({ client, cleanup, assert }) => {
    cleanup(only('add'))
    const config = await createConfig({ name: 'Hidden relay', isActive: true })
    const user = await createUser()

    const page = await client.get(ADD).loginAs(user)
    const list = await client.get(LIST).loginAs(user)

    page.assertStatus(200)
    list.assertStatus(403)
    assert.notInclude(page.text() + list.text(), config.name)
  })

  test('add but not view, is led nowhere that they may not go', async ({
    client,
    cleanup,
    assert,
  }) => {
    cleanup(only('add'))
    const user = await createUser()

    const form = await client.get(ADD).loginAs(user)
    const saved = await client.post(ADD).withCsrfToken().form(newInput()).loginAs(user)

    const links = [...form.text().matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, url]) => url)
    const within = links.filter((url) => url.startsWith(HOME) && !url.startsWith(ADD))
    assert.deepEqual(within, [])
    saved.assertStatus(200)
    saved.assertTextIncludes(
      '“Primary Mail Server” was added. You may add another configuration below.'
    )
  })
})

test.group('The functions of the app', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are called once per request: authorize for each ability, with the configuration of the address', async ({
    client,
    assert,
    cleanup,
  }) => {
    const calls: { ability: Ability; id: string | undefined }[] = []
    cleanup(
      useAuthorize((_, ability, config) => {
        calls.push({ ability, id: config?.id })
        return true
      })
    )
    const config = await createConfig()
    const user = await createUser()

    await client.get(pagePath(config, 'change')).loginAs(user)
    const onChange = calls.splice(0)
    await client.get(LIST).loginAs(user)

    const abilities = ['view', 'add', 'change', 'delete', 'activate', 'test']
    assert.sameMembers(
      onChange.map(({ ability }) => ability),
      abilities
    )
    assert.deepEqual(new Set(onChange.map(({ id }) => id)), new Set([config.id]))
    assert.sameMembers(
      calls.map(({ ability }) => ability),
      abilities
    )
    assert.deepEqual(new Set(calls.map(({ id }) => id)), new Set([undefined]))
  })

  test('are not asked about a configuration that cannot be read: nothing is allowed', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(useAuthorize((_, __, config) => config === undefined))
    const config = await createConfig()
    const { find } = SmtpConfig
    cleanup(() => {
      SmtpConfig.find = find
    })
    SmtpConfig.find = (() => {
      SmtpConfig.find = find
      return Promise.reject(new Error('The connection was lost'))
    }) as unknown as typeof find

    const response = await client.get(pagePath(config, 'change')).loginAs(await createUser())

    response.assertStatus(500)
    assert.notInclude(response.text(), config.host)
  })
})
