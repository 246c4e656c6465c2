import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpConfig } from '#smtp_admin'
import {
  ADD,
  LIST,
  newInput,
  pagePath,
  storedInput,
  storedRows,
} from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { inputAt, textIn } from '#tests/helpers/html/page'

const EXPIRED = '<h1 tabindex="-1" autofocus>This page has expired</h1>'

/** Sends a form with a token that is not good any more, from a page of the app. */
function sendLate(client: ApiClient, path: string, form: object) {
  return client
    .post(path)
    .header('sec-fetch-site', 'same-origin')
    .form({ ...form, _csrf: 'an-old-token' })
}

/** The hidden fields of the page, but for the token. */
function hiddenIn(html: string): Record<string, string> {
  const fields = html.matchAll(/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g)
  return Object.fromEntries([...fields].map(([, name, value]) => [name, value]))
}

test.group('A form whose token has expired', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('changes nothing by {$self}, and is answered with 419 in the look of the pages')
    .with(['add', 'change', 'delete', 'activate', 'deactivate'] as const)
    .run(async ({ client, assert }, page) => {
      const config = await createConfig({ isActive: page === 'deactivate' })
      const before = await storedRows()
      const path = page === 'add' ? ADD : pagePath(config, page)

      const response = await sendLate(client, path, newInput({ name: 'Late' })).loginAs(
        await createUser()
      )

      response.assertStatus(419)
      assert.isEmpty(response.redirects())
      response.assertTextIncludes(EXPIRED)
      response.assertTextIncludes('<title>Error: This page has expired | ')
      response.assertHeader('cache-control', 'no-store')
      assert.include(response.header('content-security-policy'), "default-src 'self'")
      assert.deepEqual(await storedRows(), before)
    })

  test('is there to be sent again with a fresh token, complete', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    const form = storedInput(config, {
      ...{ notes: 'Typed', from_name: 'Also "typed"', seen: String(config.revision) },
      ...{ was_active: '0', is_active: '1', _continue: '', _changelist_filters: 'q=a' },
    })

    const late = await sendLate(client, pagePath(config, 'change'), form).loginAs(user)
    const fields = hiddenIn(late.text())
    const again = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form({ ...fields, from_name: 'Also "typed"' })
      .loginAs(user)

    assert.include(late.text(), `action="${pagePath(config, 'change')}"`)
    assert.deepInclude(fields, {
      ...{ notes: 'Typed', from_name: 'Also &quot;typed&quot;', name: 'Relay' },
      ...{ seen: '1', is_active: '1', was_active: '0', _continue: '', _changelist_filters: 'q=a' },
    })
    assert.notProperty(fields, '_csrf')
    assert.match(late.text(), /<input type='hidden' name='_csrf' value='[^']{20,}'>/)
    assert.include(textIn(late.text()), 'Notes Typed')
    again.assertTextIncludes('“Relay” was changed and activated.')
    await config.refresh()
    assert.equal(config.fromName, 'Also "typed"')
  })

  test('leads back to the form, with what was typed and nothing saved', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Relay' })
    const before = await storedRows()
    const form = storedInput(config, { notes: 'Typed' })

    const late = await sendLate(client, pagePath(config, 'change/test'), form).loginAs(user)
    const back = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form({ ...hiddenIn(late.text()), _form: '1' })
      .loginAs(user)

    assert.include(late.text(), `formaction="${pagePath(config, 'change')}"`)
    back.assertStatus(200)
    back.assertTextIncludes('<h1>Change SMTP configuration</h1>')
    assert.equal(inputAt(back.text(), 'notes').value, 'Typed')
    assert.deepEqual(await storedRows(), before)
  })

  test('leads back to the form to add as well', async ({ client, assert }) => {
    const user = await createUser()

    const late = await sendLate(client, ADD, newInput({ notes: 'Typed' })).loginAs(user)
    const back = await client
      .post(ADD)
      .withCsrfToken()
      .form({ ...hiddenIn(late.text()), _form: '1' })
      .loginAs(user)

    back.assertTextIncludes('<h1>Add SMTP configuration</h1>')
    assert.equal(inputAt(back.text(), 'notes').value, 'Typed')
    assert.isEmpty(await storedRows())
  })

  test('shows no password, and says that it has to be entered again', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()
    const form = storedInput(config, {
      ...{ password_mode: 'replace', password: 'typed-just-now' },
      host: `smtp://bob:${KNOWN_SECRET}@mail.example.com:2525`,
    })

    const response = await sendLate(client, pagePath(config, 'change'), form).loginAs(
      await createUser()
    )

    response.assertStatus(419)
    assert.notInclude(response.text(), 'typed-just-now')
    assert.notInclude(response.text(), KNOWN_SECRET)
    assert.include(textIn(response.text()), 'The password was not kept.')
    assert.notInclude(response.text(), 'Submit again')
    assert.equal(hiddenIn(response.text()).host, 'mail.example.com')
    assert.equal(hiddenIn(response.text()).port, '2525')
  })

  test('puts nothing of the form into the session', async ({ client, assert }) => {
    const form = newInput({ notes: 'x'.repeat(5000), password: KNOWN_SECRET })

    const response = await sendLate(client, ADD, form).loginAs(await createUser())

    response.assertStatus(419)
    assert.deepEqual(response.flashMessages(), {})
    assert.notInclude(JSON.stringify(response.session()), 'xxxxx')
  })

  test('shows nothing that is stored: who sends it is not known yet', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin({ name: 'Secret name', isActive: true })

    const response = await sendLate(client, pagePath(config, 'delete'), {})

    response.assertStatus(419)
    assert.notInclude(response.text(), 'Secret name')
    assert.notInclude(response.text(), 'Current mail server')
    assert.isNotNull(await SmtpConfig.find(config.id))
  })

  test('of another site is not shown again: {what}')
    .with([
      { what: 'the browser says so', headers: { 'sec-fetch-site': 'cross-site' } },
      { what: 'a subdomain', headers: { 'sec-fetch-site': 'same-site' } },
      { what: 'by its origin', headers: { origin: 'https://evil.example.com' } },
      { what: 'by an origin that is none', headers: { origin: 'null' } },
      { what: 'nothing says where it is from', headers: {} },
    ])
    .run(async ({ client, assert }, { headers }) => {
      const request = client.post(ADD).form(newInput({ name: 'Forged', host: 'evil.example.com' }))
      for (const [name, value] of Object.entries(headers)) {
        request.header(name, value)
      }

      const response = await request.loginAs(await createUser())

      response.assertStatus(419)
      response.assertTextIncludes('<h1>This request came from another site</h1>')
      assert.notMatch(response.text(), /Forged|evil\.example|<form[^>]*configs/)
      assert.isEmpty(await storedRows())
    })

  test('is one of the app by its origin, in a browser that says no more', async ({ client }) => {
    const response = await client
      .post(ADD)
      .header('origin', `http://${process.env.HOST}:${process.env.PORT}`)
      .form(newInput({ name: 'Late' }))
      .loginAs(await createUser())

    response.assertStatus(419)
    response.assertTextIncludes(EXPIRED)
  })

  test('with hostile text shows it as text, and not without end', async ({ client, assert }) => {
    const form = newInput({
      ...{ name: '"><script>alert(1)</script>', notes: 'x'.repeat(100_000) },
      ...{ '"><script>alert(2)</script>': 'a name', 'nested': 'y'.repeat(100_000) },
    })

    const response = await sendLate(client, ADD, form).loginAs(await createUser())

    response.assertStatus(419)
    assert.notInclude(response.text(), '<script>alert')
    assert.isBelow(response.text().length, 60_000)
  })

  test('tells a live test in JSON', async ({ client }) => {
    const response = await sendLate(client, `${ADD}/test`, newInput())
      .header('accept', 'application/x-ndjson')
      .loginAs(await createUser())

    response.assertStatus(419)
    response.assertBodyContains({ title: 'This page has expired' })
  })

  test('speaks German where that is asked for', async ({ client }) => {
    const response = await sendLate(client, ADD, newInput())
      .header('accept-language', 'de')
      .loginAs(await createUser())

    response.assertTextIncludes('Diese Seite ist abgelaufen')
  })

  test('of the app itself is answered by the app', async ({ client, assert }) => {
    const response = await client.post('/logout').header('referer', '/orders').redirects(0)

    response.assertStatus(302)
    assert.equal(response.flashMessages().error, 'Invalid or expired CSRF token')
  })

  test('of the app itself, such as “Sign out”, is told on the page it leads back to', async ({
    client,
  }) => {
    const response = await client
      .post('/logout')
      .header('referer', LIST)
      .loginAs(await createUser())

    response.assertTextIncludes('This page has expired. Nothing was changed.')
  })
})
