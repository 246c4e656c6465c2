import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Ability } from '#smtp_admin'
import { SmtpConfig } from '#smtp_admin'
import { useAuthorize } from '#tests/helpers/html/admin_pages'
import { startAfresh } from '#tests/helpers/html/test_pages'
import { createUser } from '#tests/helpers/db/users'
import { inputAt, mainIn, mainText, textIn } from '#tests/helpers/html/page'

const FIND = '/admin/smtp/find'
const A_MINUTE = 10

test.group('Finding settings', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('offers the server of a known provider with the reason, and saves nothing', async ({
    client,
    assert,
  }) => {
    const request = client
      .post(FIND)
      .withCsrfToken()
      .loginAs(await createUser())
    const response = await request.form({ address: 'somebody@gmail.com' })

    response.assertStatus(200)
    const html = mainIn(response.text())
    assert.include(textIn(html), 'smtp.gmail.com:587 , STARTTLS')
    assert.include(textIn(html), 'an app password, not your account password')
    assert.include(
      html,
      'href="/admin/smtp/configs/add?host=smtp.gmail.com&amp;port=587&amp;encryption=starttls"'
    )
    assert.isEmpty(await SmtpConfig.all())
  })

  test('fills the form in when one of them is chosen, and no password', async ({
    client,
    assert,
  }) => {
    const page = await client
      .get('/admin/smtp/configs/add?host=smtp.sendgrid.net&port=587&username=apikey&password=x')
      .loginAs(await createUser())

    assert.include(page.text(), 'value="smtp.sendgrid.net"')
    assert.include(page.text(), 'value="apikey"')
    assert.notInclude(page.text(), 'value="x"')
  })

  test('says what to enter when {text} was entered')
    .with([
      { text: '', message: /Enter|No host/i },
      { text: '127.0.0.1', message: /IP address/ },
      { text: 'localhost', message: /not a valid internet domain/ },
    ])
    .run(async ({ client, assert }, { text, message }) => {
      const request = client
        .post(FIND)
        .withCsrfToken()
        .loginAs(await createUser())
      const response = await request.form({ address: text })

      response.assertStatus(422)
      assert.match(mainText(response.text()), message)
      assert.include(response.text(), '<title>Error: Find server settings')
    })

  test('says so when nothing is known of a domain', async ({ client, assert }) => {
    const request = client
      .post(FIND)
      .withCsrfToken()
      .loginAs(await createUser())
    const response = await request.form({ address: 'me@nowhere.example' })

    response.assertStatus(200)
    assert.include(mainText(response.text()), 'No SMTP settings were found for nowhere.example')
  })

  test('shows what was typed as text, whatever it is', async ({ client, assert }) => {
    const typed = `"><script>alert(1)</script>${'a'.repeat(100_000)}`
    const request = client
      .post(FIND)
      .withCsrfToken()
      .loginAs(await createUser())
    const response = await request.form({ address: typed })

    response.assertStatus(422)
    assert.notInclude(response.text(), '<script>alert')
  })

  test('tells hints and reasons in the language of the browser', async ({ client, assert }) => {
    const request = client
      .post(FIND)
      .withCsrfToken()
      .header('accept-language', 'de')
      .loginAs(await createUser())
    const response = await request.form({ address: 'me@gmail.com' })

    const text = mainText(response.text())
    assert.include(text, 'Einstellungen für gmail.com')
    assert.include(text, 'Sicher Adressen von gmail.com liegen bei Gmail')
    assert.include(text, 'Benutzername Ihre vollständige E-Mail-Adresse')
    assert.include(text, 'Sendelimit 500 Nachrichten pro Tag, 2.000 mit Google Workspace.')
  })

  test('too often is refused for now, and what was typed is not lost', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const search = () => {
      const request = client.post(FIND).withCsrfToken().loginAs(user)
      return request.form({ address: 'me@gmail.com' })
    }
    for (let count = 0; count < A_MINUTE; count++) {
      const answered = await search()
      answered.assertStatus(200)
    }

    const refused = await search()

    refused.assertStatus(429)
    assert.isAbove(Number(refused.header('retry-after')), 0)
    assert.include(mainText(refused.text()), 'Test limit reached You have run too many tests')
    assert.equal(inputAt(refused.text(), 'address').value, 'me@gmail.com')
    assert.notInclude(refused.text(), 'smtp.gmail.com:587')
  })

  test('is for who may test and add: without “{$self}” it is refused')
    .with(['test', 'add'] satisfies Ability[])
    .run(async ({ client, cleanup }, missing) => {
      cleanup(useAuthorize((_, ability) => ability !== missing))
      const user = await createUser()

      const form = await client.get(FIND).loginAs(user)
      const search = await client.post(FIND).withCsrfToken().loginAs(user)

      form.assertStatus(403)
      search.assertStatus(403)
    })
})
