import { Secret } from '@adonisjs/core/helpers'
import { test } from '@japa/runner'
import { SmtpConfig } from '#smtp_admin'
import { SmtpHistory } from '../../app/smtp_admin/models/smtp_history.js'
import { createConfig, emptyTables } from '../helpers/db/configs.js'

test.group('The name of a configuration', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(emptyTables)

  test('is found in any case: {name}')
    .with([
      { name: 'Österreich Relay', other: 'öSTERREICH relay' },
      { name: 'ПОЧТА', other: 'почта' },
      { name: 'Primary', other: 'PRIMARY' },
    ])
    .run(async ({ assert }, { name, other }) => {
      const config = await createConfig({ name })
      for (const text of [name, other, `${name}\u200b`]) {
        const found = await SmtpConfig.findNamed(text)
        assert.equal(found?.id, config.id)
      }
      assert.isNull(await SmtpConfig.findNamed(name, '1'))
    })

  test('is unique in its scope in any case and without invisible characters', async ({
    assert,
  }) => {
    await createConfig({ name: 'Österreich' })
    for (const name of ['ÖSTERREICH', 'Öster\u00adreich', 'Österreich\u200b']) {
      await assert.rejects(() => createConfig({ name }), 'Validation failure')
    }
    await createConfig({ name: 'Osterreich' })
  })
})

test.group('An author with long names', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(emptyTables)

  test('is stored as far as the columns reach', async ({ assert }) => {
    const config = await createConfig()
    const author = {
      id: 'i'.repeat(200),
      label: '🦊'.repeat(200),
      source: 'admin',
      ip: null,
    } as const
    await config.activate(author)

    const entry = await SmtpHistory.query().orderBy('id', 'desc').firstOrFail()
    assert.equal(entry.actorId, 'i'.repeat(100))
    assert.equal(entry.actorLabel, '🦊'.repeat(191))
    await config.refresh()
    assert.equal(config.updatedBy, '🦊'.repeat(191))
  })
})

test.group('A password', (group) => {
  group.each.setup(emptyTables)

  test('is stored from a Secret as from a string', async ({ assert }) => {
    const login = { username: 'mailer', password: new Secret('s3cret') }
    const { id } = await createConfig(login)
    const stored = await SmtpConfig.findOrFail(id)
    assert.equal(stored.password?.release(), 's3cret')
  })
})
