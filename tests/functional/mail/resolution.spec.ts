import { test } from '@japa/runner'
import { en, format } from '../../../app/smtp_admin/i18n/format.js'
import { emptyTables } from '../../helpers/db/configs.js'
import { TestMailer, refusalOf } from '../../helpers/smtp/mailer.js'
import { ScriptedServer } from '../../helpers/smtp/scripted_server.js'
import { activateServer, storeServer } from '../../helpers/smtp/stored_servers.js'

test.group('Which server a mail goes through', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(emptyTables)

  test('the account’s, then the site’s, then the environment’s, then none', async ({ assert }) => {
    const { account, site, environment } = await startServers()
    const ofAccount = await activateServer(account, { scope: 'account:7', name: 'Own' })
    const ofSite = await activateServer(site, { name: 'Site' })
    const mailer = await TestMailer.create({ fallback: environment.address })

    await mailer.send('1', 7)
    await ofAccount.deactivate()
    await mailer.send('2', 7)
    await ofSite.deactivate()
    await mailer.send('3', 7)

    assert.deepEqual(account.subjects, ['1'])
    assert.deepEqual(site.subjects, ['2'])
    assert.deepEqual(environment.subjects, ['3'])
  })

  test('none at all: an error that gives the status, every reason and what to do', async ({
    assert,
  }) => {
    const mailer = await TestMailer.create()
    const refusal = await refusalOf(mailer.send('Hello', 7))

    assert.containSubset(refusal, { code: 'E_NO_SMTP_SERVER', status: 503 })
    assert.equal(
      refusal.message,
      'No mail server is configured. ' +
        'The account has no active SMTP configuration. ' +
        'No active SMTP configuration found in the database. ' +
        'SMTP_HOST is not set. ' +
        'Make a configuration active on the SMTP pages, or set SMTP_HOST in the environment.'
    )
  })

  test('the site’s for an account that has configurations but no active one', async ({
    assert,
  }) => {
    const { account, site } = await startServers()
    await storeServer(account, { scope: 'account:7', name: 'Own' })
    await activateServer(site)
    const mailer = await TestMailer.create()
    await mailer.send('Hello', 7)
    assert.deepEqual(site.subjects, ['Hello'])
    assert.equal(account.connections, 0)
  })

  test('never another account’s, whatever the account is called', async ({ assert }) => {
    const { account, site } = await startServers()
    for (const id of ['1', '2', 'a', 'A', 'site', 'account:1']) {
      await activateServer(account, { scope: `account:${id}` })
    }
    await activateServer(site)
    const mailer = await TestMailer.create()

    for (const id of [3, '01', '1.0', 'b', 'SITE', 'account:2', 'Account:1']) {
      await mailer.send(String(id), id)
    }
    assert.lengthOf(site.messages, 7)
    assert.equal(account.connections, 0)
  })

  test('none for an account id that is none', async ({ assert }) => {
    const { site } = await startServers()
    await activateServer(site)
    const mailer = await TestMailer.create()
    for (const id of ['', '1,site', "1' or '1'='1", '7 ', 'ä']) {
      const refusal = await refusalOf(mailer.send('Hello', id))
      assert.equal(refusal.code, 'E_INVALID_SMTP_ACCOUNT')
    }
    assert.equal(site.connections, 0)
  })

  test('explains every step, the ones not taken as well', async ({ assert }) => {
    const { account, site, environment } = await startServers()
    await activateServer(account, { scope: 'account:7', name: 'Own' })
    await activateServer(site, { name: 'Site' })
    const { services } = await TestMailer.create({ fallback: environment.address })
    const { steps } = await services.resolver.resolve(7)

    const explained = steps.map(({ message, ...step }) => ({
      ...step,
      sentence: format(en, message),
    }))
    assert.deepEqual(explained, [
      {
        source: 'account',
        state: 'selected',
        sentence: `Own (127.0.0.1:${account.port}) is the active configuration of the account.`,
      },
      {
        source: 'site',
        state: 'standby',
        sentence: `Site (127.0.0.1:${site.port}) is the active configuration in the database.`,
      },
      {
        source: 'environment',
        state: 'standby',
        sentence: `SMTP_HOST is set to 127.0.0.1:${environment.port}.`,
      },
    ])
  })

  test('none in the environment when its settings cannot be used, and says which', async ({
    assert,
  }) => {
    const mailer = await TestMailer.create({
      fallback: { host: '127.0.0.1', port: 70_000, useTls: true, useSsl: true },
    })
    const refusal = await refusalOf(mailer.send())
    assert.include(refusal.message, 'The SMTP settings in the environment are invalid.')
    assert.include(refusal.message, 'SMTP_PORT: Enter a port from 1 to 65535')
    assert.include(refusal.message, 'SMTP_USE_TLS, SMTP_USE_SSL: Choose either STARTTLS')
  })
})

async function startServers() {
  const [account, site, environment] = await Promise.all([
    ScriptedServer.start(),
    ScriptedServer.start(),
    ScriptedServer.start(),
  ])
  return { account, site, environment }
}
