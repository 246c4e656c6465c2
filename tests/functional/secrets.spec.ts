import { test } from '@japa/runner'
import type { ApiRequest, ApiResponse } from '@japa/api-client'
import { SmtpConfig, defineConfig } from '#smtp_admin'
import { services } from '../helpers/services.js'
import { configCandidate } from '../../app/smtp_admin/resolution/candidate.js'
import { runAce } from '../helpers/process/ace.js'
import { ADD, LIST, newInput, pagePath } from '../helpers/html/admin_pages.js'
import { Child } from '../helpers/process/app.js'
import { KNOWN_SECRET, createConfig, emptyTables } from '../helpers/db/configs.js'
import { loseTable } from '../helpers/db/database_faults.js'
import { ScriptedServer, echoesLogin } from '../helpers/smtp/scripted_server.js'
import { TestMailer, refusalOf } from '../helpers/smtp/mailer.js'
import { SecretSearch } from '../helpers/secrets.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'
import { activateServer } from '../helpers/smtp/stored_servers.js'
import { createUser } from '../helpers/db/users.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

/** As talkative as the app, Lucid and knex can be made. */
const TALKATIVE = { LOG_LEVEL: 'trace', DEBUG: 'knex:*', NODE_DEBUG: 'adonisjs:*' }

test.group('A password that was entered is found', (group) => {
  group.each.setup(emptyTables)

  test('by this search, where it is', async ({ assert }) => {
    const login = { ...LOGIN, password: 'a-s3cret-that-is-told-t0-everybody' }
    const search = new SecretSearch(login)
    const server = await SmtpServer.start({ login })
    await activateServer(server, login)
    const mailer = await TestMailer.create()
    await mailer.send()
    search.inValue('what the server was sent', server.logins)
    search.inValue('an error', new Error('No', { cause: new Error(login.password) }))
    search.in('a login', `AUTH PLAIN ${btoa(`\0${login.username}\0${login.password}`)}`)
    await createConfig({ name: 'Careless', notes: `It is ${login.password}` })
    await search.inDatabase('the database')

    assert.includeMembers(search.found, search.places.slice(0, 3))
    assert.isTrue(search.found.some((place) => place.endsWith('smtp_configs')))
  })

  test('nowhere in the database, in no page, session or flash message', async ({
    client,
    assert,
    cleanup,
  }) => {
    const search = new SecretSearch(LOGIN)
    const administrator = await createUser('administrator')
    const viewer = await createUser('viewer')
    cleanup(async () => {
      await administrator.delete()
      await viewer.delete()
    })
    const input = newInput({ ...LOGIN, password_mode: 'replace' })

    const look = async (place: string, request: ApiRequest): Promise<ApiResponse> => {
      const response = await request.redirects(0)
      search.in(place, response.text())
      search.inValue(place, [response.headers(), response.session(), response.flashMessages()])
      return response
    }
    const post = (path: string, values: object, user = administrator) =>
      client.post(path).withCsrfToken().loginAs(user).form(values)

    const added = await look('add', post(ADD, { ...input, is_active: '1' }))
    added.assertStatus(302)
    await look('bad input', post(ADD, { ...input, name: '', port: '0' }))
    await look('a pasted address', post(ADD, { ...input, host: `smtp://me:${KNOWN_SECRET}@a b` }))
    await look('a line break', post(ADD, { ...input, password: `${KNOWN_SECRET}\r\n` }))
    await look('too long', post(ADD, { ...input, password: KNOWN_SECRET.repeat(50) }))
    await look('a list', post(ADD, { ...input, password: [KNOWN_SECRET] }))
    await look('without permission', post(ADD, input, viewer))
    await look('without token', client.post(ADD).loginAs(administrator).form(input))
    await look('signed out', client.post(ADD).withCsrfToken().form(input))

    const config = await SmtpConfig.query().where('is_active', true).firstOrFail()
    const get = (path: string) => client.get(path).loginAs(administrator)
    await look('list', get(LIST))
    await look('change', get(pagePath(config, 'change')))
    await look('delete', get(pagePath(config, 'delete')))
    await look('elsewhere', post(pagePath(config, 'change'), { ...input, host: 'other.example' }))
    await look('removed', post(pagePath(config, 'change'), { ...input, password_mode: 'remove' }))
    await look('replaced', post(pagePath(config, 'change'), input))
    await look('deactivated', post(pagePath(config, 'deactivate'), {}))
    await look('activated', post(pagePath(config, 'activate'), {}))
    await search.inDatabase('database')
    await look('deleted', post(pagePath(config, 'delete'), {}))
    await search.inDatabase('database without it')

    await loseTable()
    const failed = await look('a fault', post(ADD, input))
    failed.assertStatus(500)
    assert.isAbove(search.places.length, 30)
    assert.deepEqual(search.found, [])
  })

  test('in no object that holds it, however it is printed', async ({ assert }) => {
    const search = new SecretSearch(LOGIN)
    const server = await SmtpServer.start({ login: LOGIN })
    const unsaved = new SmtpConfig().merge({ ...LOGIN, name: 'Unsaved', host: 'mail.example.com' })
    search.inValue('an unsaved configuration', unsaved)
    search.inValue('its attributes', [unsaved.$attributes, unsaved.$dirty, unsaved.password])

    const config = await activateServer(server, LOGIN)
    const stored = await SmtpConfig.findOrFail(config.id)
    for (const row of [config, stored]) {
      search.inValue('a configuration', row)
      search.inValue('what it serializes to', [row.serialize(), row.toJSON(), row.toObject()])
      search.inValue('its attributes', [row.$attributes, row.$original, row.password])
      search.inValue('its candidate', configCandidate(row))
    }

    const fallback = { ...server.address, ...LOGIN }
    const mailer = await TestMailer.create({ fallback })
    await mailer.send()
    const { pools, resolver, config: resolved } = mailer.services
    search.inValue('config/smtp_admin.ts', [defineConfig({ fallback }), resolved, services.config])
    search.inValue('the environment', resolver.environment)
    search.inValue('what is resolved', await resolver.resolve(7))
    search.inValue('the pools', [pools, mailer.services.transport(), resolver])
    search.in('the log', mailer.log.text)
    assert.deepEqual(search.found, [])
  })

  test('in no answer to a mail that was taken, whatever the server repeats', async ({ assert }) => {
    const search = new SecretSearch(LOGIN)
    const repeats = `250 Taken, ${KNOWN_SECRET}, ${btoa(KNOWN_SECRET)}`
    const server = await ScriptedServer.start({
      EHLO: '250-test.example\r\n250 AUTH PLAIN',
      AUTH: '235 Welcome',
      message: repeats,
    })
    await activateServer(server, LOGIN)
    const mailer = await TestMailer.create()

    const response = await mailer.send()

    search.inValue('the answer', response)
    assert.deepEqual(search.found, [])
    assert.include(response.original.response, '250 Taken')
  })

  test('in no error and no line of the log, whatever the server repeats', async ({ assert }) => {
    const search = new SecretSearch(LOGIN)
    const [echoing, refusing] = [
      await ScriptedServer.start(echoesLogin),
      await SmtpServer.start({ login: { ...LOGIN, password: 'another' } }),
    ]
    for (const server of [echoing, refusing]) {
      await emptyTables()
      await activateServer(server, LOGIN)
      const mailer = await TestMailer.create()
      const error = await refusalOf(mailer.send())
      search.inValue('the error', error)
      mailer.log.logger.error({ err: error }, 'The mail was not sent')
      search.in('the log', mailer.log.text)
    }
    const invalid = { ...LOGIN, password: `${KNOWN_SECRET}\n`, port: 0 }
    search.inValue('a refused row', await refusalOf(createConfig(invalid)))
    const { id } = await createConfig({ name: 'Another' })
    const taken = await refusalOf(createConfig({ ...LOGIN, name: 'Taken', id }))
    assert.include(taken.message, 'insert into')
    search.inValue('a row that the database refused', taken)
    await loseTable()
    search.inValue('a row that could not be stored', await refusalOf(createConfig(LOGIN)))
    assert.deepEqual(search.found, [])
  })

  test('in nothing that another process or a command prints', async ({ assert }) => {
    const search = new SecretSearch(LOGIN)
    const [working, echoing] = [
      await SmtpServer.start({ login: LOGIN }),
      await ScriptedServer.start(echoesLogin),
    ]
    const inEnvironment = {
      ...TALKATIVE,
      ...{ SMTP_HOST: echoing.host, SMTP_PORT: String(echoing.port) },
      ...{ SMTP_USERNAME: LOGIN.username, SMTP_PASSWORD: LOGIN.password },
    }
    const config = await activateServer(working, LOGIN)
    const child = await Child.start(inEnvironment)
    await child.do('send', 'Through the stored server')
    await config.deactivate()
    const refused = await refusalOf(child.do('send', 'Through the environment’s'))
    search.inValue('what the process answered', refused)
    await child.stop()
    search.in('what it printed', await child.output)

    const commands = [
      ['smtp:validate'],
      ['smtp:validate', '--json'],
      ['smtp:list'],
      ['smtp:import-env'],
    ]
    for (const command of commands) {
      const { exitCode, stdout, stderr } = await runAce(command, inEnvironment)
      assert.equal(exitCode, command[0] === 'smtp:validate' ? 1 : 0, stdout + stderr)
      search.in(command.join(' '), stdout + stderr)
    }
    await search.inDatabase('the database after the import')
    assert.lengthOf(await SmtpConfig.all(), 2)
    assert.deepEqual(search.found, [])
  }).timeout(120_000)
})
