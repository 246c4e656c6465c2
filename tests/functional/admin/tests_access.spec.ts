import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpTestRun, type Ability, type SmtpConfig } from '#smtp_admin'
import {
  ADD,
  LIST,
  RUNS,
  newInput,
  pagePath,
  storedInput,
  useAuthorize,
} from '#tests/helpers/html/admin_pages'
import { ScriptedServer } from '#tests/helpers/smtp/scripted_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { startAfresh, inputFor, post } from '#tests/helpers/html/test_pages'
import { recordTest } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'
import { mainIn } from '#tests/helpers/html/page'

const TESTING = [
  { path: `${LIST}/:config/test`, needed: ['test'] },
  { path: `${LIST}/:config/change/test`, needed: ['test', 'change'] },
  { path: `${ADD}/test`, needed: ['test', 'add'] },
] satisfies { path: string; needed: Ability[] }[]

const LOOKING = [RUNS, `${RUNS}/:run`, `${RUNS}/:run/transcript.txt`]

/** A server, a configuration for it that was tested, and where a page about them is. */
async function tested() {
  const server = await ScriptedServer.start()
  const config = await storeServer(server, { fromEmail: 'app@example.com' })
  const run = await recordTest(config)
  const at = (path: string) => {
    return path.replace(':config', config.id).replace(':run', String(run.id))
  }
  return { server, config, run, at }
}

function inputOf(path: string, server: ScriptedServer, config: SmtpConfig) {
  return path.startsWith(ADD) ? newInput(inputFor(server)) : storedInput(config)
}

test.group('Testing', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  for (const { path, needed } of TESTING) {
    test(`by ${path} is for who may ${needed.join(' and ')}`, async ({
      client,
      assert,
      cleanup,
    }) => {
      const user = await createUser()
      const { server, config, at } = await tested()
      let abilities: Ability[] = []
      cleanup(useAuthorize((_, ability) => abilities.includes(ability)))
      const all: Ability[] = ['view', 'add', 'change', 'delete', 'activate', 'test']

      for (const missing of needed) {
        abilities = all.filter((ability) => ability !== missing)
        const refused = await post(client, at(path), user, inputOf(path, server, config))
        refused.assertStatus(403)
        refused.assertTextIncludes(`You do not have permission to ${missing}`)
      }
      assert.equal(server.connections, 0)

      abilities = needed
      const allowed = await post(client, at(path), user, inputOf(path, server, config))
      assert.oneOf(allowed.status(), [200, 303])
      await server.until(() => server.connections > 0, 'the server is tested')
    })

    test(`by ${path} is refused to forged requests, and to who is not signed in`, async ({
      client,
      assert,
    }) => {
      const { server, config, at } = await tested()
      const input = inputOf(path, server, config)

      const forged = await client
        .post(at(path))
        .form(input)
        .loginAs(await createUser())
        .redirects(0)
      const stranger = await client.post(at(path)).withCsrfToken().form(input).redirects(0)

      forged.assertStatus(302)
      stranger.assertHeader('location', '/login')
      assert.equal(server.connections, 0)
      assert.lengthOf(await SmtpTestRun.all(), 1)
    })
  }

  test('has no button where it is not allowed', async ({ client, assert, cleanup }) => {
    const { config, at } = await tested()
    const user = await createUser()
    cleanup(useAuthorize((_, ability) => ability !== 'test'))

    for (const path of [LIST, ADD, pagePath(config, 'change'), at(`${RUNS}/:run`)]) {
      const page = await client.get(path).loginAs(user)
      page.assertStatus(200)
      assert.notMatch(mainIn(page.text()), /\/test"|data-test/, path)
    }
  })

  test('needs the button of the page where the fields cannot be changed', async ({
    client,
    assert,
  }) => {
    const { config } = await tested()

    const page = await client.get(pagePath(config, 'change')).loginAs(await createUser('operator'))

    assert.include(mainIn(page.text()), `action="${pagePath(config, 'test')}"`)
    assert.notInclude(mainIn(page.text()), 'formaction')
  })
})

test.group('What was tested', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is shown to who may view, and to nobody else: {$self}')
    .with(LOOKING)
    .run(async ({ client, assert, cleanup }, path) => {
      const { at } = await tested()

      const viewer = await client.get(at(path)).loginAs(await createUser('viewer'))
      const stranger = await client.get(at(path)).redirects(0)
      cleanup(useAuthorize((_, ability) => ability !== 'view'))
      const other = await client.get(at(path)).loginAs(await createUser())

      viewer.assertStatus(200)
      stranger.assertHeader('location', '/login')
      other.assertStatus(403)
      assert.notInclude(other.text(), 'Primary Mail Server')
    })

  test('has nothing to press for who may only view', async ({ client, assert }) => {
    const { at } = await tested()
    const viewer = await createUser('viewer')

    for (const path of [RUNS, at(`${RUNS}/:run`)]) {
      const page = await client.get(path).loginAs(viewer)
      assert.notMatch(mainIn(page.text()), /<form|<input|href="[^"]*\/change\?|href="[^"]*\/add/)
    }
  })

  test('is not there under another id: {$self}')
    .with(['0', '-1', '1e3', '999999999', '9'.repeat(40), 'x', "1' or 1=1 --", '%00', '../configs'])
    .run(async ({ client }, id) => {
      const user = await createUser()
      const path = `${RUNS}/${encodeURIComponent(id).replace('%2500', '%00')}`

      for (const address of [path, `${path}/transcript.txt`]) {
        const response = await client.get(address).loginAs(user)
        response.assertStatus(404)
        response.assertTextIncludes('<h1>Page not found</h1>')
        response.assertTextIncludes('Current mail server')
      }
    })
})
