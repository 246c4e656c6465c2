import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { LIST, pagePath, storedInput } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'
import { linksIn, mainIn, namesIn, textIn } from '#tests/helpers/html/page'

test.group('The address of the list', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('cannot filter by columns that the list does not show', async ({ client, assert }) => {
    await createConfigWithLogin({ name: 'Alpha' })
    const user = await createUser('viewer')
    const first = KNOWN_SECRET[0]
    for (const query of [
      `password__startswith=${first}`,
      'password__startswith=_',
      'password__exact=x',
      'username__startswith=x',
      'id__gt=f',
    ]) {
      const response = await client.get(`${LIST}?${query}`).loginAs(user)

      assert.deepEqual(namesIn(response.text()), ['Alpha'], query)
    }
  })

  test('is ignored where it is invalid: {$self}')
    .with([
      'o=password',
      'p=zzz',
      'all=maybe',
      'status__exact=fine',
      'q[]=a',
      'q[a]=a',
      'p=1&p=2',
      `status__exact=${'x'.repeat(10_000)}`,
      `${'x'.repeat(10_000)}=1`,
      'utm_source=newsletter',
    ])
    .run(async ({ client, assert }, query) => {
      await createConfig({ name: 'Alpha' })
      await createConfig({ name: 'Beta', isActive: true })

      const response = await client
        .get(`${LIST}?${query}`)
        .loginAs(await createUser())
        .redirects(0)

      response.assertStatus(200)
      assert.sameMembers(namesIn(response.text()), ['Alpha', 'Beta'])
      assert.notInclude(mainIn(response.text()), 'message tone-warning')
    })

  test('keeps its valid parts, and the links do not repeat the rest', async ({
    client,
    assert,
  }) => {
    await createConfig({ name: 'Alpha' })
    await createConfig({ name: 'Beta' })

    const response = await client
      .get(`${LIST}?o=9.-2&q=%00al&foo=%22%3E%3Cscript%3E`)
      .loginAs(await createUser())

    assert.deepEqual(namesIn(response.text()), ['Alpha'])
    assert.equal(linksIn(response.text()).get('Clear search'), `${LIST}?o=-2`)
    assert.notInclude(mainIn(response.text()), 'foo')
  })

  test('is preserved in the links of the rows and after a change', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Alpha' })
    const user = await createUser()
    const address = `${LIST}?q=al+ha&status__exact=untested&o=-2`
    const list = await client.get(`${LIST}?q=al+ha&status__exact=untested&o=-2`).loginAs(user)
    const link = linksIn(list.text()).get('Alpha')!

    const filters = 'q=al+ha&status__exact=untested&o=-2'
    assert.equal(
      link,
      `${pagePath(config, 'change')}?_changelist_filters=${encodeURIComponent(filters)}`
    )
    const form = await client.get(link).loginAs(user)
    assert.include(form.text(), filters.replaceAll('&', '&amp;'))
    const saved = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { name: 'Al pha', _changelist_filters: filters }))
      .loginAs(user)
      .redirects(0)
    saved.assertHeader('location', address.replace('+', '%20'))
  })

  test('is preserved by the button that undoes an activation', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Alpha' })
    const filters = 'q=alpha'

    const switched = await client
      .post(pagePath(config, 'activate'))
      .form({ _changelist_filters: filters })
      .withCsrfToken()
      .loginAs(user)
    const undo = switched.text().split('class="message-offers"')[1].split('</div>')[0]

    assert.include(undo, pagePath(config, 'deactivate'))
    assert.equal(
      undo.split(`name="_changelist_filters" value="${filters}"`).length,
      undo.split('</form>').length
    )
  })

  test('is parsed by the same rules when a form brings it back', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Alpha' })
    const user = await createUser()
    const saved = await client
      .post(pagePath(config, 'change'))
      .withCsrfToken()
      .form(
        storedInput(config, {
          name: 'Beta',
          _changelist_filters: 'q=b&password__startswith=x&next=//evil.example&p=zzz',
        })
      )
      .loginAs(user)
      .redirects(0)

    saved.assertHeader('location', `${LIST}?q=b`)
    assert.notInclude(textIn(saved.text()), 'evil')
  })
})
