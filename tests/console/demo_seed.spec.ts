import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import testUtils from '@adonisjs/core/services/test_utils'
import DemoSeed from '../../app/commands/demo_seed.js'
import Order from '#models/order'
import { createUser } from '#tests/helpers/db/users'

test.group('demo:seed', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  test('gives the first user three orders, however often it runs', async ({ assert }) => {
    const first = await createUser()
    await createUser()

    for (let run = 0; run < 2; run++) {
      const command = await ace.create(DemoSeed, [])
      await command.exec()
      command.assertSucceeded()
    }

    const orders = await Order.all()
    assert.deepEqual(
      orders.map((order) => order.userId),
      [first.id, first.id, first.id]
    )
  })

  test('says what to do first when there is no user', async () => {
    const command = await ace.create(DemoSeed, [])
    await command.exec()

    command.assertExitCode(1)
    command.assertLogMatches(/node ace user:create/, 'stderr')
  })
})
