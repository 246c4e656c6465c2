import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { SmtpConfig } from '#smtp_admin'
import { configCandidate } from '../../app/smtp_admin/resolution/candidate.js'
import { Child } from '../helpers/process/app.js'
import { KNOWN_SECRET, createConfigWithLogin, emptyTables } from '../helpers/db/configs.js'
import { TestMailer, refusalOf } from '../helpers/smtp/mailer.js'
import { ScriptedServer } from '../helpers/smtp/scripted_server.js'
import { activateServer, storeServer } from '../helpers/smtp/stored_servers.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

const TAKES_LOGIN = { EHLO: '250-test.example\r\n250 AUTH PLAIN', AUTH: '235 Welcome' }

/** Ways to alter a row past the app, each of which would send the password somewhere else. */
const ALTERATIONS: Record<string, object> = {
  'host': { host: 'localhost' },
  'port': { port: 2525 },
  'encryption': { use_tls: true },
  'username': { username: 'somebody@example.com' },
  'certificate check': { verify_certificate: false },
  'scope': { scope: 'account:7' },
}

test.group('A password that does not open', (group) => {
  group.each.setup(emptyTables)

  for (const [what, columns] of Object.entries(ALTERATIONS)) {
    test(`because the ${what} was altered past the app is never sent`, async ({ assert }) => {
      const [stored, environment] = await startServers()
      const config = await activateServer(stored, LOGIN)
      const mailer = await TestMailer.create({ fallback: environment.address })
      await mailer.send('Before')
      const { connections } = stored
      await alter(config, columns)

      await mailer.send('After', 7)
      assert.deepEqual(stored.subjects, ['Before'])
      assert.equal(stored.connections, connections)
      assert.deepEqual(environment.subjects, ['After'])
      assert.match(
        mailer.log.lines.at(-1)!,
        /^warn: .*The stored password of Primary Mail Server \(.+\) cannot be decrypted\. Enter it again\./
      )
    })
  }

  test('because it was sealed for another row is never sent', async ({ assert }) => {
    const [stored, environment] = await startServers()
    const other = await storeServer(stored, { ...LOGIN, name: 'Other', password: 'another' })
    const config = await activateServer(stored, LOGIN)
    const mailer = await TestMailer.create({ fallback: environment.address })
    await mailer.send('Before')
    await alter(config, { password: other.sealedPassword })
    await mailer.send('After')

    assert.deepEqual(stored.subjects, ['Before'])
    assert.deepEqual(environment.subjects, ['After'])
  })

  test('because it was taken out past the app leaves no connection without login', async ({
    assert,
  }) => {
    const [stored, environment] = await startServers()
    const config = await activateServer(stored, LOGIN)
    await alter(config, { password: null })
    const mailer = await TestMailer.create({ fallback: environment.address })
    await mailer.send()

    assert.equal(stored.connections, 0)
    assert.deepEqual(environment.subjects, ['Hello'])
    assert.match(mailer.log.lines[0], /^warn: The stored password of .+ Enter it again\./)
  })

  test('of an account leaves the site’s server, and never a connection without login', async ({
    assert,
  }) => {
    const [own, site] = await startServers()
    const config = await activateServer(own, { ...LOGIN, scope: 'account:7', name: 'Own' })
    await activateServer(site, { name: 'Site' })
    await alter(config, { password: 'gcm.v1:not.what.it-was' })
    const mailer = await TestMailer.create()
    await mailer.send('Hello', 7)

    assert.equal(own.connections, 0)
    assert.deepEqual(site.subjects, ['Hello'])
    assert.match(mailer.log.text, /"level":40.+password of Own .+ Using Site/)
  })

  test('is an error that names the configuration, for whoever releases it', async ({ assert }) => {
    const { id } = await createConfigWithLogin()
    await alter(await SmtpConfig.findOrFail(id), { host: 'evil.example.com' })
    const { password, hasPassword } = await SmtpConfig.findOrFail(id)

    assert.isTrue(hasPassword)
    assert.isFalse(password?.canDecrypt())
    const refusal = await refusalOf((async () => password!.release())())
    assert.equal(refusal.code, 'E_SMTP_PASSWORD_UNREADABLE')
    assert.match(refusal.message, /password of "Primary Mail Server" cannot be decrypted/)
  })

  test('is that error when its server is used all the same', async ({ assert }) => {
    const [stored] = await startServers()
    const { id } = await storeServer(stored, LOGIN)
    await alter(await SmtpConfig.findOrFail(id), { username: 'somebody@example.com' })
    const { services } = await TestMailer.create()
    const candidate = configCandidate(await SmtpConfig.findOrFail(id))
    const refusal = await refusalOf((async () => services.pools.use(candidate, async () => null))())
    assert.equal(refusal.code, 'E_SMTP_PASSWORD_UNREADABLE')
    assert.equal(stored.connections, 0)
  })

  test('and nothing else to use: an error that says what to do', async ({ assert }) => {
    const [stored] = await startServers()
    await alter(await activateServer(stored, LOGIN), { host: 'localhost' })
    const mailer = await TestMailer.create()
    const { code, message } = await refusalOf(mailer.send())
    assert.equal(code, 'E_NO_SMTP_SERVER')
    assert.include(message, 'cannot be decrypted. Enter it again.')
  })

  test('opens again when it is entered again', async ({ assert }) => {
    const [stored, environment] = await startServers()
    const config = await activateServer(stored, LOGIN)
    await alter(config, { password: 'gcm.v1:not.what.it-was' })
    const mailer = await TestMailer.create({ fallback: environment.address })
    await mailer.send('Before')

    const again = await SmtpConfig.findOrFail(config.id)
    await again.merge({ password: KNOWN_SECRET }).save()
    await mailer.send('After')
    assert.deepEqual(environment.subjects, ['Before'])
    assert.deepEqual(stored.subjects, ['After'])
  })

  test('because APP_KEY is another leaves the environment’s server', async ({ assert }) => {
    const [stored, environment] = await startServers()
    await activateServer(stored, LOGIN)
    const { host, port } = environment
    const child = await Child.start({
      APP_KEY: 'another-key-for-tests-0123456789abcdef',
      SMTP_HOST: host,
      SMTP_PORT: String(port),
    })
    await child.do('send', 'Hello')
    await child.stop()

    assert.equal(stored.connections, 0)
    assert.deepEqual(environment.subjects, ['Hello'])
  })
})

function startServers() {
  return Promise.all([ScriptedServer.start(TAKES_LOGIN), ScriptedServer.start()])
}

/** As somebody with access to the database would: no model, no new revision. */
async function alter(config: SmtpConfig, columns: object) {
  await db.from('smtp_configs').where('id', config.id).update(columns)
}
