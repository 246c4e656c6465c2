import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { SmtpConfig } from '#smtp_admin'
import { emptyTables } from '../helpers/db/configs.js'

const REFUSED: Record<string, Record<string, unknown>> = {
  'port 0': { port: 0 },
  'port 65536': { port: 65536 },
  'timeout 0': { timeout: 0 },
  'timeout 301': { timeout: 301 },
  'TLS and SSL both on': { use_tls: true, use_ssl: true },
  'a host with a path': { host: 'mail.example.com/inbox' },
  'a host with a login': { host: 'me@mail.example.com' },
  'a host with a space': { host: 'mail example.com' },
  'a missing host': { host: null },
}

const ONE_LINE = [
  ...['scope', 'name', 'host', 'username', 'from_email', 'from_name', 'reply_to', 'ehlo_name'],
  'notes',
]
const LINE_BREAKS = { 'carriage return': '\r', 'line feed': '\n' }

test.group('The database itself', (group) => {
  group.each.setup(emptyTables)

  for (const [what, values] of Object.entries(REFUSED)) {
    test(`refuses ${what}, whoever writes it`, async ({ assert }) => {
      await assert.rejects(() => insert(values))
      assert.isEmpty(await SmtpConfig.all())
    })
  }

  for (const column of ONE_LINE) {
    for (const [what, character] of Object.entries(LINE_BREAKS)) {
      test(`refuses a ${what} in ${column}, whoever writes it`, async ({ assert }) => {
        await assert.rejects(
          () => insert({ [column]: `one${character}two` }),
          new RegExp(`smtp_configs_${column}_line`)
        )
        assert.isEmpty(await SmtpConfig.all())
      })
    }
  }

  test('refuses a second active row in a scope, by insert and by update', async ({ assert }) => {
    await insert({ name: 'one', is_active: true })
    await assert.rejects(() => insert({ name: 'two', is_active: true }))
    await insert({ name: 'two', is_active: false })
    await assert.rejects(() =>
      db.from('smtp_configs').where('name', 'two').update({ is_active: true })
    )
    const active = await SmtpConfig.getActive()
    assert.equal(active?.name, 'one')
  })

  test('takes one active row in each scope and any number of inactive ones', async ({ assert }) => {
    await insert({ name: 'site', is_active: true })
    await insert({ name: 'account', scope: 'account:1', is_active: true })
    await insert({ name: 'spare' })
    await insert({ name: 'another spare' })
    assert.lengthOf(await SmtpConfig.all(), 4)
  })

  test('refuses the same name twice in a scope', async ({ assert }) => {
    await insert({})
    await assert.rejects(() => insert({}))
    await insert({ scope: 'account:1' })
  })

  test('tells scopes and names apart that differ only in case or accent', async ({ assert }) => {
    await insert({ scope: 'account:a', is_active: true })
    await insert({ scope: 'account:A', is_active: true })
    const active = await SmtpConfig.getActive('account:A')
    assert.equal(active?.scope, 'account:A')
    await insert({ name: 'Zurich' })
    await insert({ name: 'Zürich' })
  })
})

function insert({ ...values }: { name?: string; [column: string]: unknown }) {
  const now = '2026-01-31 12:00:00'
  return db.table('smtp_configs').insert({
    ...{ id: randomUUID(), scope: 'site', name: 'Raw', host: 'mail.example.com', port: 587 },
    ...{ created_at: now, updated_at: now },
    name_key: (values.name ?? 'Raw').toLowerCase(),
    ...values,
  })
}
