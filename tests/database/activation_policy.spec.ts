import { test } from '@japa/runner'
import { type Author, SmtpConfig, SmtpHistory, errors } from '#smtp_admin'
import {
  type ActivationRequest,
  activate,
  deactivate,
  save,
} from '../../app/smtp_admin/actions/activation.js'
import { activeBefore, lastChange } from '../../app/smtp_admin/actions/activation_history.js'
import { Child } from '../helpers/process/app.js'
import { createConfig, emptyTables } from '../helpers/db/configs.js'
import { DOUBTFUL, createConfigIn } from '../helpers/db/tested_configs.js'

const ADMIN: Author = { id: '7', label: 'ada@example.com', source: 'admin', ip: '192.0.2.1' }
const STRICT: ActivationRequest = { policy: 'require-test', author: ADMIN }
const LENIENT: ActivationRequest = { policy: 'warn', author: ADMIN }

async function activeName(scope?: string) {
  const active = await SmtpConfig.getActive(scope)
  return active?.name ?? null
}

/** What a configuration is switched for, as it is in the database by now. */
async function fresh({ id }: SmtpConfig) {
  return SmtpConfig.findOrFail(id)
}

test.group('The policy "require-test"', (group) => {
  group.each.setup(emptyTables)

  test('activates a configuration that has passed a test', async ({ assert }) => {
    const config = await createConfigIn('working')

    const { health, before } = await activate(config, STRICT)

    assert.equal(health.state, 'working')
    assert.isNull(before)
    assert.equal(await activeName(), config.name)
  })

  for (const state of DOUBTFUL) {
    test(`refuses a configuration that is ${state}, and changes nothing`, async ({ assert }) => {
      const active = await createConfig({ name: 'Active', isActive: true })
      const config = await createConfigIn(state)
      const entries = await SmtpHistory.all()

      await assert.rejects(() => activate(config, STRICT), /was not made active: it/)

      assert.equal(await activeName(), active.name)
      const { revision } = await fresh(config)
      assert.equal(revision, config.revision)
      assert.lengthOf(await SmtpHistory.all(), entries.length)
    })

    test(`activates a configuration that is ${state} with a reason, and keeps the reason`, async ({
      assert,
    }) => {
      const config = await createConfigIn(state)

      const { health } = await activate(config, { ...STRICT, reason: 'The old one is down' })

      assert.equal(health.state, state)
      const entry = await SmtpHistory.query().orderBy('id', 'desc').firstOrFail()
      assert.containSubset(entry.$attributes, { action: 'activated', actorLabel: ADMIN.label })
      assert.deepEqual(entry.changes, {
        is_active: [false, true],
        reason: [null, 'The old one is down'],
      })
    })
  }

  test('checks the stored settings, not those that were read before', async ({ assert }) => {
    const config = await createConfigIn('working')
    const elsewhere = await fresh(config)
    await elsewhere.merge({ host: 'other.example.com' }).save()

    await assert.rejects(() => activate(config, STRICT), /has been changed since its latest test/)
  })

  test('does not count a reason that was given for another revision', async ({ assert }) => {
    const config = await createConfig()
    const { revision } = config
    const elsewhere = await fresh(config)
    await elsewhere.merge({ host: 'other.example.com' }).save()

    const request = { ...STRICT, reason: 'I know this server', revision }
    await assert.rejects(() => activate(config, request), /has not been tested/)
    await activate(config, { ...request, revision: revision + 1 })

    assert.equal(await activeName(), config.name)
  })

  test('does not count a test of an account for another one of the same settings', async ({
    assert,
  }) => {
    await createConfigIn('working', { scope: 'account:7' })
    const own = await createConfig({ scope: 'account:8' })
    await assert.rejects(() => activate(own, STRICT), /has not been tested/)
  })

  test('does not save a configuration that would become active untested', async ({ assert }) => {
    const added = new SmtpConfig().merge({ ...valuesOf('Added'), isActive: true })
    const tested = await createConfigIn('working', { name: 'Tested' })
    const changed = await fresh(tested)
    changed.merge({ host: 'other.example.com', isActive: true })

    for (const config of [added, changed]) {
      await assert.rejects(() => save(config, STRICT), /has not been tested|has been changed since/)
    }

    assert.isNull(await SmtpConfig.findBy('name', 'Added'))
    const stored = await fresh(tested)
    assert.containSubset(stored.$attributes, { host: tested.host, isActive: false, revision: 1 })
  })

  test('activates with a new name, because the test is of the connection', async ({ assert }) => {
    const config = await createConfigIn('working')
    await save(config.merge({ name: 'Renamed', isActive: true }), STRICT)
    assert.equal(await activeName(), 'Renamed')
  })

  test('lets the active one be changed, and tells that its test is of another connection', async ({
    assert,
  }) => {
    const config = await createConfigIn('working', { isActive: true })

    const { health } = await save(config.merge({ host: 'other.example.com' }), STRICT)

    assert.equal(health.state, 'stale')
    assert.equal(await activeName(), config.name)
  })

  test('is for people: code is not held up', async ({ assert }) => {
    const config = await createConfig()
    await config.activate()
    assert.equal(await activeName(), config.name)
  })
})

