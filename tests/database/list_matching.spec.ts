import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig, accountScope } from '#smtp_admin'
import { createConfig } from '#tests/helpers/db/configs'
import { DEFAULT_LIST, type ListParams } from '../../app/smtp_admin/admin/configs/list_params.js'
import { ListQuery } from '../../app/smtp_admin/admin/configs/list_sql.js'

async function findNames(changes: Partial<ListParams>) {
  const list = await ListQuery.prepare({ ...DEFAULT_LIST, ...changes })
  const configs = await list.matching().orderBy('name')
  return configs.map(({ name }) => name)
}

test.group('The rows that match a list', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('contain every term in the name, host, username or from address', async ({ assert }) => {
    await createConfig({ name: 'Alpha', host: 'mail.hanna.example', fromEmail: 'a@shop.example' })
    await createConfig({ name: 'Beta hanna', host: 'smtp.example.com' })
    const login = { username: 'hanna@example.com', password: 'x' }
    await createConfig({ name: 'Gamma', host: 'mail.example.com', ...login })
    await createConfig({ name: 'Delta', notes: 'hanna mail', host: 'relay.example.com' })

    assert.deepEqual(await findNames({ search: 'hanna' }), ['Alpha', 'Beta hanna', 'Gamma'])
    assert.deepEqual(await findNames({ search: 'hanna mail' }), ['Alpha', 'Gamma'])
    assert.deepEqual(await findNames({ search: 'shop "mail.hanna"' }), ['Alpha'])
    assert.deepEqual(await findNames({ search: '"hanna mail"' }), [])
  })

  test('match in any case and alphabet', async ({ assert }) => {
    await createConfig({ name: 'BÜRO Ost' })
    await createConfig({ name: 'Überweisungen für Büros' })
    await createConfig({ name: 'Buro' })
    await createConfig({ name: 'ПОЧТА' })

    assert.deepEqual(await findNames({ search: 'büro' }), ['BÜRO Ost', 'Überweisungen für Büros'])
    assert.deepEqual(await findNames({ search: 'ÜBERWEISUNGEN FÜR' }), ['Überweisungen für Büros'])
    assert.deepEqual(await findNames({ search: 'почта' }), ['ПОЧТА'])
    assert.deepEqual(await findNames({ search: 'bURO' }), ['Buro'])
  })

  test('match literally, not as patterns', async ({ assert }) => {
    await createConfig({ name: '100% mail' })
    await createConfig({ name: 'a_b' })
    await createConfig({ name: 'a!b' })
    await createConfig({ name: 'a\\b' })
    await createConfig({ name: 'axb 100 mail' })

    assert.deepEqual(await findNames({ search: '0%' }), ['100% mail'])
    assert.deepEqual(await findNames({ search: 'a_b' }), ['a_b'])
    assert.deepEqual(await findNames({ search: 'a!b' }), ['a!b'])
    assert.deepEqual(await findNames({ search: 'a\\b' }), ['a\\b'])
    assert.deepEqual(await findNames({ search: "' or 1=1 --" }), [])
  })

  test('match accents in composed and decomposed form', async ({ assert }) => {
    await createConfig({ name: 'Bu\u0308ro' })

    assert.lengthOf(await findNames({ search: 'B\u00dcRO' }), 1)
    assert.lengthOf(await findNames({ search: 'bu\u0308ro' }), 1)
  })

  test('match their values after a save', async ({ assert }) => {
    const config = await createConfig({ name: 'Before', host: 'mail.example.com' })
    await config.merge({ name: 'After', host: 'smtp.example.net' }).save()

    assert.deepEqual(await findNames({ search: 'after smtp.example.net' }), ['After'])
    assert.deepEqual(await findNames({ search: 'before' }), [])
    assert.deepEqual(await findNames({ search: 'mail.example.com' }), [])
  })

  test('match a search after a save, when they were inserted without the model', async ({
    assert,
  }) => {
    const now = '2026-01-31 12:00:00'
    const server = { host: 'mail.example.com', port: 587, created_at: now, updated_at: now }
    await db
      .table('smtp_configs')
      .insert({ id: randomUUID(), scope: 'site', name: 'A', name_key: 'a', ...server })

    assert.deepEqual(await findNames({}), ['A'])
    assert.deepEqual(await findNames({ filters: { status: 'untested', scope: 'site' } }), ['A'])
    assert.deepEqual(await findNames({ search: 'mail' }), [])

    const config = await SmtpConfig.findByOrFail('name', 'A')
    await config.merge({ timeout: 20 }).save()
    assert.deepEqual(await findNames({ search: 'mail' }), ['A'])
  })

  test('match every filter', async ({ assert }) => {
    await createConfig({ name: 'A', isActive: true })
    await createConfig({ name: 'B', useTls: false, useSsl: true })
    await createConfig({ name: 'C', useTls: false, scope: accountScope(1), isActive: true })

    assert.deepEqual(await findNames({ filters: { active: '1' } }), ['A', 'C'])
    assert.deepEqual(await findNames({ filters: { active: '0' } }), ['B'])
    assert.deepEqual(await findNames({ filters: { encryption: 'tls' } }), ['B'])
    assert.deepEqual(await findNames({ filters: { scope: 'site' } }), ['A', 'B'])
    assert.deepEqual(await findNames({ filters: { active: '1', scope: 'account' } }), ['C'])
    assert.deepEqual(await findNames({ filters: { encryption: 'none' }, search: 'c' }), ['C'])
  })
})
