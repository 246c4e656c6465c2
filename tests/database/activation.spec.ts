import { test } from '@japa/runner'
import { type Author, SmtpConfig, SmtpHistory } from '#smtp_admin'
import { createConfig, emptyTables } from '../helpers/db/configs.js'

const ADMIN: Author = { id: '7', label: 'ada@example.com', source: 'admin', ip: '192.0.2.1' }

test.group('Activation', (group) => {
  group.each.setup(emptyTables)

  test('deactivates the others of the scope, and of no other scope', async ({ assert }) => {
    const account = await createConfig({ scope: 'account:7', isActive: true })
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })

    await second.activate()
    assert.deepEqual(await activeIds(), [account.id, second.id].sort())

    first.isActive = true
    await first.refresh()
    first.isActive = true
    await first.save()
    assert.deepEqual(await activeIds(), [account.id, first.id].sort())
  })

  test('goes by what the database says, not by what was read earlier', async ({ assert }) => {
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    const secondElsewhere = await SmtpConfig.findOrFail(second.id)
    await secondElsewhere.activate()

    await first.activate()
    assert.deepEqual(await activeIds(), [first.id])
    await second.deactivate()
    assert.deepEqual(await activeIds(), [first.id])
  })

  test('does not bring back what somebody else deactivated, when something else is saved', async ({
    assert,
  }) => {
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    await second.activate()

    first.notes = 'Read before the switch'
    await first.save()
    assert.deepEqual(await activeIds(), [second.id])
  })

  test('leaves none active when the active one is deactivated or deleted', async ({ assert }) => {
    const config = await createConfig({ isActive: true })
    await config.deactivate()
    assert.isNull(await SmtpConfig.getActive())
    await config.activate()
    await config.delete()
    assert.isNull(await SmtpConfig.getActive())
  })

  test('raises the revision of both sides', async ({ assert }) => {
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    await second.activate()
    await first.refresh()
    assert.deepEqual([first.revision, second.revision], [2, 2])
  })

  test('is told by the model as text', async ({ assert }) => {
    const config = await createConfig({ isActive: true })
    assert.equal(String(config), 'Primary Mail Server - mail.example.com:587 (Active)')
  })
})

test.group('History', (group) => {
  group.each.setup(emptyTables)

  test('tells an activation for both sides, with who did it and what followed by itself', async ({
    assert,
  }) => {
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    await SmtpHistory.query().delete()

    await second.activate(ADMIN)
    const entries = await SmtpHistory.query().orderBy('id')
    assert.containSubset(
      entries.map((entry) => entry.serialize()),
      [
        {
          ...{ config_id: first.id, config_name: 'First', action: 'deactivated' },
          ...{ source: 'automatic', changes: { is_active: [true, false] } },
          ...{ actor_id: '7', actor_label: 'ada@example.com' },
        },
        {
          ...{ config_id: second.id, action: 'activated', source: 'admin', ip: '192.0.2.1' },
          ...{ changes: { is_active: [false, true] } },
        },
      ]
    )
    assert.lengthOf(entries, 2)
  })

  test('tells old and new of what was changed, and nothing of a password', async ({ assert }) => {
    const config = await createConfig({ username: 'me', password: 'first-password' })
    config.merge({ host: 'other.example.com', timeout: 20 })
    config.password = 'second-password'
    config.author = ADMIN
    await config.save()

    const entry = await SmtpHistory.query().orderBy('id', 'desc').firstOrFail()
    assert.equal(entry.action, 'changed')
    assert.deepEqual(entry.changes, {
      host: ['mail.example.com', 'other.example.com'],
      timeout: [10, 20],
      password: [null, 'replaced'],
    })
    assert.equal(config.updatedBy, 'ada@example.com')
  })

  test('outlives the configuration', async ({ assert }) => {
    const config = await createConfig()
    await config.delete()
    const actions = await SmtpHistory.query().where('config_id', config.id).orderBy('id')
    assert.deepEqual(
      actions.map((entry) => entry.action),
      ['added', 'deleted']
    )
  })

  test('is written with the change or not at all', async ({ assert }) => {
    const config = await createConfig()
    await assert.rejects(() =>
      SmtpConfig.transaction(async (trx) => {
        config.useTransaction(trx)
        await config.activate()
        throw new Error('something else went wrong')
      })
    )
    assert.lengthOf(await SmtpHistory.all(), 1)
    assert.isNull(await SmtpConfig.getActive())
  })
})

async function activeIds() {
  const active = await SmtpConfig.query().where('is_active', true)
  return active.map((config) => config.id).sort()
}
