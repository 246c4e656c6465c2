import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { accountScope } from '#smtp_admin'
import { countRows } from '../../app/smtp_admin/admin/configs/counts.js'
import { type ListQuery, WHOLE_LIST } from '../../app/smtp_admin/admin/configs/list_query.js'
import { statusExpression } from '../../app/smtp_admin/diagnostics/status_sql.js'
import { createConfig, createConfigWithLogin, emptyTables } from '../helpers/db/configs.js'
import { createConfigIn } from '../helpers/db/tested_configs.js'

async function countsOf(asked: Partial<ListQuery> = {}) {
  const client = db.connection()
  return countRows({ ...WHOLE_LIST, ...asked }, await statusExpression(client), client)
}

test.group('The counts of a list', (group) => {
  group.each.setup(emptyTables)

  test('are those of each value, by the search and the other filters', async ({ assert }) => {
    await createConfigIn('working', { name: 'Alpha one', isActive: true })
    await createConfigIn('working', { name: 'Alpha two', useTls: false, useSsl: true })
    await createConfigIn('unreadable', { name: 'Alpha three' })
    await createConfig({ name: 'Beta', scope: accountScope(7), isActive: true })

    assert.deepEqual(await countsOf({ search: 'alpha', filters: { status: 'working' } }), {
      total: 4,
      found: 2,
      facets: {
        status: { all: 3, by: { working: 2, unreadable: 1 } },
        active: { all: 2, by: { 1: 1, 0: 1 } },
        encryption: { all: 2, by: { starttls: 1, tls: 1 } },
        scope: { all: 2, by: { site: 2 } },
      },
      hasAccounts: true,
    })
  })

  test('tell apart the passwords that open, of those that do not say which key has sealed', async ({
    assert,
  }) => {
    await createConfig({ name: 'Without a password' })
    await createConfigWithLogin({ name: 'Opens' })
    await createConfigIn('unreadable', { name: 'Does not' })
    await createConfigIn('unreadable', { name: 'Does not either' })
    await db.from('smtp_configs').update({ password_key: null })

    const { facets } = await countsOf()

    assert.deepEqual(facets.status, { all: 4, by: { untested: 2, unreadable: 2 } })
  })

  test('are 0 where there is nothing', async ({ assert }) => {
    const { total, found, facets, hasAccounts } = await countsOf({ search: 'alpha' })

    assert.deepEqual({ total, found, hasAccounts }, { total: 0, found: 0, hasAccounts: false })
    assert.deepEqual(facets.status, { all: 0, by: {} })
  })
})
