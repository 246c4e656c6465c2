import { test } from '@japa/runner'
import { createUser } from '#tests/helpers/db/users'
import { LIST } from '#tests/helpers/html/admin_pages'
import { dropTables } from '#tests/helpers/db/tables'
import { mainText } from '#tests/helpers/html/page'

test.group('Before the tables are made', (group) => {
  group.tap((it) => it.tags(['@db']))
  test('the pages say which command makes them', async ({ client, assert }) => {
    const administrator = await createUser()
    await dropTables()

    const response = await client.get(LIST).loginAs(administrator)

    response.assertStatus(500)
    assert.include(mainText(response.text()), 'tables do not exist yet. Run')
  })
})
