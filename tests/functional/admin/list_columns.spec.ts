import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { LIST } from '#tests/helpers/html/admin_pages'
import { createConfig } from '#tests/helpers/db/configs'
import { useListOptions } from '#tests/helpers/html/list_pages'
import { createUser } from '#tests/helpers/db/users'
import { defineConfig } from '../../../app/smtp_admin/define_config.js'
import type { ListColumn } from '../../../app/smtp_admin/types/main.js'
import { mainIn, textIn } from '#tests/helpers/html/page'

const headersIn = (html: string) => {
  const headers = html.match(/<th\s+role="columnheader"[\s\S]*?<\/th>/g) ?? []
  return headers.map((header) => textIn(header).replace(/ [↕▲▼].*/, ''))
}

test.group('The columns of the list', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are those that the app has chosen, after status and name', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(useListOptions({ columns: ['server'] }))
    await createConfig({ name: 'Relay', isActive: true })

    const response = await client.get(LIST).loginAs(await createUser('viewer'))

    assert.deepEqual(headersIn(response.text()), ['Status', 'Name', 'Server'])
    const rows = textIn(mainIn(response.text()).split('<tbody')[1])
    assert.include(rows, 'mail.example.com:587')
    assert.notInclude(rows, 'Active')
  })

  test('that are not shown still sort the list', async ({ client, assert, cleanup }) => {
    cleanup(useListOptions({ columns: [] }))
    await createConfig({ name: 'Relay' })

    const response = await client.get(`${LIST}?o=-5`).loginAs(await createUser('viewer'))

    assert.deepEqual(headersIn(response.text()), ['Status', 'Name'])
  })

  test('are in the order of the list, however they were written', ({ assert }) => {
    const { list } = defineConfig({ list: { columns: ['updated', 'server', 'updated'] } })
    assert.deepEqual(list.columns, ['server', 'updated'])
  })

  test('can only be those that the list has', ({ assert }) => {
    const columns = ['server', 'password'] as ListColumn[]
    assert.throws(
      () => defineConfig({ list: { columns } }),
      'The "list.columns" of config/smtp_admin.ts contain "password". The columns are server, active, updated'
    )
  })
})
