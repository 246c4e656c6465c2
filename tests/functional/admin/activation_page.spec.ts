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

    const environment = 'The environment’s server env.example.com:2525'
    const ofSite = await ask(site)
    await site.activate()
    const ofAccount = await ask(account)
    const ofSealed = await ask(sealed)

    assert.include(ofSite, `In effect now ${environment} Afterwards Relay relay.example.com:587`)
    assert.include(ofSite, 'Used for mail of The site, and every account')
    assert.include(
      ofAccount,
      'In effect now Relay relay.example.com:587 Afterwards Own own.example.com:587 Used for mail of Account 7'
    )
    assert.include(ofSealed, 'Afterwards Relay relay.example.com:587 It cannot be used like this')
    assert.include(
      ofSite,
      'This holds for the next mail, in every process of the app at once. Nothing has to be restarted.'
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
    assert.include(text, 'Bevor Sie sie aktivieren: Sie wurde noch nicht getestet.')
    assert.include(text, 'Jetzt ist „Primary“ aktiv.')
    assert.include(text, 'Nichts muss neu gestartet werden.')
  })
})