test.group('The policy "warn"', (group) => {
  group.each.setup(emptyTables)

  for (const state of DOUBTFUL) {
    test(`activates a configuration that is ${state}, and returns its health`, async ({
      assert,
    }) => {
      const before = await createConfig({ name: 'Before', isActive: true })
      const config = await createConfigIn(state, { name: 'After' })

      const outcome = await activate(config, LENIENT)

      assert.equal(outcome.health.state, state)
      assert.deepEqual(outcome.before, { id: before.id, name: 'Before' })
      assert.equal(await activeName(), 'After')
    })
  }
})

test.group('Undo', (group) => {
  group.each.setup(emptyTables)

  async function switched() {
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfigIn('working', { name: 'Second' })
    await activate(second, STRICT)
    return { first, second }
  }

  test('needs neither a test nor a reason, and neither does the way forward again', async ({
    assert,
  }) => {
    const { first, second } = await switched()
    await second.merge({ timeout: 33 }).save()

    await activate(await fresh(first), { ...STRICT, undoes: second.id })
    assert.equal(await activeName(), 'First')
    await activate(await fresh(second), { ...STRICT, undoes: first.id })
    assert.equal(await activeName(), 'Second')
  })

  test('leads back from none as well', async ({ assert }) => {
    const { second } = await switched()
    await second.merge({ timeout: 33 }).save()

    await deactivate(second, { author: ADMIN, undoes: second.id })
    assert.isNull(await activeName())
    await activate(second, { ...STRICT, undoes: null })
    assert.equal(await activeName(), 'Second')
  })

  test('does not apply after another change', async ({ assert }) => {
    const { first, second } = await switched()
    const third = await createConfigIn('working', { name: 'Third' })
    await activate(third, STRICT)

    const ways = [
      () => activate(first, { ...LENIENT, undoes: second.id }),
      () => activate(first, { ...LENIENT, undoes: null }),
      () => deactivate(second, { author: ADMIN, undoes: second.id }),
    ]
    for (const way of ways) {
      const error = await way().catch((thrown: unknown) => thrown)
      assert.instanceOf(error, errors.E_SMTP_SWITCHED_MEANWHILE)
    }
    assert.equal(await activeName(), 'Third')
  })

  test('taken twice has one effect', async ({ assert }) => {
    const { first, second } = await switched()
    const request = { ...STRICT, undoes: second.id }
    await activate(await fresh(first), request)
    const entries = await SmtpHistory.all()

    const { before } = await activate(await fresh(first), request)

    assert.equal(before?.name, 'Second')
    assert.lengthOf(await SmtpHistory.all(), entries.length)
  })

  for (const [what, values] of Object.entries({
    'host': { host: 'other.example.com' },
    'port': { port: 2525 },
    'encryption': { useTls: false },
    'certificate check': { verifyCertificate: false },
    'timeout': { timeout: 30 },
    'EHLO hostname': { ehloName: 'app.example.com' },
    'login': { username: 'me', password: 'secret' },
  })) {
    test(`is not for another ${what} than was active`, async ({ assert }) => {
      const { first, second } = await switched()
      const elsewhere = await fresh(first)
      await elsewhere.merge(values).save()

      const error = await activate(first, { ...STRICT, undoes: second.id }).catch((it) => it)

      assert.instanceOf(error, errors.E_SMTP_TEST_REQUIRED)
    })
  }

  test('applies after a change of name or notes', async ({ assert }) => {
    const { first, second } = await switched()
    const elsewhere = await fresh(first)
    await elsewhere.merge({ name: 'Renamed', notes: '"is_active":[true,false]' }).save()
    await activate(first, { ...STRICT, undoes: second.id })
    assert.equal(await activeName(), 'Renamed')
  })

  test('applies only to the last change', async ({ assert }) => {
    const { first, second } = await switched()
    await deactivate(second, { author: ADMIN })

    const error = await activate(first, { ...STRICT, undoes: null }).catch((it) => it)

    assert.instanceOf(error, errors.E_SMTP_TEST_REQUIRED)
  })
})

