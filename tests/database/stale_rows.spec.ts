import { test } from '@japa/runner'
import { errors as vineErrors } from '@vinejs/vine'
import { SmtpConfig, SmtpHistory, errors } from '#smtp_admin'
import { createConfig, createConfigWithLogin, emptyTables } from '../helpers/db/configs.js'

test.group('A row that somebody else has changed since it was read', (group) => {
  group.each.setup(emptyTables)

  test('is not activated when it is gone, and the active one stays', async ({ assert }) => {
    const active = await createConfig({ name: 'Active', isActive: true })
    const gone = await createConfig({ name: 'Gone' })
    await deleteElsewhere(gone)
    await SmtpHistory.query().delete()

    const changes = [() => gone.activate(), () => gone.delete(), () => rename(gone, 'Back')]
    for (const change of changes) {
      const error = await errorOf(change)
      assert.instanceOf(error, errors.E_SMTP_CONFIG_GONE)
    }
    const stillActive = await SmtpConfig.getActive()
    assert.equal(stillActive?.id, active.id)
    assert.isEmpty(await SmtpHistory.all())
  })

  test('keeps what they changed beside what is changed here', async ({ assert }) => {
    const mine = await createConfig()
    const theirs = await SmtpConfig.findOrFail(mine.id)
    await theirs.merge({ timeout: 30, fromEmail: 'theirs@example.com' }).save()

    await mine.merge({ notes: 'Mine' }).save()
    const stored = await SmtpConfig.findOrFail(mine.id)
    assert.containSubset(stored.serialize(), {
      ...{ timeout: 30, from_email: 'theirs@example.com', notes: 'Mine', revision: 3 },
    })
    assert.equal(mine.timeout, 30)
  })

  test('loses no column that was not read', async ({ assert }) => {
    const { id } = await createConfigWithLogin({ isActive: true, verifyCertificate: false })
    const partial = await SmtpConfig.query().select('id', 'scope', 'name').firstOrFail()
    await rename(partial, 'Renamed')

    const stored = await SmtpConfig.findOrFail(id)
    assert.containSubset(stored.serialize(), {
      ...{ name: 'Renamed', use_tls: true, is_active: true, verify_certificate: false },
      ...{ username: 'mailer@example.com', has_password: true },
    })
    assert.isTrue(stored.password?.canDecrypt())
  })

  test('is activated in its own scope, even when the scope was not read', async ({ assert }) => {
    const site = await createConfig({ isActive: true })
    const own = await createConfig({ name: 'Own', scope: 'account:7' })
    const partial = await SmtpConfig.query().select('id', 'name').where('id', own.id).firstOrFail()
    await partial.activate()

    const active = await SmtpConfig.query().where('is_active', true).orderBy('scope')
    assert.deepEqual(
      active.map(({ id }) => id),
      [own.id, site.id]
    )
  })

  test('does not mix two encryptions, and says so as for one editor', async ({ assert }) => {
    const mine = await createConfig({ useTls: false })
    const theirs = await SmtpConfig.findOrFail(mine.id)
    await theirs.merge({ useTls: true }).save()
    const error = await errorOf(() => mine.merge({ useSsl: true }).save())
    assert.instanceOf(error, vineErrors.E_VALIDATION_ERROR)
  })

  test('does not send a new password to a server that it was not entered for', async ({
    assert,
  }) => {
    const mine = await createConfigWithLogin()
    const theirs = await SmtpConfig.findOrFail(mine.id)
    await theirs.merge({ host: 'theirs.example.com', password: 'for-their-server' }).save()

    const error = await errorOf(() => mine.merge({ port: 2525, password: 'for-my-server' }).save())
    assert.instanceOf(error, vineErrors.E_VALIDATION_ERROR)
    const stored = await SmtpConfig.findOrFail(mine.id)
    assert.equal(`${stored.host}:${stored.port}`, 'theirs.example.com:587')
    assert.equal(stored.password?.release(), 'for-their-server')
  })

  test('stays in its scope', async ({ assert }) => {
    const config = await createConfig()
    const error = await errorOf(() => config.merge({ scope: 'account:7' }).save())
    assert.instanceOf(error, vineErrors.E_VALIDATION_ERROR)
  })
})

async function deleteElsewhere({ id }: SmtpConfig) {
  const same = await SmtpConfig.findOrFail(id)
  await same.delete()
}

function rename(config: SmtpConfig, name: string) {
  return config.merge({ name }).save()
}

async function errorOf(change: () => Promise<unknown>): Promise<unknown> {
  try {
    await change()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was refused')
}
