import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { SmtpConfig, SmtpTestRun } from '#smtp_admin'
import { type HealthState, healthOf } from '../../app/smtp_admin/diagnostics/health.js'
import { statusExpression } from '../../app/smtp_admin/diagnostics/status_sql.js'
import { pruneTestRuns } from '../../app/smtp_admin/models/smtp_test_run.js'
import { createConfig, createConfigWithLogin, emptyTables } from '../helpers/db/configs.js'
import { NEW_KEY, OLD_KEY, useKeys } from '../helpers/db/secret_boxes.js'
import { createConfigIn, recordTest } from '../helpers/db/tested_configs.js'

/** How a configuration came to be as it is, and what that is. */
const CASES: Record<string, [HealthState, (name: string) => Promise<unknown>]> = {
  'never tested': ['untested', (name) => createConfig({ name })],
  'with a login': ['untested', (name) => createConfigWithLogin({ name })],
  'passed': ['working', (name) => createConfigIn('working', { name })],
  'failed': ['failing', (name) => createConfigIn('failing', { name })],
  'changed since': ['stale', (name) => createConfigIn('stale', { name })],
  'of an account': [
    'working',
    (name) => createConfigIn('working', { name, scope: 'account:7', isActive: true }),
  ],
  'failed at last': ['failing', (name) => tested(name, 'passed', 'failed')],
  'passed at last': ['working', (name) => tested(name, 'failed', 'passed')],
  'cut off at last': ['working', (name) => tested(name, 'passed', 'cancelled')],
  'cut off only': ['untested', (name) => tested(name, 'cancelled')],
  'tested with unsaved values': [
    'untested',
    async (name) => testUnsaved(await createConfig({ name }), 1),
  ],
  'tested too long ago': [
    'untested',
    async (name) => {
      const { id } = await tested(name, 'passed')
      const runs = db.from('smtp_test_runs').where('config_id', id)
      await runs.update({ created_at: '2020-02-20 12:00:00' })
      await pruneTestRuns(null)
    },
  ],
  'tested many times with unsaved values since': [
    'untested',
    async (name) => {
      const config = await tested(name, 'passed')
      await testUnsaved(config, 60)
      await pruneTestRuns(config.id)
    },
  ],
  'renamed and switched on since': [
    'working',
    async (name) => {
      const config = await tested('Before', 'passed')
      await config.merge({ name, isActive: true }).save()
    },
  ],
  'switched off by another one': [
    'working',
    async (name) => {
      await createConfigIn('working', { name, scope: 'account:8', isActive: true })
      await createConfig({ name: 'The other one', scope: 'account:8', isActive: true })
    },
  ],
  'changed and tested again': [
    'working',
    async (name) => {
      const config = await createConfigIn('stale', { name })
      await recordTest(config)
    },
  ],
  'with another password since': [
    'stale',
    async (name) => {
      const config = await createConfigWithLogin({ name })
      await recordTest(config)
      await config.merge({ password: 'another one' }).save()
    },
  ],
  'without its login since': [
    'stale',
    async (name) => {
      const config = await createConfigWithLogin({ name })
      await recordTest(config)
      await config.merge({ username: null, password: null }).save()
    },
  ],
  'that cannot be opened': ['unreadable', (name) => createConfigIn('unreadable', { name })],
  'that passed and cannot be opened': [
    'unreadable',
    async (name) => recordTest(await createConfigIn('unreadable', { name })),
  ],
  'opened although no mark says so': [
    'working',
    async (name) => {
      const config = await createConfigWithLogin({ name })
      await recordTest(config)
      await withoutMark(config)
    },
  ],
  'that cannot be opened and has no mark': [
    'unreadable',
    async (name) => withoutMark(await createConfigIn('unreadable', { name })),
  ],
  'that cannot be opened, with a new password': [
    'untested',
    async (name) => {
      const config = await createConfigIn('unreadable', { name })
      await config.merge({ password: 'a new one' }).save()
    },
  ],
}

async function tested(name: string, ...verdicts: SmtpTestRun['verdict'][]) {
  const config = await createConfig({ name })
  for (const verdict of verdicts) {
    await recordTest(config, verdict)
  }
  return config
}

/** Tests of other values than those that are stored. */
async function testUnsaved(config: SmtpConfig, times: number) {
  const { $attributes: values } = await recordTest(config, 'cancelled')
  const unsaved = { ...values, id: undefined, revision: null, verdict: 'failed' as const }
  await SmtpTestRun.createMany(Array.from({ length: times }, () => unsaved))
}

function withoutMark({ id }: SmtpConfig) {
  return db.from('smtp_configs').where('id', id).update({ encryption_key_id: null })
}

/** What the database says of the rows, by their names. */
async function statuses(): Promise<Record<string, string>> {
  const { sql, bindings } = await statusExpression(db.connection())
  const rows = await db.from('smtp_configs').select('name', db.raw(`${sql} as status`, bindings))
  return Object.fromEntries(rows.map(({ name, status }) => [name, status]))
}

test.group('The status of a configuration in SQL', (group) => {
  group.each.setup(emptyTables)

  for (const [what, [state, make]] of Object.entries(CASES)) {
    test(`is ${state} for one ${what}, as it is for a page`, async ({ assert }) => {
      await make(what)

      const found = await statuses()
      const configs = await SmtpConfig.all()
      const healths = await healthOf(configs)

      assert.equal(found[what], state)
      assert.deepEqual(
        found,
        Object.fromEntries(configs.map(({ id, name }) => [name, healths.get(id)!.state]))
      )
    })
  }

  test('is that of the keys which the app has by now', async ({ assert }) => {
    useKeys(OLD_KEY)
    await createConfigWithLogin({ name: 'Of the old key' })
    useKeys(NEW_KEY, OLD_KEY)
    await createConfigWithLogin({ name: 'Of the new key' })

    assert.deepEqual(await statuses(), {
      'Of the old key': 'untested',
      'Of the new key': 'untested',
    })
    useKeys(NEW_KEY)
    assert.deepEqual(await statuses(), {
      'Of the old key': 'unreadable',
      'Of the new key': 'untested',
    })
  })

  test('can be filtered by, sorted by and counted', async ({ assert }) => {
    await createConfigIn('failing', { name: 'Failing' })
    await createConfigIn('unreadable', { name: 'Unreadable' })
    await createConfigIn('working', { name: 'Working' })
    await createConfigIn('working', { name: 'Working too' })
    const { sql, bindings } = await statusExpression(db.connection())
    const withStatus = () =>
      db
        .from('smtp_configs')
        .select('name', db.raw(`${sql} as status`, bindings))
        .as('listed')

    const working = await SmtpConfig.query()
      .whereRaw(`${sql} = ?`, [...bindings, 'working'])
      .orderBy('name')
    const sorted = await SmtpConfig.query().orderByRaw(`${sql} desc`, bindings).orderBy('name')
    const counts = await db
      .from(withStatus())
      .select('status')
      .groupBy('status')
      .orderBy('status')
      .count('* as total')

    assert.deepEqual(
      working.map(({ name }) => name),
      ['Working', 'Working too']
    )
    assert.deepEqual(
      sorted.map(({ name }) => name),
      ['Working', 'Working too', 'Unreadable', 'Failing']
    )
    assert.deepEqual(
      counts.map(({ status, total }) => [status, Number(total)]),
      [
        ['failing', 1],
        ['unreadable', 1],
        ['working', 2],
      ]
    )
  })
})
