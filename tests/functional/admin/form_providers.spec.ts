import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { en } from '../../../app/smtp_admin/i18n/format.js'
import { FEATURED, presetText } from '../../../app/smtp_admin/diagnostics/presets/presets.js'
import { ADD, pagePath } from '#tests/helpers/html/admin_pages'
import { createConfig } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { inputAt, mainIn, textIn } from '#tests/helpers/html/page'

/** A link of the picker: where it leads, and whether it is the chosen one. */
interface Link {
  address: URL
  isChosen: boolean
  text: string
}

function linksOf(html: string): Link[] {
  const links = html.matchAll(/<a[^>]*class="provider"[^>]*href="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g)
  return [...links].map(([, href, rest, content]) => ({
    address: new URL(href.replaceAll('&amp;', '&'), 'http://app.example'),
    isChosen: rest.includes('aria-current="true"'),
    text: textIn(content),
  }))
}

/** What is said about a provider, if it is shown. */
function notesOf(html: string): string[] {
  const notes = html
    .replace(/\s+/g, ' ')
    .matchAll(/<div class="provider-notes" data-notes="([\w-]*)" ?>/g)
  return [...notes].map(([, id]) => id)
}

function chosenEncryptionOf(html: string): string {
  return /name="encryption" value="(\w+)" checked/.exec(html.replace(/\s+/g, ' '))![1]
}

test.group('The providers', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are offered to add and not to change, none of them chosen', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig()

    const add = await client.get(ADD).loginAs(user)
    const change = await client.get(pagePath(config, 'change')).loginAs(user)

    const links = linksOf(add.text())
    const ids = new Set(links.map(({ address }) => address.searchParams.get('provider')))
    assert.sameMembers(
      [...ids],
      FEATURED.map(({ id }) => id)
    )
    assert.isFalse(links.some(({ isChosen }) => isChosen))
    assert.deepEqual(notesOf(add.text()), [])
    assert.deepEqual(linksOf(change.text()), [])
  })

  test('every link fills in the settings, and shows notes about the provider', async ({
    client,
    assert,
  }) => {
    const user = await createUser()

    for (const preset of FEATURED) {
      const response = await client.get(`${ADD}?provider=${preset.id}`).loginAs(user)

      const html = response.text()
      assert.equal(inputAt(html, 'host').value, `${preset.host ?? ''}`)
      assert.equal(inputAt(html, 'port').value, `${preset.port}`)
      assert.equal(inputAt(html, 'username').value, `${preset.username ?? ''}`)
      assert.equal(chosenEncryptionOf(html), preset.encryption)
      assert.deepEqual(notesOf(html), [preset.id])
      assert.property(inputAt(html, preset.host ? 'username' : 'host'), 'autofocus')
      assert.include(textIn(html), `${presetText(en, preset.name)}: `)
      if (preset.docs) {
        assert.include(html, `href="${preset.docs}"`)
      }
    }
  })

  test('one with regions is filled in for the region', async ({ client, assert }) => {
    const response = await client
      .get(`${ADD}?provider=ses&region=eu-west-1`)
      .loginAs(await createUser())

    const html = response.text()
    const chosen = linksOf(html).filter(({ isChosen }) => isChosen)
    assert.equal(inputAt(html, 'host').value, 'email-smtp.eu-west-1.amazonaws.com')
    assert.deepEqual(
      chosen.map(({ text }) => text),
      ['Amazon SES', 'Europe (Ireland)']
    )
  })

  test('the other fields of the address are kept', async ({ client, assert }) => {
    const kept = 'name=Shop&from_email=shop@example.com&_changelist_filters=q%3Drelay'
    const replaced = 'host=mail.example.com&port=25&encryption=none&username=bob'

    const response = await client
      .get(`${ADD}?${kept}&${replaced}&password=s3cret&is_active=1&provider=gmail`)
      .loginAs(await createUser())

    const gmail = linksOf(response.text()).find(({ text }) => text === 'Gmail')!
    assert.deepEqual(Object.fromEntries(gmail.address.searchParams), {
      name: 'Shop',
      from_email: 'shop@example.com',
      _changelist_filters: 'q=relay',
      provider: 'gmail',
    })
    assert.equal(inputAt(response.text(), 'host').value, 'mail.example.com')
  })

  test('that is not featured is shown when the address names it', async ({ client, assert }) => {
    const response = await client.get(`${ADD}?provider=fastmail`).loginAs(await createUser())

    const chosen = linksOf(response.text()).filter(({ isChosen }) => isChosen)
    assert.deepEqual(
      chosen.map(({ text }) => text),
      ['Fastmail']
    )
  })

  test('that is unknown changes nothing: {provider}')
    .with([{ provider: 'nobody' }, { provider: '__proto__' }, { provider: '"><script>' }])
    .run(async ({ client, assert }, { provider }) => {
      const response = await client
        .get(`${ADD}?provider=${encodeURIComponent(provider)}&region=eu`)
        .loginAs(await createUser())

      response.assertStatus(200)
      assert.equal(inputAt(response.text(), 'host').value, '')
      assert.deepEqual(notesOf(mainIn(response.text())), [])
      assert.notInclude(mainIn(response.text()), '<script>')
    })
})
