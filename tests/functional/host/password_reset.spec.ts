import { inspect } from 'node:util'
import { test } from '@japa/runner'
import logger from '@adonisjs/core/services/logger'
import mail from '@adonisjs/mail/services/main'
import limiter from '@adonisjs/limiter/services/main'
import testUtils from '@adonisjs/core/services/test_utils'
import PasswordResetNotification from '#mails/password_reset_notification'
import { issueResetToken } from '#models/password_reset_token'
import { createUser, inSession, PASSWORD } from '#tests/helpers/db/users'
import { eventually } from '#tests/helpers/timing'

const NEW_PASSWORD = 'a new and longer one'

test.group('Asking for a reset link', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => () => limiter.clear())
  group.each.setup(() => () => mail.restore())

  test('the mail has a link that sets a new password', async ({ client, assert }) => {
    const { mails } = mail.fake()
    const user = await createUser('viewer', { name: 'Ada & Co' })

    await client.post('/forgot-password').withCsrfToken().form({ email: user.email })
    await eventually(() => mails.queued().length === 1, 'the mail is queued')

    const [notification] = mails.queued()
    await notification.buildWithContents()
    const { to, from, text, html } = notification.message.toJSON().message
    const link = String(text).match(/http:\/\/localhost:3333(\/reset-password\/\S+)/)

    assert.instanceOf(notification, PasswordResetNotification)
    assert.deepEqual(to, [{ address: user.email, name: user.name }])
    assert.isUndefined(from)
    assert.include(String(text), 'Hello Ada & Co,')
    assert.include(String(text), 'expires in 1 hour')
    assert.include(String(html), 'Ada &amp; Co')
    assert.include(String(html), `href="${link![0]}"`)

    const page = await client.get(link![1])
    page.assertStatus(200)
    page.assertTextIncludes('Choose a new password')
  })

  test('an unknown address gets the same answer and no mail', async ({ client, assert }) => {
    const { mails } = mail.fake()
    const user = await createUser()
    const ask = async (email: string) => {
      const response = await client
        .post('/forgot-password')
        .withCsrfToken()
        .redirects(0)
        .form({ email })
      return {
        status: response.status(),
        location: response.header('location'),
        flash: response.flashMessages(),
      }
    }

    const unknown = await ask('nobody@example.com')
    const known = await ask(user.email)

    assert.deepEqual(unknown, known)
    assert.include(known.flash.success, 'If there is an account for that address')

    await eventually(() => mails.queued().length > 0, 'the mail for the known address is queued')
    mails.assertQueuedCount(1)
  })

  test('a mail that cannot be sent shows in the log and not on the page', async ({
    client,
    assert,
    cleanup,
  }) => {
    const user = await createUser()
    const mailer = mail.use()
    const { sendCompiled } = mailer
    const { error } = logger
    const logged: unknown[] = []
    cleanup(() => {
      mailer.sendCompiled = sendCompiled
      logger.error = error
    })
    mailer.sendCompiled = async () => {
      throw new Error('no mail server')
    }
    logger.error = (...entry: unknown[]) => logged.push(entry)

    const response = await client
      .post('/forgot-password')
      .withCsrfToken()
      .form({ email: user.email })
    await eventually(() => logged.length > 0, 'the failure is logged')

    response.assertStatus(200)
    response.assertTextIncludes('If there is an account for that address')
    assert.notInclude(response.text(), 'no mail server')
    assert.include(inspect(logged, { depth: 5 }), 'no mail server')
  })

  test('an address that is none is named as such', async ({ client }) => {
    const response = await client.post('/forgot-password').withCsrfToken().form({ email: 'ada' })

    response.assertStatus(422)
    response.assertTextIncludes('Enter an e-mail address such as name@example.com.')
    response.assertTextIncludes('value="ada"')
  })

  test('ten links an hour are enough for one visitor', async ({ client }) => {
    const ask = () =>
      client.post('/forgot-password').withCsrfToken().form({ email: 'nobody@example.com' })

    for (let count = 0; count < 10; count++) {
      const response = await ask()
      response.assertStatus(200)
    }

    const refused = await ask()
    refused.assertStatus(429)
    refused.assertTextIncludes('Too many requests. Try again in 60 minutes.')
  })
})

