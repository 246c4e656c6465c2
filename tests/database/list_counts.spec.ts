import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { accountScope } from '#smtp_admin'
import { countFacets } from '../../app/smtp_admin/admin/configs/facets.js'
import { DEFAULT_LIST, type ListParams } from '../../app/smtp_admin/admin/configs/list_params.js'
import { ListQuery } from '../../app/smtp_admin/admin/configs/list_sql.js'
import { createConfig, createConfigWithLogin, emptyTables } from '../helpers/db/configs.js'
import { createConfigIn } from '../helpers/db/tested_configs.js'

async function countList(changes: Partial<ListParams> = {}) {
  const params = { ...DEFAULT_LIST, ...changes }
  return countFacets(params, await ListQuery.prepare(params))
}

test.group('The facet counts of the list', (group) => {
  group.each.setup(emptyTables)

  test('count each value, given the search and the other filters', async ({ assert }) => {
    await createConfigIn('working', { name: 'Alpha one', isActive: true })
    await createConfigIn('working', { name: 'Alpha two', useTls: false, useSsl: true })
    await createConfigIn('unreadable', { name: 'Alpha three' })
    await createConfig({ name: 'Beta', scope: accountScope(7), isActive: true })

    assert.deepEqual(await countList({ search: 'alpha', filters: { status: 'working' } }), {
      total: 4,
      found: 2,
      filters: {
        status: { all: 3, counts: { working: 2, unreadable: 1 } },
        active: { all: 2, counts: { 1: 1, 0: 1 } },
        encryption: { all: 2, counts: { starttls: 1, tls: 1 } },
        scope: { all: 2, counts: { site: 2 } },
      },
      hasAccounts: true,
    })
  })

  test('find unreadable passwords among those with an unknown key', async ({ assert }) => {
    await createConfig({ name: 'Without a password' })
    await createConfigWithLogin({ name: 'Opens' })
    await createConfigIn('unreadable', { name: 'Does not' })
    await createConfigIn('unreadable', { name: 'Does not either' })
    await db.from('smtp_configs').update({ encryption_key_id: null })

    const { filters } = await countList()

    assert.deepEqual(filters.status, { all: 4, counts: { untested: 2, unreadable: 2 } })
  })

  test('are 0 without configurations', async ({ assert }) => {
    const { total, found, filters, hasAccounts } = await countList({ search: 'alpha' })

    assert.deepEqual({ total, found, hasAccounts }, { total: 0, found: 0, hasAccounts: false })
    assert.deepEqual(filters.status, { all: 0, counts: {} })
  })
})
