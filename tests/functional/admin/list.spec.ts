import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { accountScope } from '#smtp_admin'
import { LIST, bannerOf, mainOf, makeUnreadable, pageOf, textOf } from '#tests/helpers/admin_pages'
import { createConfig, createConfigWithLogin } from '#tests/helpers/configs'
import { createUser } from '#tests/helpers/users'

test.group('The list', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is what the address of the section leads to', async ({ client }) => {
    const response = await client
      .get('/admin/smtp')
      .loginAs(await createUser())
      .redirects(0)

    response.assertHeader('location', LIST)
  })

  test('is empty at first, says what that means and leads to the form', async ({
    client,
    assert,
  }) => {
    const response = await client.get(LIST).loginAs(await createUser())

    const text = textOf(mainOf(response.text()))
    assert.include(text, 'No SMTP configurations yet')
    assert.include(text, 'what is used is shown above')
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

    const text = textOf(mainOf(response.text()))
    assert.match(
      text,
      new RegExp(
        `● Active ○ Not tested Omega no-reply@example.com mail.example.com:587 STARTTLS .* UTC by ${user.email}` +
          '.*○ Inactive ○ Not tested Alpha mail.example.com:25 No encryption .*○ Inactive ○ Not tested Beta mail.example.com:465 TLS'
      )
    )
    assert.include(text, '3 configurations')
    assert.match(response.text(), /<time datetime="\d{4}-\d\d-\d\dT[^"]+"/)
  })

  test('leads from a name to the page of the configuration', async ({ client }) => {
    const config = await createConfig({ name: 'Alpha' })

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertTextIncludes(`<a href="${pageOf(config, 'change')}"><bdi>Alpha</bdi></a>`)
  })

  test('leads from the bare address of a configuration to its page', async ({ client }) => {
    const config = await createConfig()

    const response = await client
      .get(`${LIST}/${config.id}`)
      .loginAs(await createUser('viewer'))
      .redirects(0)

    response.assertHeader('location', pageOf(config, 'change'))
  })

  test('names the configuration on each button, for those who hear it only', async ({ client }) => {
    const config = await createConfig({ name: 'Alpha' })

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertTextIncludes(`action="${pageOf(config, 'activate')}"`)
    response.assertTextIncludes('<span class="visually-hidden">Alpha</span>')
  })

  test('warns where the certificate is not checked, unless nothing is encrypted', async ({
    client,
    assert,
  }) => {
    await createConfig({ name: 'Alpha', verifyCertificate: false })
    await createConfig({ name: 'Beta', useTls: false, verifyCertificate: false })

    const response = await client.get(LIST).loginAs(await createUser())

    const rows = textOf(mainOf(response.text()))
    assert.match(rows, /Alpha .*STARTTLS Certificate not checked/)
    assert.equal(rows.match(/Certificate not checked/g)?.length, 1)
  })

  test('says of a password that cannot be decrypted that it must be entered again', async ({
    client,
    assert,
  }) => {
    await makeUnreadable(await createConfigWithLogin({ name: 'Alpha' }))
    await createConfigWithLogin({ name: 'Beta' })

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertStatus(200)
    const sentence = 'The password cannot be decrypted: enter it again.'
    const rows = textOf(mainOf(response.text()))
    assert.match(rows, new RegExp(`Alpha ${sentence}`))
    assert.equal(rows.split(sentence).length, 2)
  })

  test('shows whose a configuration of an account is, and keeps it out of the banner', async ({
    client,
    assert,
  }) => {
    await createConfig({ name: 'Own server', scope: accountScope(7), isActive: true })

    const response = await client.get(LIST).loginAs(await createUser())

    assert.match(textOf(mainOf(response.text())), /● Active ○ Not tested Own server of account:7/)
    assert.notInclude(bannerOf(response.text()), 'Own server')
  })

  test('ignores whatever else is in the address', async ({ client }) => {
    await createConfig({ name: 'Alpha' })

    const response = await client
      .get(`${LIST}?password__startswith=x&o=password&p[]=1&q=${'x'.repeat(2000)}`)
      .loginAs(await createUser())

    response.assertStatus(200)
    response.assertTextIncludes('Alpha')
  })
})
