import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig } from '#smtp_admin'
import { createConfig } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import {
  ADD,
  newInput,
  pagePath,
  storedInput,
  useBeforeActivate,
} from '#tests/helpers/html/admin_pages'
import { errorSummaryIn } from '#tests/helpers/html/page'

const REASON = 'Only servers of example.org may be used.'

const RULES = {
  'returns a message': () => REASON,
  'resolves with a message': async () => REASON,
  'throws an error': () => {
    throw new Error(REASON)
  },
}

test.group('With "beforeActivate" in the config', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const [how, beforeActivate] of Object.entries(RULES)) {
    test(`an activation is refused when it ${how}`, async ({ client, assert, cleanup }) => {
      cleanup(useBeforeActivate(beforeActivate))
      const config = await createConfig({ name: 'Relay' })

      const response = await client
        .post(pagePath(config, 'activate'))
        .withCsrfToken()
        .loginAs(await createUser())

      response.assertTextIncludes(`“Relay” was not activated: ${REASON}`)
      assert.isNull(await SmtpConfig.getActive())
    })
  }

  test('a new configuration is not saved as active', async ({ client, assert, cleanup }) => {
    cleanup(useBeforeActivate(() => REASON))

    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ is_active: '1' }))
      .loginAs(await createUser())

    response.assertStatus(422)
    assert.deepEqual(errorSummaryIn(response.text()), [
      { field: 'is_active', message: `Not activated: ${REASON}` },
    ])
    assert.lengthOf(await SmtpConfig.all(), 0)
  })

  test('the active configuration can still be changed', async ({ client, assert, cleanup }) => {
    const config = await createConfig({ isActive: true })
    cleanup(useBeforeActivate(() => REASON))

    await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { notes: 'Changed' }))
      .loginAs(await createUser())

    await config.refresh()
    assert.containsSubset(config.serialize(), { notes: 'Changed', is_active: true })
  })

  test('an activation is allowed when it returns nothing, and it receives the configuration', async ({
    client,
    assert,
    cleanup,
  }) => {
    const config = await createConfig({ name: 'Relay' })
    const asked: SmtpConfig[] = []
    cleanup(useBeforeActivate((it) => void asked.push(it)))

    await client
      .post(pagePath(config, 'activate'))
      .withCsrfToken()
      .loginAs(await createUser())

    const active = await SmtpConfig.getActive()
    assert.equal(active?.id, config.id)
    assert.deepEqual(
      asked.map(({ name }) => name),
      ['Relay']
    )
  })

  test('activations by code are not affected', async ({ assert, cleanup }) => {
    cleanup(useBeforeActivate(() => REASON))
    const config = await createConfig()
    await config.activate()
    assert.isTrue(config.isActive)
  })
})