test.group('The history', (group) => {
  group.each.setup(emptyTables)

  test('has the last change of a scope, and none of another', async ({ assert }) => {
    assert.isNull(await lastChange('site'))
    const first = await createConfig({ name: 'First', isActive: true })
    assert.containSubset(await lastChange('site'), { from: null, to: { name: 'First' } })

    const second = await createConfig({ name: 'Second' })
    await second.activate(ADMIN)
    await createConfig({ name: 'Own', scope: 'account:7', isActive: true })
    await second.merge({ notes: 'Not a switch', name: 'Renamed' }).save()
    assert.containSubset(await lastChange('site'), {
      ...{ from: { id: first.id, name: 'First' }, to: { id: second.id, name: 'Second' } },
      by: 'ada@example.com',
    })

    await second.delete()
    assert.containSubset(await lastChange('site'), { from: { id: second.id }, to: null })
    assert.deepEqual(await activeBefore(second), { id: first.id, name: 'First' })
  })

  test('does not mistake notes for a change', async ({ assert }) => {
    const config = await createConfig({ name: 'First', isActive: true })
    await createConfig({ name: 'Other', notes: '{"is_active":[false,true]}' })
    assert.containSubset(await lastChange('site'), { to: { id: config.id } })
  })
})

const ROUNDS = 40

test.group('A change during an activation', (group) => {
  group.each.setup(emptyTables)

  test('never lets settings become active that no test is of', async ({ assert }) => {
    const other = await Child.start()
    for (let round = 0; round < ROUNDS; round++) {
      await emptyTables()
      const config = await createConfigIn('working')

      const [activation] = await Promise.allSettled([
        activate(config, STRICT),
        other.do('changeHost', config.id),
      ])

      const entries = await SmtpHistory.query().orderBy('id')
      const actions = entries.map(({ action }) => action)
      if (activation.status === 'fulfilled') {
        assert.deepEqual(actions, ['added', 'activated', 'changed'])
      } else {
        assert.instanceOf(activation.reason, errors.E_SMTP_TEST_REQUIRED)
        assert.deepEqual(actions, ['added', 'changed'])
      }
    }
    await other.stop()
  }).timeout(120_000)

  test('never lets two ways back be taken from one place', async ({ assert }) => {
    const first = await createConfig({ name: 'First', isActive: true })
    const second = await createConfig({ name: 'Second' })
    const third = await createConfig({ name: 'Third' })
    await third.activate()

    const request = { ...LENIENT, undoes: third.id }
    const ways = await Promise.allSettled([activate(first, request), activate(second, request)])

    const taken = ways.filter(({ status }) => status === 'fulfilled')
    assert.lengthOf(taken, 1)
  })
})

function valuesOf(name: string) {
  return { name, host: 'mail.example.com', port: 587, useTls: true }
}
