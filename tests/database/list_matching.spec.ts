import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig, accountScope } from '#smtp_admin'
import { createConfig } from '#tests/helpers/db/configs'
import { WHOLE_LIST, type ListQuery } from '../../app/smtp_admin/admin/configs/list_query.js'
import { matching } from '../../app/smtp_admin/admin/configs/matching.js'

async function namesOf(asked: Partial<ListQuery>) {
  const rows = await matching({ ...WHOLE_LIST, ...asked })
  const configs = await rows().orderBy('name')
  return configs.map(({ name }) => name)
}

test.group('The rows that a list matches', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('have every term somewhere in name, host, username or sender', async ({ assert }) => {
    await createConfig({ name: 'Alpha', host: 'mail.hanna.example', fromEmail: 'a@shop.example' })
    await createConfig({ name: 'Beta hanna', host: 'smtp.example.com' })
    const login = { username: 'hanna@example.com', password: 'x' }
    await createConfig({ name: 'Gamma', host: 'mail.example.com', ...login })
    await createConfig({ name: 'Delta', notes: 'hanna mail', host: 'relay.example.com' })

    assert.deepEqual(await namesOf({ search: 'hanna' }), ['Alpha', 'Beta hanna', 'Gamma'])
    assert.deepEqual(await namesOf({ search: 'hanna mail' }), ['Alpha', 'Gamma'])
    assert.deepEqual(await namesOf({ search: 'shop "mail.hanna"' }), ['Alpha'])
    assert.deepEqual(await namesOf({ search: '"hanna mail"' }), [])
  })

  test('are found whatever the case, in any alphabet', async ({ assert }) => {
    await createConfig({ name: 'BÜRO Ost' })
    await createConfig({ name: 'Überweisungen für Büros' })
    await createConfig({ name: 'Buro' })
    await createConfig({ name: 'ПОЧТА' })

    assert.deepEqual(await namesOf({ search: 'büro' }), ['BÜRO Ost', 'Überweisungen für Büros'])
    assert.deepEqual(await namesOf({ search: 'ÜBERWEISUNGEN FÜR' }), ['Überweisungen für Büros'])
    assert.deepEqual(await namesOf({ search: 'почта' }), ['ПОЧТА'])
    assert.deepEqual(await namesOf({ search: 'bURO' }), ['Buro'])
  })

  test('are found by what is typed, not by a pattern', async ({ assert }) => {
    await createConfig({ name: '100% mail' })
    await createConfig({ name: 'a_b' })
    await createConfig({ name: 'a!b' })
    await createConfig({ name: 'a\\b' })
    await createConfig({ name: 'axb 100 mail' })

    assert.deepEqual(await namesOf({ search: '0%' }), ['100% mail'])
    assert.deepEqual(await namesOf({ search: 'a_b' }), ['a_b'])
    assert.deepEqual(await namesOf({ search: 'a!b' }), ['a!b'])
    assert.deepEqual(await namesOf({ search: 'a\\b' }), ['a\\b'])
    assert.deepEqual(await namesOf({ search: "' or 1=1 --" }), [])
  })

  test('are found however an accent was typed', async ({ assert }) => {
    await createConfig({ name: 'Bu\u0308ro' })

    assert.lengthOf(await namesOf({ search: 'B\u00dcRO' }), 1)
    assert.lengthOf(await namesOf({ search: 'bu\u0308ro' }), 1)
  })

  test('are found by what they are after a save', async ({ assert }) => {
    const config = await createConfig({ name: 'Before', host: 'mail.example.com' })
    await config.merge({ name: 'After', host: 'smtp.example.net' }).save()

    assert.deepEqual(await namesOf({ search: 'after smtp.example.net' }), ['After'])
    assert.deepEqual(await namesOf({ search: 'before' }), [])
    assert.deepEqual(await namesOf({ search: 'mail.example.com' }), [])
  })

  test('are found once saved, when they were written past the model', async ({ assert }) => {
    const now = '2026-01-31 12:00:00'
    const server = { host: 'mail.example.com', port: 587, created_at: now, updated_at: now }
    await db.table('smtp_configs').insert({ id: randomUUID(), scope: 'site', name: 'A', ...server })

    assert.deepEqual(await namesOf({}), ['A'])
    assert.deepEqual(await namesOf({ filters: { status: 'untested', scope: 'site' } }), ['A'])
    assert.deepEqual(await namesOf({ search: 'mail' }), [])

    const config = await SmtpConfig.findByOrFail('name', 'A')
    await config.merge({ timeout: 20 }).save()
    assert.deepEqual(await namesOf({ search: 'mail' }), ['A'])
  })

  test('are those of every filter that is on', async ({ assert }) => {
    await createConfig({ name: 'A', isActive: true })
    await createConfig({ name: 'B', useTls: false, useSsl: true })
    await createConfig({ name: 'C', useTls: false, scope: accountScope(1), isActive: true })

    assert.deepEqual(await namesOf({ filters: { active: '1' } }), ['A', 'C'])
    assert.deepEqual(await namesOf({ filters: { active: '0' } }), ['B'])
    assert.deepEqual(await namesOf({ filters: { encryption: 'tls' } }), ['B'])
    assert.deepEqual(await namesOf({ filters: { scope: 'site' } }), ['A', 'B'])
    assert.deepEqual(await namesOf({ filters: { active: '1', scope: 'account' } }), ['C'])
    assert.deepEqual(await namesOf({ filters: { encryption: 'none' }, search: 'c' }), ['C'])
  })
})
