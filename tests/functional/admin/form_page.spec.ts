import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { ADD, newInput, pagePath, storedInput } from '#tests/helpers/html/admin_pages'
import { createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import {
  errorAt,
  errorSummaryIn,
  inputAt,
  mainIn,
  mainText,
  textIn,
} from '#tests/helpers/html/page'

const SECTIONS = [
  'General',
  'Provider',
  'Server',
  'Authentication',
  'Sender',
  'Advanced',
  'Audit',
  'Test',
]

/** The titles of the sections, as they stand on the page. */
function sectionsOf(html: string): string[] {
  const titles = mainIn(html).matchAll(/class="section"[^>]*>\s*<(legend|h2)>([^<]*)</g)
  return [...titles].map(([, , title]) => title)
}

function isUnfolded(html: string): boolean {
  return /<details class="folded" open/.test(html.replace(/\s+/g, ' '))
}

/** The warnings at a field. */
function warningAt(html: string, field: string): string {
  const warning = new RegExp(`<ul[^>]*id="warning-${field}">[\\s\\S]*?</ul>`).exec(html)
  return textIn(warning?.[0] ?? '')
}

test.group('The form', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('has its sections in their order, to add and to change', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig()

    const add = await client.get(ADD).loginAs(user)
    const change = await client.get(pagePath(config, 'change')).loginAs(user)

    const without = (title: string) => SECTIONS.filter((it) => it !== title)
    assert.deepEqual(sectionsOf(add.text()), without('Audit'))
    assert.deepEqual(sectionsOf(change.text()), without('Provider'))
    assert.include(mainText(change.text()), String(config))
  })

  test('begins at its first field to add, and nowhere in particular to change', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const config = await createConfig()

    const add = await client.get(ADD).loginAs(user)
    const change = await client.get(pagePath(config, 'change')).loginAs(user)

    assert.property(inputAt(add.text(), 'name'), 'autofocus')
    assert.lengthOf(add.text().match(/autofocus/g)!, 1)
    assert.notInclude(change.text(), 'autofocus')
  })

  test('folds away what is as it mostly is, and shows what is not: {what}')
    .with([
      { what: 'everything', changed: {}, isOpen: false },
      { what: 'a timeout', changed: { timeout: 33 }, isOpen: true },
      { what: 'no certificate check', changed: { verifyCertificate: false }, isOpen: true },
      { what: 'an EHLO name', changed: { ehloName: 'app.example.com' }, isOpen: true },
      { what: 'notes', changed: { notes: 'Ask before.' }, isOpen: true },
    ])
    .run(async ({ client, assert }, { changed, isOpen }) => {
      const config = await createConfig(changed)

      const response = await client.get(pagePath(config, 'change')).loginAs(await createUser())

      assert.equal(isUnfolded(response.text()), isOpen)
    })

  test('unfolds for a mistake in it', async ({ client, assert }) => {
    const response = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ ehlo_name: 'a b' }))
      .loginAs(await createUser())

    assert.isNotEmpty(errorAt(response.text(), 'ehlo_name'))
    assert.isTrue(isUnfolded(response.text()))
  })

  test('lists its problems in the order of the fields', async ({ client, assert }) => {
    const wrong = { name: '', host: 'a b', port: '0', from_email: 'x', timeout: '0', test_to: 'x' }

    const response = await client
      .post(`${ADD}/test`)
      .withCsrfToken()
      .form(newInput({ ...wrong, encryption: 'maybe' }))
      .loginAs(await createUser())
    const saved = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ ...wrong, username: 'bob' }))
      .loginAs(await createUser())

    const fields = (html: string) => errorSummaryIn(html).map(({ field }) => field)
    assert.deepEqual(fields(response.text()), [
      ...['name', 'host', 'encryption', 'port', 'from_email', 'timeout', 'test_to'],
    ])
    assert.deepEqual(fields(saved.text()), [
      ...['name', 'host', 'port', 'password', 'from_email', 'timeout'],
    ])
  })

  test('shows warnings at their fields, and after a save', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfigWithLogin({ name: 'Relay', fromEmail: 'shop@gmail.com' })
    const path = pagePath(config, 'change')

    const shown = await client.get(`${path}?port=465`).loginAs(user)
    const saved = await client
      .post(path)
      .withCsrfToken()
      .form(storedInput(config, { verify_certificate: '1', _continue: '1' }))
      .loginAs(user)

    assert.match(warningAt(shown.text(), 'port'), /^Warning Port 465 usually requires SSL\/TLS/)
    assert.include(inputAt(shown.text(), 'port')['aria-describedby'], 'warning-port')
    assert.match(
      warningAt(saved.text(), 'from_email'),
      /^Warning The From email is a Gmail address/
    )
    assert.equal(warningAt(saved.text(), 'port'), '')
    assert.match(
      textIn(saved.text()),
      /Warning “Relay” was changed\. The From email is a Gmail address, .* You may edit it again below\./
    )
  })

  test('has a badge for a certificate that is not checked, for everybody', async ({
    client,
    assert,
  }) => {
    const unchecked = await createConfig({ name: 'Relay', verifyCertificate: false })
    const checked = await createConfig({ name: 'Backup' })

    for (const role of ['administrator', 'viewer'] as const) {
      const user = await createUser(role)
      const page = await client.get(pagePath(unchecked, 'change')).loginAs(user)
      const other = await client.get(pagePath(checked, 'change')).loginAs(user)

      page.assertTextIncludes('Certificate not verified')
      assert.notInclude(other.text(), 'Certificate not verified')
    }
  })

  test('marks as unsaved only what came back from a mistake', async ({ client, assert }) => {
    const user = await createUser()

    const empty = await client.get(ADD).loginAs(user)
    const refused = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ host: '' }))
      .loginAs(user)

    assert.notMatch(empty.text(), /data-unsaved[\s>]/)
    assert.match(refused.text(), /data-unsaved[\s>]/)
  })

  test('is German for those who read German', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfigWithLogin({ name: 'Relay', verifyCertificate: false })
    const inGerman = async (path: string) => {
      const response = await client.get(path).header('accept-language', 'de').loginAs(user)
      return mainText(response.text())
    }

    const add = await inGerman(ADD)
    const change = await inGerman(pagePath(config, 'change'))

    assert.include(add, 'SMTP-Konfiguration hinzufügen')
    assert.include(change, 'Aktuelles Passwort behalten (gesetzt am')
    assert.include(change, 'Das Zertifikat wird nicht geprüft')
    for (const text of [add, change]) {
      assert.include(text, 'Speichern und weiter bearbeiten')
      assert.notMatch(text, /\b(Save|Cancel|Delete|required|Usually|Leave blank)\b/)
    }
  })
})

