import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { SmtpConfig } from '#smtp_admin'
import { makeUnreadable, pagePath, useEnvironment } from '#tests/helpers/html/admin_pages'
import { createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { accountScope } from '../../../app/smtp_admin/models/scope.js'
import { mainText } from '#tests/helpers/html/page'

test.group('The page before a configuration is made active', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('says what mail goes through now and afterwards, whose mail, and from when', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await useEnvironment({ host: 'env.example.com', port: 2525 }))
    const [site, account] = [
      await createConfig({ name: 'Relay', host: 'relay.example.com' }),
      await createConfig({ name: 'Own', host: 'own.example.com', scope: accountScope(7) }),
    ]
    const sealed = await createConfigWithLogin({ name: 'Sealed', scope: accountScope(8) })
    await makeUnreadable(sealed)
    const user = await createUser()
    const ask = async (config: SmtpConfig) => {
      const page = await client.get(pagePath(config, 'activate')).loginAs(user)
      return mainText(page.text())
    }

    const environment = 'Default server (environment) env.example.com:2525'
    const ofSite = await ask(site)
    await site.activate()
    const ofAccount = await ask(account)
    const ofSealed = await ask(sealed)

    assert.include(
      ofSite,
      `Current mail server ${environment} New mail server Relay relay.example.com:587`
    )
    assert.include(ofSite, 'Applies to The whole site, except accounts')
    assert.include(
      ofAccount,
      'Current mail server Relay relay.example.com:587 New mail server Own own.example.com:587 Applies to Account 7'
    )
    assert.include(
      ofSealed,
      'New mail server Relay relay.example.com:587 This configuration cannot be used in its current state'
    )
    assert.include(
      ofSite,
      'Takes effect with the next message, in every process of the app. No restart needed.'
    )
  })

  test('asks in the language of the browser', async ({ client, assert }) => {
    await createConfig({ name: 'Primary', isActive: true })
    const config = await createConfig({ name: 'Relay' })

    const page = await client
      .get(pagePath(config, 'activate'))
      .header('accept-language', 'de')
      .loginAs(await createUser())

    const text = mainText(page.text())
    assert.include(text, 'Diese Konfiguration aktivieren?')
    assert.include(text, 'Diese Konfiguration wurde noch nicht getestet.')
    assert.include(text, '„Primary“ wird deaktiviert.')
    assert.include(text, 'Kein Neustart nötig.')
  })
})
