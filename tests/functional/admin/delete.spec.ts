import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import { LIST, makeUnreadable, pagePath, useEnvironment } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { bannerText, mainText } from '#tests/helpers/html/page'

const ENVIRONMENT = { host: 'smtp.environment.example', port: 2525 }

/** What the page before a deletion says to an administrator. */
async function pageBefore(client: ApiClient, config: SmtpConfig): Promise<string> {
  const response = await client.get(pagePath(config, 'delete')).loginAs(await createUser())
  return mainText(response.text())
}

test.group('The page before a deletion', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('says of the active one where mail goes without it', async ({ client, assert, cleanup }) => {
    cleanup(await useEnvironment(ENVIRONMENT))
    const config = await createConfig({ name: 'Relay', isActive: true })

    const text = await pageBefore(client, config)

    assert.include(text, 'Relay - mail.example.com:587 (Active)')
    assert.include(
      text,
      'This configuration is active. After you delete it, mail will be sent through the default server (smtp.environment.example:2525).'
    )
    assert.isNotNull(await SmtpConfig.find(config.id))
  })

  test('says of the active one that nothing is left without it', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await useEnvironment({}))
    const config = await createConfig({ isActive: true })

    assert.include(
      await pageBefore(client, config),
      'After you delete it, no mail server is left and mail cannot be sent.'
    )
  })

  test('says of an account’s where the mail of that account goes: {what}')
    .with([
      {
        what: 'to the site’s',
        site: true,
        environment: {},
        told: 'that account’s mail will be sent through Site (mail.example.com:587).',
      },
      {
        what: 'to the environment’s',
        site: false,
        environment: ENVIRONMENT,
        told: 'that account’s mail will be sent through the default server (smtp.environment.example:2525).',
      },
      {
        what: 'nowhere',
        site: false,
        environment: {},
        told: 'that account has no mail server and its mail cannot be sent.',
      },
    ])
    .run(async ({ client, assert, cleanup }, { site, environment, told }) => {
      cleanup(await useEnvironment(environment))
      await createConfig({ name: 'Site', isActive: site })
      const config = await createConfig({ scope: 'account:42', isActive: true })

      assert.include(
        await pageBefore(client, config),
        `This is the active configuration of account 42. After you delete it, ${told}`
      )
    })

  test('says of an inactive one that no mail goes through it', async ({ client, assert }) => {
    const text = await pageBefore(client, await createConfig())

    assert.include(text, 'This configuration is not active. Deleting it does not affect sending.')
    assert.notInclude(text, 'Warning')
  })

  test('speaks German where that is asked for', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Relay', isActive: true })

    const response = await client
      .get(pagePath(config, 'delete'))
      .header('accept-language', 'de')
      .loginAs(await createUser())

    assert.include(mainText(response.text()), 'Diese Konfiguration löschen?')
    assert.include(response.text(), '<title>Relay löschen | ')
  })

  test('has the focus on its heading', async ({ client, assert }) => {
    const response = await client
      .get(pagePath(await createConfig(), 'delete'))
      .loginAs(await createUser())

    assert.match(response.text(), /<h1 tabindex="-1" autofocus>Delete this configuration\?<\/h1>/)
  })

  test('returns to the list that the user came from', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Relay' })
    const user = await createUser()
    const filters = { _changelist_filters: 'q=Relay' }

    const page = await client.get(pagePath(config, 'delete')).qs(filters).loginAs(user)
    const after = await client
      .post(pagePath(config, 'delete'))
      .withCsrfToken()
      .form(filters)
      .loginAs(user)

    assert.include(
      page.text(),
      `href="${pagePath(config, 'change')}?_changelist_filters=q%3DRelay"`
    )
    assert.include(page.text(), 'name="_changelist_filters" value="q=Relay"')
    assert.match(after.redirects().at(-1)!, /\/configs\?q=Relay$/)
  })

  test('leads back to the configuration without a script', async ({ client }) => {
    const config = await createConfig()

    const response = await client.get(pagePath(config, 'delete')).loginAs(await createUser())

    response.assertTextIncludes(`href="${pagePath(config, 'change')}"`)
  })
})

