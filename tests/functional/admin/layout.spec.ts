import { test } from '@japa/runner'
import logger from '@adonisjs/core/services/logger'
import testUtils from '@adonisjs/core/services/test_utils'
import { ADD, LIST, newInput } from '#tests/helpers/html/admin_pages'
import { CapturedLog } from '#tests/helpers/captured_log'
import { createConfig } from '#tests/helpers/db/configs'
import { layoutSource, useLayout, useLayoutSource } from '#tests/helpers/views/host_views'
import { createUser } from '#tests/helpers/db/users'
import { mainIn, mainText, textIn } from '#tests/helpers/html/page'

const PAGES = [
  { what: 'the list', path: LIST, title: 'SMTP configurations' },
  { what: 'the form to add', path: ADD, title: 'Add SMTP configuration' },
  { what: 'the form to change', path: `${LIST}/:id/change`, title: 'Relay | Change' },
  { what: 'the confirmation', path: `${LIST}/:id/delete`, title: 'Delete Relay' },
  { what: 'an address that leads nowhere', path: '/admin/smtp/nowhere', title: 'Page not found' },
]

const count = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length

test.group('In the layout of the app', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('{what} is a section of its page, with nothing twice')
    .with(PAGES)
    .run(async ({ client, assert }, { path, title }) => {
      useLayoutSource(layoutSource())
      const config = await createConfig({ name: 'Relay', isActive: true })

      const response = await client.get(path.replace(':id', config.id)).loginAs(await createUser())

      const html = response.text()
      assert.match(html, new RegExp(`<title>${title.replace('|', '\\|')}.* \\| Acme</title>`))
      assert.include(html, '<header><a href="/">Acme</a></header>')
      for (const once of [/<!doctype/gi, /<html/g, /<body/g, /<main/g, /<h1/g, /<header/g]) {
        assert.equal(count(html, once), 1, `${once}`)
      }
      assert.equal(count(html, /id="content"/g), 1)
      assert.notInclude(html, 'Skip to main content')
      assert.notInclude(html, 'Sign out')

      const section = /<div\s+class="smtp-admin"\s+lang="en"[\s\S]*/.exec(mainIn(html))![0]
      assert.match(section, /<link rel="stylesheet" href="[^"]+smtp_admin\.css"/)
      assert.include(section, '<nav class="breadcrumbs" aria-label="Breadcrumbs">')
      assert.include(textIn(section), 'Current mail server Relay')
    })

  test('an id is on the page only once', async ({ client, assert }) => {
    useLayoutSource(layoutSource())

    const response = await client.get(ADD).loginAs(await createUser())

    const ids = [...response.text().matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    assert.deepEqual(ids, [...new Set(ids)])
  })

  test('the messages and the mistakes of a form are shown', async ({ client, assert }) => {
    useLayoutSource(layoutSource())
    const user = await createUser()

    const refused = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ host: '' }))
      .loginAs(user)
    const added = await client
      .post(ADD)
      .withCsrfToken()
      .form(newInput({ name: 'Relay' }))
      .loginAs(user)

    refused.assertStatus(422)
    assert.include(refused.text(), '<title>Error: Add SMTP configuration')
    assert.include(mainText(refused.text()), 'Please correct the error below.')
    assert.include(mainText(added.text()), 'Success “Relay” was added.')
  })

  test('a layout gets what the app shares with every view', async ({ client }) => {
    useLayoutSource(layoutSource({ body: '<p>{{ auth.user.email }} at {{ request.url() }}</p>' }))
    const user = await createUser()

    const response = await client.get(LIST).loginAs(user)

    response.assertTextIncludes(`<p>${user.email} at ${LIST}</p>`)
  })

  test('a layout in the views of the app needs no disk', async ({ client, assert }) => {
    useLayout('components/layout')

    const response = await client.get(LIST).loginAs(await createUser())

    const html = response.text()
    assert.include(html, '<title>SMTP configurations – Order desk</title>')
    assert.include(html, '<header class="site-header">')
    assert.match(mainIn(html), /<div\s+class="smtp-admin"\s+lang="en"/)
    assert.equal(count(html, /<h1/g), 1)
  })

  test('a refusal is a section of its page too', async ({ client, assert }) => {
    useLayoutSource(layoutSource())

    const response = await client.get(ADD).loginAs(await createUser('viewer'))

    response.assertStatus(403)
    assert.include(mainText(response.text()), 'You do not have permission to add')
  })
  test('a layout that is not there is named in the log, and the app says that something failed', async ({
    client,
    assert,
    cleanup,
  }) => {
    useLayout('layouts/nowhere')
    const { child } = logger
    const log = new CapturedLog()
    cleanup(() => {
      logger.child = child
    })
    logger.child = () => log.logger

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertStatus(500)
    response.assertTextIncludes('<title>Something went wrong – Order desk</title>')
    assert.match(log.lines[0], /Cannot resolve ".*nowhere\.edge"/)
  })
})