test.group('The stored password in the form', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('says since when it is there and who entered it, as the history has it', async ({
    client,
    assert,
  }) => {
    const ada = await createUser('administrator', { email: 'ada@example.com' })
    const tendai = await createUser('administrator', { email: 'tendai@example.com' })
    const config = await createConfigWithLogin()
    const path = pagePath(config, 'change')
    const replaced = storedInput(config, { password_mode: 'replace', password: 'an0ther-s3cret' })
    const renamed = storedInput(config, { name: 'Renamed', notes: '"password": "x"' })

    await client.post(path).withCsrfToken().form(replaced).loginAs(ada)
    await client.post(path).withCsrfToken().form(renamed).loginAs(tendai)
    const response = await client.get(path).loginAs(tendai)

    const year = new Date().getFullYear()
    assert.match(
      mainText(response.text()),
      new RegExp(`Keep the current password \\(set .*${year}.* by ada@example\\.com\\)`)
    )
  })
})

test.group('The form of somebody who may only look', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is text, with the server in the type of machines and a way back to the list', async ({
    client,
    assert,
  }) => {
    const config = await createConfigWithLogin()
    const path = `${pagePath(config, 'change')}?_changelist_filters=q%3Drelay`

    const response = await client.get(path).loginAs(await createUser('viewer'))

    const html = mainIn(response.text()).replace(/\s+/g, ' ')
    assert.include(textIn(html), 'View SMTP configuration')
    assert.match(html, /<code translate="no"><bdi>mail\.example\.com:587<\/bdi><\/code>/)
    assert.include(textIn(html), 'Password Set')
    assert.notInclude(html, '<input')
    assert.match(html, /<a[^>]*href="[^"]*q=relay"[^>]*>\s*Close/)
  })
})