test.group('Deleting', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('removes the row, keeps its history and names it in the message', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfigWithLogin({ name: 'Relay' })

    const response = await client.post(pagePath(config, 'delete')).withCsrfToken().loginAs(user)

    response.assertTextIncludes('“Relay” was deleted.')
    assert.isNull(await SmtpConfig.find(config.id))
    const [added, deleted] = await SmtpHistory.query().where('config_id', config.id).orderBy('id')
    assert.equal(added.action, 'added')
    assert.equal(deleted.action, 'deleted')
    assert.equal(deleted.actorLabel, user.email)
    assert.notInclude(JSON.stringify(deleted.changes), KNOWN_SECRET)
  })

  test('the active one says where mail goes now, and so does the banner', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await useEnvironment(ENVIRONMENT))
    const config = await createConfig({ name: 'Relay', isActive: true })

    const response = await client
      .post(pagePath(config, 'delete'))
      .withCsrfToken()
      .loginAs(await createUser())

    response.assertTextIncludes(
      '“Relay” was deleted. Mail is now sent through the default server (smtp.environment.example:2525).'
    )
    response.assertTextIncludes('role="status"')
    assert.include(bannerText(response.text()), 'Default server (environment)')
  })

  test('works for one whose password cannot be decrypted', async ({ client, assert }) => {
    const config = await createConfigWithLogin({ isActive: true })
    await makeUnreadable(config)

    await client
      .post(pagePath(config, 'delete'))
      .withCsrfToken()
      .loginAs(await createUser())

    assert.isNull(await SmtpConfig.find(config.id))
  })

  test('twice ends at the list, with a message', async ({ client }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    await client.post(pagePath(config, 'delete')).withCsrfToken().loginAs(user)

    const again = await client.post(pagePath(config, 'delete')).withCsrfToken().loginAs(user)

    again.assertStatus(200)
    again.assertTextIncludes(`“Relay” has already been deleted by ${user.email}.`)
  })
})

test.group('An address of a configuration that is not there', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const gone = '00000000-0000-4000-8000-000000000000'

  test('leads to the list with a message: {method} {page}')
    .with([
      { method: 'GET' as const, page: 'change' as const },
      { method: 'POST' as const, page: 'change' as const },
      { method: 'GET' as const, page: 'delete' as const },
      { method: 'POST' as const, page: 'delete' as const },
      { method: 'POST' as const, page: 'activate' as const },
      { method: 'POST' as const, page: 'deactivate' as const },
    ])
    .run(async ({ client, assert }, { method, page }) => {
      const response = await client
        .request(pagePath({ id: gone }, page), method)
        .withCsrfToken()
        .loginAs(await createUser())

      response.assertStatus(200)
      response.assertTextIncludes(
        `The SMTP configuration with the ID “${gone}” does not exist. Perhaps it was deleted?`
      )
      assert.equal(
        response
          .redirects()
          .at(-1)
          ?.replace(/^https?:\/\/[^/]+/, ''),
        LIST
      )
    })

  test('takes any ID for one that is not there: {name}')
    .with([
      { name: 'a number', id: '999' },
      { name: 'a way up', id: '..%2f..%2fetc' },
      { name: 'a NUL', id: '%00' },
      { name: 'half a NUL in a real one', id: '00000000-0000-4000-8000-00000000000%00' },
      { name: '10,000 characters', id: 'x'.repeat(10_000) },
      { name: 'an emoji', id: encodeURIComponent('💌') },
      { name: 'SQL', id: encodeURIComponent("' or 1=1 --") },
      { name: 'markup', id: encodeURIComponent('<script>alert(1)<script>') },
      { name: 'a sales pitch', id: encodeURIComponent('Call 0800 123 to unlock your mail') },
    ])
    .run(async ({ client, assert }, { id }) => {
      await createConfig()
      const user = await createUser()

      for (const page of ['change', 'delete'] as const) {
        const response = await client.get(pagePath({ id }, page)).loginAs(user)
        response.assertStatus(200)
        response.assertTextIncludes('does not exist. Perhaps it was deleted?')
        assert.notMatch(response.text(), /<script>|Call 0800/)
      }
    })

  test('that cannot be decoded is refused without a fault', async ({ client, assert }) => {
    const response = await client.get(`${LIST}/%E0%A4%A/change`).loginAs(await createUser())

    assert.oneOf(response.status(), [400, 404])
  })
})
