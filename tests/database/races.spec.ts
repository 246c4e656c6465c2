import { test } from '@japa/runner'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import { Child } from '../helpers/process/app.js'
import { createConfig, emptyTables } from '../helpers/db/configs.js'

const PROCESSES = 4
const AT_ONCE = 20
const ROUNDS = 5

test.group('Activations at once', (group) => {
  let children: Child[]

  group.setup(async () => {
    children = await Promise.all(Array.from({ length: PROCESSES }, () => Child.start()))
    return async () => {
      await Promise.all(children.map((child) => child.stop()))
    }
  })
  group.each.setup(emptyTables)

  for (const order of ['activate', 'activateBySave'] as const) {
    test(`leave exactly one active, with no error (${order})`, async ({ assert }) => {
      const names = Array.from({ length: AT_ONCE }, (_, i) => `Server ${i}`)
      const configs = await SmtpConfig.createMany(
        names.map((name) => ({ name, host: 'mail.example.com', port: 587, useTls: true }))
      )
      for (let round = 0; round < ROUNDS; round++) {
        await Promise.all(configs.map(({ id }, i) => children[i % PROCESSES].do(order, id)))
        const active = await SmtpConfig.query().where('is_active', true)
        assert.lengthOf(active, 1)
      }
    })
  }

  test('leave exactly one active in a scope that was empty', async ({ assert }) => {
    const names = Array.from({ length: AT_ONCE }, (_, i) => `Server ${i}`)
    await Promise.all(names.map((name, i) => children[i % PROCESSES].do('createActive', name)))
    const created = await SmtpConfig.query().where('scope', 'account:new')
    assert.lengthOf(created, AT_ONCE)
    assert.lengthOf(
      created.filter((config) => config.isActive),
      1
    )
  })

  test('write as many activations into the history as there were', async ({ assert }) => {
    const configs = await Promise.all(
      Array.from({ length: PROCESSES }, (_, i) => createConfig({ name: `Server ${i}` }))
    )
    await SmtpHistory.query().delete()
    await Promise.all(configs.map(({ id }, i) => children[i].do('activate', id)))
    const entries = await SmtpHistory.all()
    const count = (action: string) => entries.filter((entry) => entry.action === action).length
    assert.equal(count('activated'), PROCESSES)
    assert.equal(count('deactivated'), PROCESSES - 1)
  })
})
