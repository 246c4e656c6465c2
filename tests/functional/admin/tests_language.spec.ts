import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { ADD, newInput, pagePath } from '#tests/helpers/html/admin_pages'
import { ScriptedServer } from '#tests/helpers/smtp/scripted_server'
import { SmtpServer } from '#tests/helpers/smtp/smtp_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { inputFor, latestRun, LINES, post, startAfresh } from '#tests/helpers/html/test_pages'
import { createUser } from '#tests/helpers/db/users'
import { errorAt, mainText } from '#tests/helpers/html/page'

const GREYLISTED = { MAIL: '451 4.7.1 Greylisted, try again in 5 minutes' }

test.group('The language of a test', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('is that of whoever looks at it, not of whoever made it', async ({ client, assert }) => {
    const config = await storeServer(await ScriptedServer.start(GREYLISTED), {
      fromEmail: 'app@example.com',
    })
    const user = await createUser()
    await post(client, pagePath(config, 'test'), user).header('accept-language', 'de')

    const run = await latestRun()
    const seen = async (language: string) => {
      const page = await client
        .get(`/admin/smtp/tests/${run.id}`)
        .loginAs(user)
        .header('accept-language', language)
      return mainText(page.text())
    }

    const [german, english] = [await seen('de'), await seen('en')]
    assert.include(german, 'Absender abgelehnt')
    assert.include(german, 'Antwort des Servers: 451 4.7.1 Greylisted')
    assert.include(german, 'Testen Sie in 5 bis 15 Minuten erneut.')
    assert.include(english, 'Sender rejected')
    assert.include(english, 'Server response: 451 4.7.1 Greylisted')
    assert.include(english, 'Test again in 5 to 15 minutes.')
  })

  test('is not stored: a report has codes and parameters', async ({ client, assert }) => {
    const config = await storeServer(await ScriptedServer.start(GREYLISTED), {
      fromEmail: 'app@example.com',
    })
    await post(client, pagePath(config, 'test'), await createUser()).header('accept-language', 'de')

    const { report } = await latestRun()
    assert.deepInclude(
      report.stages.flatMap(({ messages }) => messages),
      { key: 'stages.no_login' }
    )
    assert.deepEqual(report.advice, { rule: 'greylisted', params: {}, correction: null })
  })

  test('is that of the page for a script as well', async ({ client, assert }) => {
    const server = await SmtpServer.start({ encryption: 'tls' })

    const response = await post(
      client,
      `${ADD}/test`,
      await createUser(),
      newInput(inputFor(server))
    )
      .header('accept', LINES)
      .header('accept-language', 'de')

    assert.include(response.text(), '"title":"Einstellungen"')
    assert.include(response.text(), '"next":"DNS-Abfrage"')
    assert.include(response.text(), '"words":"Keine gültige Begrüßung"')
    assert.include(response.text(), 'Setzen Sie die Verschlüsselung auf SSL/TLS.')
  })
})

test.group('The language of problems', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('is that of the form', async ({ client, assert }) => {
    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ host: 'not a host', notes: 'x'.repeat(501) }))
      .loginAs(await createUser())
      .header('accept-language', 'de')

    response.assertStatus(422)
    assert.include(errorAt(response.text(), 'host'), 'Hostnamen dürfen keine Leerzeichen enthalten')
    assert.include(errorAt(response.text(), 'notes'), 'Kürzen Sie die Notizen auf 500 Zeichen.')
  })

  test('is that of the page for a script as well', async ({ client, assert }) => {
    const response = await post(client, `${ADD}/test`, await createUser(), newInput({ port: '0' }))
      .header('accept', LINES)
      .header('accept-language', 'de')

    response.assertStatus(422)
    assert.containsSubset(response.body(), {
      problems: [
        { field: 'port', message: 'Geben Sie einen Port von 1 bis 65535 ein, zum Beispiel 587.' },
      ],
    })
  })
})
