import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import {
  ADD,
  LIST,
  makeUnreadable,
  newInput,
  pagePath,
  storedInput,
  storedRows,
  useEnvironment,
} from '#tests/helpers/html/admin_pages'
import { createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { bannerText } from '#tests/helpers/html/page'

const ENVIRONMENT = { host: 'smtp.environment.example', port: 2525 }
const THROUGH_ENVIRONMENT =
  'Mail is now sent through the default server (smtp.environment.example:2525).'

test.group('Making a configuration active', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => useEnvironment(ENVIRONMENT))

  test('puts it into effect, deactivates the other and says so', async ({ client, assert }) => {
    const user = await createUser()
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    const before = await client.get(LIST).loginAs(user)

    const after = await client.post(pagePath(second, 'activate')).withCsrfToken().loginAs(user)

    assert.include(bannerText(before.text()), 'First (')
    assert.include(bannerText(after.text()), 'Second (')
    after.assertTextIncludes('“Second” was activated. Mail is now sent through it.')
    await first.refresh()
    assert.isFalse(first.isActive)

    const history = await SmtpHistory.query().orderBy('id').whereNot('action', 'added')
    assert.deepEqual(
      history.map((entry) => [entry.configName, entry.action, entry.source, entry.actorLabel]),
      [
        ['First', 'deactivated', 'automatic', user.email],
        ['Second', 'activated', 'admin', user.email],
      ]
    )
    assert.equal(history[0].actorId, String(user.id))
    assert.isNotNull(history[0].ip)
  })

  test('is not changed by an old form in which it was not touched', async ({ client, assert }) => {
    const user = await createUser()
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    const oldFirst = storedInput(first, { is_active: '1', was_active: '1', notes: 'Old page' })
    const oldSecond = storedInput(second, { was_active: '0', notes: 'Old page' })
    await second.activate()

    for (const [config, input] of [[first, oldFirst] as const, [second, oldSecond] as const]) {
      await client.post(pagePath(config, 'change')).form(input).withCsrfToken().loginAs(user)
      await config.refresh()
      assert.equal(config.notes, 'Old page')
    }
    const active = await SmtpConfig.getActive()
    assert.equal(active?.id, second.id)
  })

  test('twice has one effect', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig()

    await client.post(pagePath(config, 'activate')).withCsrfToken().loginAs(user)
    const again = await client.post(pagePath(config, 'activate')).withCsrfToken().loginAs(user)

    again.assertTextIncludes('Mail is now sent through it.')
    assert.lengthOf(await SmtpHistory.query().where('action', 'activated'), 1)
  })

  test('warns when its password cannot be decrypted', async ({ client, assert }) => {
    const config = await createConfigWithLogin({ name: 'Relay' })
    await makeUnreadable(config)

    const response = await client
      .post(pagePath(config, 'activate'))
      .withCsrfToken()
      .loginAs(await createUser())

    response.assertTextIncludes('role="alert"')
    response.assertTextIncludes(
      `“Relay” was activated. The stored password of Relay (mail.example.com:587) cannot be decrypted. Enter it again. ${THROUGH_ENVIRONMENT}`
    )
    assert.notInclude(response.text(), 'Mail is now sent through it.')
  })

  test('in the form says so as well', async ({ client, assert }) => {
    const user = await createUser()
    const send = (path: string, input: object) =>
      client.post(path).withCsrfToken().form(input).loginAs(user)

    const added = await send(ADD, newInput({ name: 'Relay', is_active: '1' }))
    added.assertTextIncludes('“Relay” was added and activated. Mail is now sent through it.')

    const config = await SmtpConfig.findByOrFail('name', 'Relay')
    const kept = await send(pagePath(config, 'change'), storedInput(config, { notes: 'x' }))
    kept.assertTextIncludes('“Relay” was changed. Mail is now sent through it.')

    const input = storedInput(config, { notes: 'y', is_active: undefined })
    const ended = await send(pagePath(config, 'change'), input)
    ended.assertTextIncludes(`“Relay” was changed and deactivated. ${THROUGH_ENVIRONMENT}`)
    assert.isNull(await SmtpConfig.getActive())
  })
})

test.group('Deactivating', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test("gives mail back to the environment's server, and the page says so", async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await useEnvironment(ENVIRONMENT))
    const config = await createConfig({ name: 'Relay', isActive: true })

    const response = await client
      .post(pagePath(config, 'deactivate'))
      .withCsrfToken()
      .loginAs(await createUser())

    response.assertTextIncludes(`“Relay” was deactivated. ${THROUGH_ENVIRONMENT}`)
    assert.include(bannerText(response.text()), 'Default server (environment)')
    assert.isNull(await SmtpConfig.getActive())
  })

  test('warns when there is no other server', async ({ client, cleanup }) => {
    cleanup(await useEnvironment({}))
    const config = await createConfig({ name: 'Relay', isActive: true })

    const response = await client
      .post(pagePath(config, 'deactivate'))
      .withCsrfToken()
      .loginAs(await createUser())

    response.assertTextIncludes(
      '“Relay” was deactivated. No mail server is left. Mail cannot be sent.'
    )
    response.assertTextIncludes('role="alert"')
  })
})

test.group('Following a link', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('changes nothing: GET {$self}')
    .with(['activate', 'deactivate', 'delete', 'change'] as const)
    .run(async ({ client, assert }, page) => {
      const config = await createConfig({ isActive: page === 'deactivate' })
      const before = await storedRows()

      const response = await client
        .get(`${pagePath(config, page)}?name=Changed&is_active=1&_method=POST`)
        .loginAs(await createUser())

      response.assertStatus(page === 'deactivate' ? 404 : 200)
      assert.deepEqual(await storedRows(), before)
    })
})
