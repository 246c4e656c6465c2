import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import {
  ADD,
  LIST,
  makeUnreadable,
  pagePath,
  useEnvironment,
} from '#tests/helpers/html/admin_pages'
import { createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createConfigIn } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'
import { bannerText } from '#tests/helpers/html/page'

const ENVIRONMENT = { host: 'smtp.environment.example', port: 2525, useTls: true }
const NO_CONFIGURATION = 'No active SMTP configuration found in the database.'
const IN_ENVIRONMENT = 'SMTP_HOST is set to smtp.environment.example:2525.'
const NO_ENVIRONMENT = 'SMTP_HOST is not set.'

test.group('The banner', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => useEnvironment(ENVIRONMENT))

  test('names the active configuration of the database', async ({ client, assert }) => {
    await createConfig({ name: 'Relay', isActive: true })

    const response = await client.get(LIST).loginAs(await createUser())

    assert.equal(
      bannerText(response.text()),
      'Current mail server Relay (mail.example.com:587, STARTTLS) ○ Not tested ' +
        'Active configuration for the site. ' +
        'Why this server? ' +
        'Database: in use. Relay (mail.example.com:587) is the active configuration in the database. ' +
        `Environment: standby. ${IN_ENVIRONMENT} Test this server Relay`
    )
    response.assertTextIncludes('in-effect tone-warning')
  })

  test('says that the active one does without encryption or certificate check', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfig({ verifyCertificate: false, isActive: true })
    const unchecked = await client.get(LIST).loginAs(user)
    await config.merge({ useTls: false }).save()
    const plain = await client.get(LIST).loginAs(user)

    assert.include(bannerText(unchecked.text()), '587, STARTTLS) ○ Not tested ▲ Certificate not')
    assert.include(bannerText(plain.text()), '587, no encryption)')
  })

  for (const [state, tone, said] of [
    ['working', 'good', '✓ Working tested'],
    ['failing', 'error', '✗ Failing tested'],
    ['stale', 'warning', '▲ Needs retest connection settings changed since the last test tested'],
  ] as const) {
    test(`says of the active one that it is ${state}, and when it was tested`, async ({
      client,
      assert,
    }) => {
      await createConfigIn(state, { name: 'Relay', isActive: true })

      const response = await client.get(LIST).loginAs(await createUser())

      const banner = bannerText(response.text())
      assert.match(
        banner,
        new RegExp(`STARTTLS\\) ${said} (now|\\d+ seconds? ago) Active configuration`)
      )
      response.assertTextIncludes(`in-effect tone-${tone}`)
    })
  }

  test('offers a test to those who may test', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Relay', isActive: true })
    const action = `action="${pagePath(config, 'test')}"`

    const administrator = await client.get(ADD).loginAs(await createUser())
    const viewer = await client.get(LIST).loginAs(await createUser('viewer'))

    assert.include(administrator.text(), action)
    assert.include(bannerText(viewer.text()), 'Active configuration for the site.')
    assert.notInclude(viewer.text(), action)
  })

  test("names the environment's server when no configuration is active", async ({
    client,
    assert,
  }) => {
    await createConfig()

    const response = await client.get(LIST).loginAs(await createUser())

    const banner = bannerText(response.text())
    assert.include(banner, 'Default server (environment) (smtp.environment.example:2525, STARTTLS)')
    assert.include(banner, `STARTTLS) ${NO_CONFIGURATION} Why`)
    assert.notInclude(banner, 'Test this server')
    response.assertTextIncludes('in-effect tone-plain')
  })

  test('says that mail cannot be sent when there is no server at all', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await useEnvironment({}))

    const response = await client.get(LIST).loginAs(await createUser())

    const banner = bannerText(response.text())
    assert.include(banner, 'No mail server: mail cannot be sent')
    assert.include(banner, `${NO_CONFIGURATION} ${NO_ENVIRONMENT}`)
    response.assertTextIncludes('tone-error')
  })

  test("names what is wrong with the environment's settings", async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await useEnvironment({ ...ENVIRONMENT, port: 99999 }))

    const response = await client.get(LIST).loginAs(await createUser())

    assert.include(
      bannerText(response.text()),
      'SMTP_PORT: Enter a port from 1 to 65535, for example 587.'
    )
    response.assertTextIncludes('tone-error')
  })

  test('says that the active password cannot be decrypted, and what is used instead', async ({
    client,
    assert,
  }) => {
    await makeUnreadable(await createConfigWithLogin({ name: 'Relay', isActive: true }))

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertStatus(200)
    const banner = bannerText(response.text())
    assert.include(banner, 'Default server (environment) (smtp.environment.example:2525, STARTTLS)')
    assert.include(
      banner,
      'The stored password of Relay (mail.example.com:587) cannot be decrypted. Enter it again.'
    )
    assert.include(banner, 'Database: unavailable.')
    response.assertTextIncludes('in-effect tone-error')
  })

  test('says so when nothing can be used instead', async ({ client, assert, cleanup }) => {
    cleanup(await useEnvironment({}))
    await makeUnreadable(await createConfigWithLogin({ isActive: true }))

    const response = await client.get(LIST).loginAs(await createUser())

    assert.include(bannerText(response.text()), 'No mail server: mail cannot be sent')
    assert.include(bannerText(response.text()), 'cannot be decrypted')
  })
})
