import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { type Ability, SmtpConfig, SmtpHistory } from '#smtp_admin'
import {
  LIST,
  pagePath,
  storedInput,
  storedRows,
  useActivation,
  useAuthorize,
  useEnvironment,
} from '#tests/helpers/html/admin_pages'
import { createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { layoutSource, useLayoutSource } from '#tests/helpers/views/host_views'
import { createConfigIn } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'
import type { FlashMessage } from '../../../app/smtp_admin/admin/http/messages.js'
import { flashFormsIn, type PostForm } from '#tests/helpers/html/page'

const ENVIRONMENT = { host: 'smtp.environment.example', port: 2525 }

async function activeName(scope?: string) {
  const active = await SmtpConfig.getActive(scope)
  return active?.name ?? null
}

/** The one way back that a page offers. */
function wayBackOf(html: string): PostForm {
  const [wayBack, ...more] = flashFormsIn(html).filter(({ label }) => label !== 'Test now')
  if (!wayBack || more.length > 0) {
    throw new Error(`Not one way back: ${JSON.stringify(flashFormsIn(html))}`)
  }
  return wayBack
}

for (const policy of ['warn', 'require-test'] as const) {
  test.group(`Undo of an activation (${policy})`, (group) => {
    group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
    group.each.setup(() => useEnvironment(ENVIRONMENT))
    group.each.setup(() => useActivation(policy))

    test('is one click, and so is the way forward again', async ({ client, assert }) => {
      const user = await createUser()
      const first = await createConfig({ name: 'First', isActive: true })
      const second = await createConfigIn('working', { name: 'Second' })
      const click = ({ action, fields }: PostForm) =>
        client.post(action).withCsrfToken().form(fields).loginAs(user)

      const switched = await click({ label: '', action: pagePath(second, 'activate'), fields: {} })
      const back = wayBackOf(switched.text())
      assert.deepEqual(back, {
        label: 'Switch back to “First”',
        action: pagePath(first, 'activate'),
        fields: { back_from: second.id },
      })

      const returned = await click(back)
      assert.equal(await activeName(), 'First')
      const forward = wayBackOf(returned.text())
      assert.deepEqual(
        [forward.label, forward.fields.back_from],
        ['Switch back to “Second”', first.id]
      )

      const again = await click(forward)
      assert.equal(await activeName(), 'Second')
      assert.equal(wayBackOf(again.text()).label, 'Switch back to “First”')
    })

    test("leads to the environment's server where none was active, and forward again", async ({
      client,
      assert,
    }) => {
      const user = await createUser()
      const config = await createConfigIn('working', { name: 'Relay' })
      const click = ({ action, fields }: PostForm) =>
        client.post(action).withCsrfToken().form(fields).loginAs(user)
      const switched = await click({ label: '', action: pagePath(config, 'activate'), fields: {} })

      const back = wayBackOf(switched.text())
      assert.equal(back.label, 'Switch back to the default server')
      const returned = await click(back)

      assert.isNull(await activeName())
      returned.assertTextIncludes('Mail is now sent through the default server')
      const forward = wayBackOf(returned.text())
      assert.deepEqual(forward, {
        label: 'Switch back to “Relay”',
        action: pagePath(config, 'activate'),
        fields: { back_from: 'none' },
      })
      await click(forward)
      assert.equal(await activeName(), 'Relay')
    })

    test('from a deactivation needs no test either', async ({ client, assert }) => {
      const user = await createUser()
      const config = await createConfig({ name: 'Relay', isActive: true })
      const response = await client
        .post(pagePath(config, 'deactivate'))
        .withCsrfToken()
        .loginAs(user)

      const { action, fields } = wayBackOf(response.text())
      await client.post(action).withCsrfToken().form(fields).loginAs(user)

      assert.equal(await activeName(), 'Relay')
    })

    test('does not apply after another user has activated a configuration, and names the user', async ({
      client,
      assert,
    }) => {
      const user = await createUser()
      await createConfig({ name: 'First', isActive: true })
      const second = await createConfigIn('working', { name: 'Second' })
      const switched = await client.post(pagePath(second, 'activate')).withCsrfToken().loginAs(user)
      const third = await createConfig({ name: 'Third <3' })
      await third.activate({ id: '8', label: 'eve@example.com', source: 'admin', ip: null })
      const before = await storedRows()

      const { action, fields } = wayBackOf(switched.text())
      const response = await client.post(action).withCsrfToken().form(fields).loginAs(user)

      response.assertStatus(200)
      response.assertTextIncludes(
        'Nothing was changed. eve@example.com activated “Third &lt;3” in the meantime. Check the current mail server before you try again.'
      )
      response.assertTextIncludes('role="alert"')
      assert.deepEqual(await storedRows(), before)
    })

    test('clicked twice is taken once, and the second page says the same', async ({
      client,
      assert,
    }) => {
      const user = await createUser()
      await createConfig({ name: 'First', isActive: true })
      const second = await createConfigIn('working', { name: 'Second' })
      const switched = await client.post(pagePath(second, 'activate')).withCsrfToken().loginAs(user)
      const { action, fields } = wayBackOf(switched.text())
      const click = () => client.post(action).withCsrfToken().form(fields).loginAs(user)

      const once = await click()
      const entries = await SmtpHistory.all()
      const twice = await click()

      assert.lengthOf(await SmtpHistory.all(), entries.length)
      twice.assertTextIncludes('“First” was activated.')
      assert.deepEqual(wayBackOf(twice.text()), wayBackOf(once.text()))
    })
  })
}

test.group('Undo', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is offered after an activation by the form, and after no other change', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    const send = (input: object) =>
      client.post(pagePath(second, 'change')).withCsrfToken().form(input).loginAs(user)

    const activated = await send(storedInput(second, { is_active: '1', was_active: '0' }))
    assert.equal(wayBackOf(activated.text()).label, 'Switch back to “First”')

    await second.refresh()
    const noted = await send(storedInput(second, { notes: 'A note', was_active: '1' }))
    assert.isEmpty(flashFormsIn(noted.text()))

    const input = storedInput(second, { was_active: '1', is_active: undefined })
    const deactivated = await send(input)
    assert.equal(wayBackOf(deactivated.text()).label, 'Switch back to “Second”')
  })

  test('from deleting the active one leads to the one before it, where that is still there', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    await second.activate()
    const remove = async (config: SmtpConfig) =>
      client.post(pagePath(config, 'delete')).withCsrfToken().loginAs(user)

    const deleted = await remove(second)
    const { action, label, fields } = wayBackOf(deleted.text())
    assert.equal(label, 'Switch back to “First”')
    await client.post(action).withCsrfToken().form(fields).loginAs(user)
    assert.equal(await activeName(), 'First')

    const last = await remove(first)
    last.assertTextIncludes('“First” was deleted.')
    assert.isEmpty(flashFormsIn(last.text()))
  })

  test('of a configuration that was deleted changes nothing', async ({ client, assert }) => {
    const user = await createUser()
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    const switched = await client.post(pagePath(second, 'activate')).withCsrfToken().loginAs(user)
    await first.refresh()
    await first.delete()

    const { action, fields } = wayBackOf(switched.text())
    const response = await client.post(action).withCsrfToken().form(fields).loginAs(user)

    response.assertTextIncludes('has already been deleted')
    assert.equal(await activeName(), 'Second')
  })

  test('needs a test if the connection was changed since', async ({ client, assert, cleanup }) => {
    cleanup(useActivation('require-test'))
    const user = await createUser()
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfigIn('working', { name: 'Second' })
    const switched = await client.post(pagePath(second, 'activate')).withCsrfToken().loginAs(user)
    await first.refresh()
    await first.merge({ host: 'other.example.com' }).save()

    const { action, fields } = wayBackOf(switched.text())
    const response = await client.post(action).withCsrfToken().form(fields).loginAs(user)

    response.assertStatus(409)
    response.assertTextIncludes('Test this configuration first')
    assert.equal(await activeName(), 'Second')
  })

  test('in an account names the server that its mail uses then', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await useEnvironment(ENVIRONMENT))
    const user = await createUser()
    const own = await createConfig({ name: 'Own', scope: 'account:7' })
    const activate = () => client.post(pagePath(own, 'activate')).withCsrfToken().loginAs(user)

    const overEnvironment = await activate()
    await own.refresh()
    await own.deactivate()
    await createConfig({ name: 'Site', isActive: true })
    const overSite = await activate()

    assert.equal(wayBackOf(overEnvironment.text()).label, 'Switch back to the default server')
    const { label, action, fields } = wayBackOf(overSite.text())
    assert.equal(label, 'Switch back to the site’s server')
    await client.post(action).withCsrfToken().form(fields).loginAs(user)
    assert.deepEqual([await activeName('account:7'), await activeName()], [null, 'Site'])
  })

  test('says so where there is no other server', async ({ client, assert, cleanup }) => {
    cleanup(await useEnvironment({}))
    const config = await createConfig({ name: 'Relay' })
    const response = await client
      .post(pagePath(config, 'activate'))
      .withCsrfToken()
      .loginAs(await createUser())
    assert.equal(wayBackOf(response.text()).label, 'Deactivate it again')
  })

  test('and the test are offered only to those who may: {what}')
    .with([
      { what: 'all', abilities: ['view', 'activate', 'test'], labels: ['Test', 'Switch back'] },
      { what: 'no test', abilities: ['view', 'activate'], labels: ['Switch back'] },
    ])
    .run(async ({ client, assert, cleanup }, { abilities, labels }) => {
      cleanup(useAuthorize((_, ability: Ability) => abilities.includes(ability)))
      await createConfig({ name: 'First', isActive: true })
      const second = await createConfig({ name: 'Second' })

      const response = await client
        .post(pagePath(second, 'activate'))
        .withCsrfToken()
        .loginAs(await createUser())

      const offered = flashFormsIn(response.text()).map(({ label }) => label)
      assert.lengthOf(offered, labels.length)
      labels.forEach((label, i) => assert.isTrue(offered[i].startsWith(label), offered[i]))
    })

  test('is not offered without the permission to activate', async ({ client, assert, cleanup }) => {
    const abilities: Ability[] = ['view', 'delete']
    cleanup(useAuthorize((_, ability) => abilities.includes(ability)))
    await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    await second.activate()

    const response = await client
      .post(pagePath(second, 'delete'))
      .withCsrfToken()
      .loginAs(await createUser())

    response.assertTextIncludes('“Second” was deleted.')
    assert.isEmpty(flashFormsIn(response.text()))
  })

  test('is not forged, and takes no nonsense: {$self}')
    .with(['', 'none', 'first', '"><script>', '00000000-0000-0000-0000-000000000000'])
    .run(async ({ client, assert }, from) => {
      const user = await createUser()
      await createConfig({ name: 'Active', isActive: true })
      const other = await createConfig({ name: 'Other' })
      const before = await storedRows()

      const forged = await client
        .post(pagePath(other, 'activate'))
        .form({ back_from: from })
        .header('referer', LIST)
        .loginAs(user)
      const nonsense = await client
        .post(pagePath(other, 'activate'))
        .withCsrfToken()
        .form({ back_from: from })
        .loginAs(user)

      forged.assertTextIncludes('expired')
      nonsense.assertTextIncludes('Nothing was changed.')
      assert.deepEqual(await storedRows(), before)
    })

  test('is in the message, and in the layout of an app', async ({ client, assert }) => {
    useLayoutSource(layoutSource())
    await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })

    const response = await client
      .post(pagePath(second, 'activate'))
      .withCsrfToken()
      .loginAs(await createUser())

    const html = response.text()
    assert.include(html, '<header><a href="/">Acme</a></header>')
    assert.lengthOf(flashFormsIn(html), 2)
    const announced = /<p[^>]*role="alert"[^>]*>[\s\S]*?<\/p>/.exec(html)![0]
    assert.notMatch(announced, /<button|<form/)
    const [, id] = /<p id="([^"]+)" role="alert"/.exec(html)!
    assert.include(html, `aria-describedby="${id}"`)
  })

  test('and its message leave room in a session that is a cookie', async ({ client, assert }) => {
    const user = await createUser()
    const long = (letter: string) => letter.repeat(100)
    await createConfigWithLogin({
      ...{ name: long('я'), isActive: true },
      host: `${'h'.repeat(60)}.${'h'.repeat(60)}.${'h'.repeat(60)}.example.com`,
    })
    const second = await createConfigIn('unreadable', {
      name: long('文'),
      host: `${'m'.repeat(60)}.${'m'.repeat(60)}.${'m'.repeat(60)}.example.com`,
    })

    const response = await client
      .post(pagePath(second, 'activate'))
      .withCsrfToken()
      .loginAs(user)
      .redirects(0)

    const message = response.flashMessage('smtp_admin_message') as unknown as FlashMessage
    assert.lengthOf(message.offers!, 2)
    assert.isBelow(Buffer.byteLength(JSON.stringify(message)), 2500)
  })
})