test.group('Choosing a new password', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => () => limiter.clear())

  test('the link works once', async ({ client, assert }) => {
    const user = await createUser()
    const path = `/reset-password/${issueResetToken(user)}`
    const passwords = { password: NEW_PASSWORD, password_confirmation: NEW_PASSWORD }

    const first = await client.post(path).withCsrfToken().redirects(0).form(passwords)
    first.assertHeader('location', '/login')
    first.assertFlashMessage('success', 'Your password is changed. Sign in with the new one.')

    await user.refresh()
    assert.isTrue(await user.verifyPassword(NEW_PASSWORD))

    const again = { password: 'yet another one', password_confirmation: 'yet another one' }
    const second = await client.post(path).withCsrfToken().form(again)
    second.assertStatus(410)
    second.assertTextIncludes('This link does not work any more')
    second.assertTextIncludes('href="/forgot-password"')

    await user.refresh()
    assert.isTrue(await user.verifyPassword(NEW_PASSWORD))
  })

  test('a link that is expired or not ours is refused in words', async ({ client, assert }) => {
    const user = await createUser()
    const token = issueResetToken(user)
    const others = await createUser()
    const [, signature] = issueResetToken(others).split('.')
    const links = [
      issueResetToken(user, '-1 second'),
      `${token.split('.')[0]}.${signature}`,
      token.slice(0, -1),
      'nonsense',
    ]

    for (const link of links) {
      const passwords = { password: NEW_PASSWORD, password_confirmation: NEW_PASSWORD }
      const page = await client.get(`/reset-password/${link}`)
      const sent = await client.post(`/reset-password/${link}`).withCsrfToken().form(passwords)

      page.assertStatus(410)
      sent.assertStatus(410)
      page.assertTextIncludes('Ask for a new link')
    }

    await user.refresh()
    assert.isTrue(await user.verifyPassword(PASSWORD))
  })

  test('a link that was mailed to an earlier address does not work', async ({ client }) => {
    const user = await createUser()
    const token = issueResetToken(user)
    await user.merge({ email: 'moved@example.com' }).save()

    const page = await client.get(`/reset-password/${token}`)
    page.assertStatus(410)
  })

  test('a password that is short, simple, personal or mistyped is refused with the reason')
    .with([
      { password: 'short', reason: 'The password must have at least 10 characters.' },
      { password: 'aaaabbbbaaaa', reason: 'The password is too simple.' },
      { password: 'ada.lovelace@example.com', reason: 'The password is the same as the name' },
      { password: NEW_PASSWORD, again: 'mistyped', reason: 'The two passwords are not the same.' },
    ])
    .run(async ({ client, assert }, { password, again, reason }) => {
      const user = await createUser('viewer', { email: 'ada.lovelace@example.com' })
      const response = await client
        .post(`/reset-password/${issueResetToken(user)}`)
        .withCsrfToken()
        .form({ password, password_confirmation: again ?? password })

      response.assertStatus(422)
      response.assertTextIncludes(reason)
      assert.notInclude(response.text(), `value="${password}"`)
      await user.refresh()
      assert.isTrue(await user.verifyPassword(PASSWORD))
    })

  test('the address of the page is neither cached nor sent elsewhere', async ({ client }) => {
    const response = await client.get(`/reset-password/${issueResetToken(await createUser())}`)

    response.assertHeader('cache-control', 'no-store')
    response.assertHeader('referrer-policy', 'same-origin')
  })

  test('a new password lets in whoever was shut out by wrong ones', async ({ client }) => {
    const user = await createUser()
    const signIn = (password: string) =>
      client.post('/login').withCsrfToken().redirects(0).form({ email: user.email, password })

    for (let count = 0; count < 6; count++) {
      await signIn('not the password')
    }
    await client
      .post(`/reset-password/${issueResetToken(user)}`)
      .withCsrfToken()
      .form({ password: NEW_PASSWORD, password_confirmation: NEW_PASSWORD })

    const response = await signIn(NEW_PASSWORD)
    response.assertSession('auth_web', inSession(await user.refresh()))
  })
})

test.group('Two requests with one link', () => {
  test('only one of them changes the password', async ({ client, assert, cleanup }) => {
    const user = await createUser()
    cleanup(() => user.delete())
    const path = `/reset-password/${issueResetToken(user)}`
    const passwords = { password: NEW_PASSWORD, password_confirmation: NEW_PASSWORD }

    const responses = await Promise.all(
      [1, 2, 3, 4].map(() => client.post(path).withCsrfToken().redirects(0).form(passwords))
    )

    assert.sameMembers(
      responses.map((response) => response.status()),
      [302, 410, 410, 410]
    )
  })
})
