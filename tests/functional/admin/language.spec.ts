import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { LIST, pagePath } from '#tests/helpers/html/admin_pages'
import { createConfig } from '#tests/helpers/db/configs'
import { useHostMessages } from '#tests/helpers/i18n/messages'
import { createUser } from '#tests/helpers/db/users'
import { mainText } from '#tests/helpers/html/page'

const HELP = '/admin/smtp/help'

test.group('The language of the pages', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is that of the browser: {accepted}')
    .with([
      { accepted: 'de', language: 'de', heading: 'Hilfe' },
      { accepted: 'de-AT', language: 'de', heading: 'Hilfe' },
      { accepted: 'en-GB', language: 'en', heading: 'Help' },
      { accepted: 'fr, nl', language: 'en', heading: 'Help' },
    ])
    .run(async ({ client }, { accepted, language, heading }) => {
      const response = await client
        .get(HELP)
        .loginAs(await createUser())
        .header('accept-language', accepted)

      response.assertTextIncludes(`<html lang="${language}"`)
      response.assertTextIncludes(`<h1>${heading}</h1>`)
    })

  test('is that of refusals and missing pages too', async ({ client, assert }) => {
    const viewer = await createUser('viewer')

    const refused = await client.get(`${LIST}/add`).loginAs(viewer).header('accept-language', 'de')
    const missing = await client
      .get('/admin/smtp/a')
      .loginAs(viewer)
      .header('accept-language', 'de')

    assert.include(mainText(refused.text()), 'Keine Berechtigung Sie sind nicht berechtigt')
    assert.include(mainText(missing.text()), 'Seite nicht gefunden')
  })

  test('is that of what a page says it is about: {page}')
    .with([{ page: 'change' } as const, { page: 'delete' } as const])
    .run(async ({ client, assert }, { page }) => {
      const config = await createConfig({ name: 'Relay' })

      const response = await client
        .get(pagePath(config, page))
        .loginAs(await createUser())
        .header('accept-language', 'de')

      const text = mainText(response.text())
      assert.include(text, 'Relay - mail.example.com:587 (inaktiv)')
      assert.notMatch(text, /\bInactive\b/)
    })

  test('has no part in the pages of the app itself', async ({ client }) => {
    const response = await client
      .get('/orders')
      .loginAs(await createUser())
      .header('accept-language', 'de')

    response.assertTextIncludes('<html lang="en">')
  })
})

test.group('Texts of the app', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('win over those of the package, each in its language', async ({ client, assert }) => {
    await useHostMessages({
      en: { shell: { section: 'Mail servers' } },
      de: { shell: { section: 'Mailserver' } },
    })
    const user = await createUser()

    const english = await client.get(HELP).loginAs(user)
    const german = await client.get(HELP).loginAs(user).header('accept-language', 'de')

    assert.include(english.text(), '<title>Help | Mail servers</title>')
    assert.include(german.text(), '<title>Hilfe | Mailserver</title>')
  })

  test('get the values of the package’s, as ICU writes them', async ({ client, assert }) => {
    await useHostMessages({ en: { shell: { errorTitle: 'Look again: {title}' } } })
    const user = await createUser()

    const response = await client.post(`${LIST}/add`).withCsrfToken().form({}).loginAs(user)

    assert.include(response.text(), '<title>Look again: Add SMTP configuration')
  })

  test('may leave a value out, and name one that there is not', async ({ client, assert }) => {
    await useHostMessages({
      en: { errors: { noPage: 'Nothing at {place}', forbidden: 'No' }, shell: { errorTitle: '!' } },
    })
    const user = await createUser()

    const missing = await client.get('/admin/smtp/nowhere').loginAs(user)
    const refused = await client.post(`${LIST}/add`).withCsrfToken().form({}).loginAs(user)

    assert.include(missing.text(), 'Nothing at {place}')
    assert.include(refused.text(), '<title>! | ')
  })

  test('make a language of their own, with English for what they have not', async ({
    client,
    assert,
  }) => {
    await useHostMessages({ fr: { shell: { section: 'Serveurs de courriel', help: 'Aide' } } })

    const response = await client
      .get(HELP)
      .loginAs(await createUser())
      .header('accept-language', 'fr')

    assert.include(response.text(), '<html lang="fr"')
    assert.include(response.text(), '<title>Aide | Serveurs de courriel</title>')
    assert.include(response.text(), '>History</a>')
  })

  test('in another language do not mix with those of the page', async ({ client, assert }) => {
    await useHostMessages({
      en: { shell: { help: 'Assistance', home: 'Start' } },
      fr: { shell: { help: 'Aide' } },
    })
    const user = await createUser()

    const french = await client.get(HELP).loginAs(user).header('accept-language', 'fr')
    const german = await client.get(HELP).loginAs(user).header('accept-language', 'de')

    assert.include(french.text(), '<html lang="en"')
    assert.include(french.text(), '>Assistance</a>')
    assert.include(german.text(), '>Übersicht</a>')
  })
})
