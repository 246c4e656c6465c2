import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import limiter from '@adonisjs/limiter/services/main'
import testUtils from '@adonisjs/core/services/test_utils'
import { issueResetToken } from '#models/password_reset_token'
import type User from '#models/user'
import { createUser, PASSWORD } from '#tests/helpers/db/users'

const NEW_PASSWORD = 'a new and longer one'

/** Signs in through the form; what the session then holds, wherever the browser keeps it. */
async function sessionOf(client: ApiClient, user: User, password = PASSWORD) {
  const response = await client
    .post('/login')
    .withCsrfToken()
    .redirects(0)
    .form({ email: user.email, password })
  response.assertHeader('location', '/')
  return response.session()
}

test.group('A session', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => () => limiter.clear())

  test('that was begun before the password was reset is over, on every page', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const session = await sessionOf(client, user)
    const before = await client.get('/orders').withSession(session)
    before.assertStatus(200)

    const reset = await client
      .post(`/reset-password/${issueResetToken(user)}`)
      .withCsrfToken()
      .redirects(0)
      .form({ password: NEW_PASSWORD, password_confirmation: NEW_PASSWORD })
    reset.assertHeader('location', '/login')

    for (const path of ['/orders', '/admin/smtp/configs']) {
      const response = await client.get(path).withSession(session).redirects(0)
      response.assertHeader('location', '/login')
    }
    const home = await client.get('/').withSession(session)
    assert.notInclude(home.text(), user.name)
    assert.notInclude(home.text(), 'Sign out')
    const signIn = await client.get('/login').withSession(session).redirects(0)
    signIn.assertStatus(200)

    const next = await client
      .get('/orders')
      .withSession(await sessionOf(client, user, NEW_PASSWORD))
      .redirects(0)
    next.assertStatus(200)
  })

  test('is over when the password is changed in another way', async ({ client }) => {
    const user = await createUser()
    const session = await sessionOf(client, user)
    await user.merge({ password: NEW_PASSWORD }).save()

    const response = await client.get('/orders').withSession(session).redirects(0)
    response.assertHeader('location', '/login')
  })

  test('goes on when somebody else changes a password, or the role is changed', async ({
    client,
  }) => {
    const user = await createUser()
    const session = await sessionOf(client, user)
    const other = await createUser()
    await other.merge({ password: NEW_PASSWORD }).save()
    await user.merge({ role: 'viewer' }).save()

    const response = await client.get('/orders').withSession(session).redirects(0)
    response.assertStatus(200)
  })

  test('that holds {$self} signs nobody in')
    .with(['no fingerprint', 'the fingerprint of somebody else', 'a user who is gone'])
    .run(async ({ client }, what) => {
      const user = await createUser()
      const other = await createUser()
      const values = {
        'no fingerprint': user.id,
        'the fingerprint of somebody else': `${user.id}.${other.fingerprint()}`,
        'a user who is gone': `${user.id + 1000}.${user.fingerprint()}`,
      }

      const response = await client
        .get('/orders')
        .withSession({ auth_web: values[what as keyof typeof values] })
        .redirects(0)
      response.assertHeader('location', '/login')
    })
})
