import { test } from '@japa/runner'
import limiter from '@adonisjs/limiter/services/main'
import testUtils from '@adonisjs/core/services/test_utils'
import { createUser, inSession, PASSWORD } from '#tests/helpers/db/users'

test.group('Signing in', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => () => limiter.clear())

  test('the right password signs in, under a new session id', async ({ client, assert }) => {
    const user = await createUser()
    const request = client.post('/login').withCsrfToken().redirects(0)
    const response = await request.form({ email: user.email, password: PASSWORD })

    response.assertStatus(302)
    response.assertHeader('location', '/')
    assert.equal(response.session('auth_web'), inSession(user))
    assert.notEqual(
      response.cookie('smtp-admin-demo-session')?.value,
      request.sessionClient.sessionId
    )
  })

  test('the case of the e-mail address does not matter', async ({ client }) => {
    const user = await createUser()
    const response = await client
      .post('/login')
      .withCsrfToken()
      .redirects(0)
      .form({ email: ` ${user.email.toUpperCase()}`, password: PASSWORD })

    response.assertSession('auth_web', inSession(user))
  })

  test('a wrong password shows the form again with the e-mail address, without the password', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const response = await client
      .post('/login')
      .withCsrfToken()
      .form({ email: user.email, password: 'not the password' })

    response.assertStatus(422)
    response.assertTextIncludes('The e-mail address or the password is not right.')
    response.assertTextIncludes(`value="${user.email}"`)
    response.assertTextIncludes('<title>Error: Sign in')
    assert.notInclude(response.text(), 'not the password')
    response.assertSessionMissing('auth_web')
  })

  test('an unknown e-mail address gets the same page as a wrong password', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const attempt = async (email: string) => {
      const response = await client
        .post('/login')
        .withCsrfToken()
        .form({ email, password: 'not the password' })
      return { status: response.status(), page: withoutWhatDiffers(response.text(), email) }
    }

    assert.deepEqual(await attempt(user.email), await attempt('nobody@example.com'))
  })

  test('fields that are left empty are named, in their order', async ({ client, assert }) => {
    const response = await client.post('/login').withCsrfToken().form({ email: '', password: '' })

    response.assertStatus(422)
    assert.match(
      response.text(),
      /<a href="#email">Enter the e-mail address\.<\/a>[^]*<a href="#password">Enter the password\.<\/a>/
    )
    response.assertTextIncludes('aria-describedby="email-error"')
  })

  test('after five wrong passwords even the right one has to wait', async ({ client }) => {
    const user = await createUser()
    const attempt = (email: string, password: string) =>
      client.post('/login').withCsrfToken().redirects(0).form({ email, password })

    for (let count = 0; count < 5; count++) {
      const refused = await attempt(user.email, 'not the password')
      refused.assertStatus(422)
    }

    const response = await attempt(user.email, PASSWORD)
    response.assertStatus(429)
    response.assertTextIncludes('Too many attempts. Try again in 15 minutes.')
    response.assertHeader('retry-after')
    response.assertSessionMissing('auth_web')

    const other = await createUser()
    const others = await attempt(other.email, PASSWORD)
    others.assertSession('auth_web', inSession(other))
  })

  test('wrong passwords that are sent at the same time are all counted', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const responses = await Promise.all(
      Array.from({ length: 12 }, () =>
        client.post('/login').withCsrfToken().form({ email: user.email, password: 'wrong wrong' })
      )
    )

    assert.lengthOf(
      responses.filter((response) => response.status() === 422),
      5
    )
  })

  test('after fifty wrong passwords from one address nobody gets in from there', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const attempt = (email: string, password: string) =>
      client.post('/login').withCsrfToken().redirects(0).form({ email, password })

    const signedIn = await attempt(user.email, PASSWORD)
    signedIn.assertSession('auth_web', inSession(user))

    const responses = await Promise.all(
      Array.from({ length: 55 }, (_, index) => attempt(`guess${index}@example.com`, PASSWORD))
    )
    assert.lengthOf(
      responses.filter((response) => response.status() === 422),
      50
    )

    const response = await attempt(user.email, PASSWORD)
    response.assertStatus(429)
    response.assertTextIncludes('Too many attempts. Try again in 15 minutes.')
    response.assertHeader('retry-after')
    response.assertSessionMissing('auth_web')
  })

  test('the right password forgets the wrong ones before it', async ({ client }) => {
    const user = await createUser()
    const attempt = (password: string) =>
      client.post('/login').withCsrfToken().redirects(0).form({ email: user.email, password })

    for (const password of [...wrong(4), PASSWORD, ...wrong(4)]) {
      await attempt(password)
    }

    const response = await attempt(PASSWORD)
    response.assertSession('auth_web', inSession(user))
  })

  test('nothing happens without a CSRF token, and the page says so', async ({ client }) => {
    const user = await createUser()
    const credentials = { email: user.email, password: PASSWORD }
    const refused = await client.post('/login').redirects(0).form(credentials)

    refused.assertStatus(302)
    refused.assertSessionMissing('auth_web')

    const page = await client.get('/login').withFlashMessages(refused.flashMessages())
    page.assertTextIncludes('The page had been open for too long, so nothing was done.')
    page.assertTextIncludes(`value="${user.email}"`)
  })

  test('a page that needs a user leads to the sign-in page and back', async ({ client }) => {
    const user = await createUser()
    const refused = await client.get('/orders?from=mail').redirects(0)

    refused.assertHeader('location', '/login')
    refused.assertFlashMessage('notice', 'Sign in to continue.')

    const response = await client
      .post('/login')
      .withSession(refused.session())
      .withCsrfToken()
      .redirects(0)
      .form({ email: user.email, password: PASSWORD })

    response.assertHeader('location', '/orders?from=mail')
  })

  test('what was sent to a page that needs a user is not kept in the session', async ({
    client,
    assert,
  }) => {
    const response = await client
      .post('/orders/1/notify')
      .withCsrfToken()
      .redirects(0)
      .form({ password: 'secret-1', smtp_password: 'secret-2' })

    response.assertHeader('location', '/login')
    assert.notMatch(JSON.stringify([response.session(), response.flashMessages()]), /secret-/)
  })

  test('whoever is signed in is sent on from the sign-in page', async ({ client }) => {
    const response = await client
      .get('/login')
      .loginAs(await createUser())
      .redirects(0)
    response.assertHeader('location', '/')
  })
})

test.group('Signing out', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('signing out ends the session, under a new session id', async ({ client, assert }) => {
    const request = client
      .post('/logout')
      .withCsrfToken()
      .loginAs(await createUser())
      .redirects(0)
    const response = await request

    response.assertHeader('location', '/login')
    response.assertFlashMessage('success', 'You are signed out.')
    response.assertSessionMissing('auth_web')
    assert.notEqual(
      response.cookie('smtp-admin-demo-session')?.value,
      request.sessionClient.sessionId
    )
  })

  test('following a link does not sign anyone out', async ({ client }) => {
    const response = await client.get('/logout').loginAs(await createUser())
    response.assertStatus(404)
  })

  test('nobody is signed out without a CSRF token', async ({ client }) => {
    const user = await createUser()
    const response = await client.post('/logout').loginAs(user).redirects(0)
    response.assertSession('auth_web', inSession(user))
  })
})

function wrong(count: number) {
  return Array.from({ length: count }, () => 'not the password')
}

/** A page without its CSRF token and the e-mail address, which differ from one visit to the next. */
function withoutWhatDiffers(page: string, email: string) {
  return page.replaceAll(/name='_csrf' value='[^']*'/g, '').replaceAll(email, '')
}
