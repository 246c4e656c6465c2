import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { accountScope } from '#smtp_admin'
import { LIST, makeUnreadable, pagePath, useEnvironment } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { bannerText, inputAt, linksIn, mainText } from '#tests/helpers/html/page'

test.group('The list', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is empty at first, says what that means and leads to the form', async ({
    client,
    assert,
  }) => {
    const response = await client.get(LIST).loginAs(await createUser())

    const text = mainText(response.text())
    assert.include(text, 'No SMTP configurations yet')
    assert.include(text, 'mail is sent through the current mail server shown above')
    assert.include(text, 'Add your first configuration')
  })

  test('offers nothing to somebody who may not add', async ({ client, assert }) => {
    const response = await client.get(LIST).loginAs(await createUser('viewer'))

    response.assertTextIncludes('No SMTP configurations yet')
    assert.notInclude(response.text(), 'Add your first configuration')
  })

  test('shows each configuration with status, sender, server and encryption, the active one first', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const author = { id: '1', label: user.email, source: 'admin' as const, ip: null }
    await createConfig({ name: 'Alpha', useTls: false, port: 25 })
    await createConfig({ name: 'Beta', useTls: false, useSsl: true, port: 465 })
    const active = await createConfig({ name: 'Omega', fromEmail: 'no-reply@example.com' })
    await active.activate(author)

    const response = await client.get(LIST).loginAs(user)

    const text = mainText(response.text())
    const rows = [
      `Not tested Omega no-reply@example.com mail.example.com:587 STARTTLS .*● Active .* by ${user.email} .*UTC`,
      'Not tested Alpha mail.example.com:25 No encryption .*○ Inactive',
      'Not tested Beta mail.example.com:465 SSL/TLS .*○ Inactive',
    ]
    assert.match(text, new RegExp(rows.join(' .*')))
    assert.include(text, '3 configurations')
    assert.match(response.text(), /<time datetime="\d{4}-\d\d-\d\dT[^"]+"/)
  })

  test('leads from a name to the page of the configuration', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Alpha' })

    const response = await client.get(LIST).loginAs(await createUser())

    assert.equal(linksIn(response.text()).get('Alpha'), pagePath(config, 'change'))
  })

  test('leads from the bare address of a configuration to its page', async ({ client }) => {
    const config = await createConfig()

    const response = await client
      .get(`${LIST}/${config.id}`)
      .loginAs(await createUser('viewer'))
      .redirects(0)

    response.assertHeader('location', pagePath(config, 'change'))
  })

  test('names the configuration on each button, for those who hear it only', async ({ client }) => {
    const config = await createConfig({ name: 'Alpha' })

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertTextIncludes(`action="${pagePath(config, 'activate')}"`)
    response.assertTextIncludes('<bdi class="visually-hidden">Alpha</bdi>')
  })

  test('warns where the certificate is not checked, unless nothing is encrypted', async ({
    client,
    assert,
  }) => {
    await createConfig({ name: 'Alpha', verifyCertificate: false })
    await createConfig({ name: 'Beta', useTls: false, verifyCertificate: false })

    const response = await client.get(LIST).loginAs(await createUser())

    const rows = mainText(response.text())
    assert.match(rows, /Alpha .*STARTTLS Certificate not verified/)
    assert.equal(rows.match(/Certificate not verified/g)?.length, 1)
  })

  test('says of a password that cannot be decrypted that it must be entered again', async ({
    client,
    assert,
  }) => {
    await makeUnreadable(await createConfigWithLogin({ name: 'Alpha' }))
    await createConfigWithLogin({ name: 'Beta' })

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertStatus(200)
    const sentence = 'Enter the password again.'
    const rows = mainText(response.text())
    assert.match(rows, new RegExp(`Alpha ${sentence}`))
    assert.equal(rows.split(sentence).length, 2)
  })

  test('shows whose a configuration of an account is, and keeps it out of the banner', async ({
    client,
    assert,
  }) => {
    await createConfig({ name: 'Own server', scope: accountScope(7), isActive: true })

    const response = await client.get(LIST).loginAs(await createUser())

    assert.match(mainText(response.text()), /Own server Account 7 .*● Active for account 7/)
    assert.notInclude(response.text(), 'status-active')
    assert.notInclude(bannerText(response.text()), 'Own server')
  })

  test('says how long ago something was, before the time', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Alpha' })
    const then = DateTime.now().minus({ days: 2 })
    await db
      .from('smtp_configs')
      .where('id', config.id)
      .update({ updated_at: then.toFormat('yyyy-MM-dd HH:mm:ss') })

    const response = await client.get(LIST).loginAs(await createUser())

    assert.match(mainText(response.text()), /2 days ago \d+ \w{3} \d{4}, \d\d:\d\d UTC/)
  })

  test('asks the database for as much, however many rows there are', async ({ client, assert }) => {
    const user = await createUser()
    const queriesOf = async () => {
      const queries: string[] = []
      const note = ({ sql }: { sql: string }) => queries.push(sql)
      const knex = db.connection().getWriteClient()
      knex.on('query', note)
      await client.get(LIST).loginAs(user)
      knex.off('query', note)
      return queries.filter((sql) => sql.includes('smtp_')).length
    }
    await createConfig({ name: 'Alpha' })
    const few = await queriesOf()
    for (let i = 0; i < 20; i++) {
      await createConfig({ name: `Relay ${i}` })
    }

    assert.equal(await queriesOf(), few)
    assert.isAtMost(few, 7)
    assert.isAtLeast(few, 3)
  })

  test('is empty with a way to begin from the environment’s settings, the password left out', async ({
    client,
    assert,
    cleanup,
  }) => {
    const server = { host: 'smtp.example.com', port: 465, useSsl: true }
    const login = { username: 'mailer', password: KNOWN_SECRET }
    cleanup(await useEnvironment({ ...server, ...login }))
    const user = await createUser()

    const response = await client.get(LIST).loginAs(user)

    const url = linksIn(response.text()).get('Start with the settings from the environment')!
    assert.notInclude(response.text(), KNOWN_SECRET)
    const prefilled = await client.get(url).loginAs(user)
    const form = prefilled.text()
    assert.equal(inputAt(form, 'host').value, 'smtp.example.com')
    assert.equal(inputAt(form, 'port').value, '465')
    assert.equal(inputAt(form, 'username').value, 'mailer')
    assert.match(form, /<input[^>]*name="encryption"[^>]*value="tls"[^>]*checked/)
  })

  test('speaks German, in whole sentences', async ({ client, assert }) => {
    await createConfig({ name: 'Alpha', isActive: true })

    const response = await client
      .get(`${LIST}?q=alpha`)
      .header('accept-language', 'de')
      .loginAs(await createUser())

    const text = mainText(response.text())
    assert.include(text, '1 Ergebnis (1 insgesamt)')
    assert.include(text, 'Aktiv')
  })
})
