import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { LIST, mainOf, pageOf, storedInput, textOf } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET, createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { linksIn, namesIn, notesIn } from '#tests/helpers/html/list_pages'
import { createUser } from '#tests/helpers/db/users'

test.group('The address of the list', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is no oracle for what the list does not show, and says what it ignored', async ({
    client,
    assert,
  }) => {
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
      const [parameter] = query.split('=')

      assert.deepEqual(namesIn(response.text()), ['Alpha'], query)
      const note = `“${parameter}”: the list cannot be searched, filtered or sorted by it.`
      assert.include(notesIn(response.text()), note)
    }
  })

  test('is followed as far as it can be, and says why not further', async ({ client, assert }) => {
    await createConfig({ name: 'Alpha' })
    await createConfig({ name: 'Beta', isActive: true })
    const user = await createUser()
    const cases: Record<string, string> = {
      'o=password': '“o”: “password” is not a column to sort by, or is there twice.',
      'o=zzz': '“o”: “zzz” is not a column to sort by, or is there twice.',
      'o=2.2': '“o”: “2” is not a column to sort by, or is there twice.',
      'o=99': '“o”: “99” is not a column to sort by, or is there twice.',
      'p=0': '“p”: it cannot be “0”.',
      'p=1e9': '“p”: it cannot be “1e9”.',
      'all=maybe': '“all”: it cannot be “maybe”.',
      'status__exact=fine': '“status__exact”: it cannot be “fine”.',
      'is_active__exact=true': '“is_active__exact”: it cannot be “true”.',
      'q[]=a': '“q”: it is given more than once, or in a form that is not understood.',
      'q[a]=a': '“q”: it is given more than once, or in a form that is not understood.',
      'p=1&p=2': '“p”: it is given more than once, or in a form that is not understood.',
      'q=a+b+c+d+e+f+g+h+i+j+k': 'has more than 10 words.',
      [`q=${'x'.repeat(10_000)}`]: `“q”: “${'x'.repeat(40)}…” is longer than 200 characters.`,
      [`status__exact=${'x'.repeat(10_000)}`]: `it cannot be “${'x'.repeat(40)}…”.`,
      [`${'x'.repeat(10_000)}=1`]: `“${'x'.repeat(40)}…”: the list cannot be searched`,
    }
    for (const [query, note] of Object.entries(cases)) {
      const response = await client.get(`${LIST}?${query}`).loginAs(user).redirects(0)

      response.assertStatus(200)
      assert.sameMembers(namesIn(response.text()), ['Alpha', 'Beta'], query)
      assert.include(notesIn(response.text()), note)
    }
  })

  test('that is right in part is followed in that part', async ({ client, assert }) => {
    await createConfig({ name: 'Alpha' })
    await createConfig({ name: 'Beta' })

    const response = await client
      .get(`${LIST}?o=9.-2&q=%00al&foo=%22%3E%3Cscript%3E`)
      .loginAs(await createUser())

    assert.deepEqual(namesIn(response.text()), ['Alpha'])
    assert.include(notesIn(response.text()), '“o”: “9” is not a column')
    assert.include(linksIn(response.text()).get('Clear search'), `${LIST}?o=-2`)
  })

  test('of a hundred parameters names a few, and escapes them', async ({ client, assert }) => {
    await createConfig({ name: 'Alpha' })
    const names = Array.from({ length: 100 }, (_, i) => `<script>x${i}`)

    const response = await client
      .get(LIST)
      .qs(Object.fromEntries(names.map((name) => [name, '1'])))
      .loginAs(await createUser())

    assert.notInclude(mainOf(response.text()), '<script>x')
    assert.include(notesIn(response.text()), 'And 95 more.')
  })

  test('without anything to ignore has no warning', async ({ client, assert }) => {
    await createConfig({ name: 'Alpha' })

    const response = await client
      .get(`${LIST}?q=&o=&p=1&all=&is_active__exact=0`)
      .loginAs(await createUser())

    assert.equal(notesIn(response.text()), '')
  })

  test('is kept in the links of the rows, and come back to after a change', async ({
    client,
    assert,
  }) => {
    const config = await createConfig({ name: 'Alpha' })
    const user = await createUser()
    const address = `${LIST}?q=al+ha&status__exact=untested&o=-2`
    const list = await client.get(`${LIST}?q=al+ha&status__exact=untested&o=-2`).loginAs(user)
    const link = linksIn(list.text()).get('Alpha')!

    const filters = 'q=al+ha&status__exact=untested&o=-2'
    assert.equal(
      link,
      `${pageOf(config, 'change')}?_changelist_filters=${encodeURIComponent(filters)}`
    )
    const form = await client.get(link).loginAs(user)
    assert.include(form.text(), filters.replaceAll('&', '&amp;'))
    const saved = await client
      .post(pageOf(config, 'change'))
      .withCsrfToken()
      .form(storedInput(config, { name: 'Al pha', _changelist_filters: filters }))
      .loginAs(user)
      .redirects(0)
    saved.assertHeader('location', address.replace('+', '%20'))
  })

  test('is come back to from the button that undoes a switch', async ({ client, assert }) => {
    const user = await createUser()
    const config = await createConfig({ name: 'Alpha' })
    const filters = 'q=alpha'

    const switched = await client
      .post(pageOf(config, 'activate'))
      .form({ _changelist_filters: filters })
      .withCsrfToken()
      .loginAs(user)
    const undo = switched.text().split('class="message-offers"')[1].split('</div>')[0]

    assert.include(undo, pageOf(config, 'deactivate'))
    assert.equal(
      undo.split(`name="_changelist_filters" value="${filters}"`).length,
      undo.split('</form>').length
    )
  })

  test('that a form brings back is read by the same rules', async ({ client, assert }) => {
    const config = await createConfig({ name: 'Alpha' })
    const user = await createUser()
    const saved = await client
      .post(pageOf(config, 'change'))
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
    assert.notInclude(textOf(saved.text()), 'evil')
  })
})
