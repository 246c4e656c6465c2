import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { accountScope } from '#smtp_admin'
import { LIST, makeUnreadable } from '#tests/helpers/html/admin_pages'
import { createConfig, createConfigWithLogin } from '#tests/helpers/db/configs'
import { createConfigIn } from '#tests/helpers/db/tested_configs'
import { createUser } from '#tests/helpers/db/users'
import { filterIn, linksIn, mainText, namesIn, textIn } from '#tests/helpers/html/page'

test.group('The filters of the list', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    await createConfig({ name: 'Alpha', isActive: true })
    await createConfig({ name: 'Beta', useTls: false, useSsl: true, port: 465 })
    await makeUnreadable(await createConfigWithLogin({ name: 'Gamma' }))
  })

  test('show the number of rows for each choice, with the search and the other filters', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const whole = await client.get(LIST).loginAs(user)
    const narrowed = await client.get(`${LIST}?is_active__exact=0&q=a`).loginAs(user)
    const [all, inactive] = [whole.text(), narrowed.text()]

    assert.equal(filterIn(all, 'active'), '[All 3], Yes 1, No 2')
    assert.equal(filterIn(all, 'encryption'), '[All 3], STARTTLS 2, SSL/TLS 1, No encryption 0')
    assert.equal(
      filterIn(all, 'status'),
      '[All 3], Working 0, Failing 0, Not tested 2, Needs retest 0, Password unreadable 1'
    )
    assert.equal(filterIn(inactive, 'active'), 'All 3, Yes 1, [No 2]')
    assert.equal(
      filterIn(inactive, 'encryption'),
      '[All 2], STARTTLS 1, SSL/TLS 1, No encryption 0'
    )
  })

  test('narrow the list down together', async ({ client, assert }) => {
    const user = await createUser()
    const namesAt = async (query: string) => {
      const response = await client.get(`${LIST}?${query}`).loginAs(user)
      return namesIn(response.text())
    }

    assert.deepEqual(await namesAt('is_active__exact=0'), ['Beta', 'Gamma'])
    assert.deepEqual(await namesAt('status__exact=unreadable'), ['Gamma'])
    assert.deepEqual(await namesAt('is_active__exact=0&encryption__exact=starttls'), ['Gamma'])
    assert.deepEqual(await namesAt('status__exact=untested&q=beta'), ['Beta'])
  })

  test('filter by the latest test: working, failing or changed since', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const states = ['working', 'failing', 'untested', 'stale', 'unreadable'] as const
    for (const state of states) {
      await createConfigIn(state, { name: `Zz ${state}` })
    }
    for (const state of states) {
      const response = await client.get(`${LIST}?status__exact=${state}&q=zz`).loginAs(user)
      assert.deepEqual(namesIn(response.text()), [`Zz ${state}`])
    }
    const all = await client.get(`${LIST}?q=zz&o=1`).loginAs(user)
    assert.deepEqual(
      namesIn(all.text()),
      ['failing', 'unreadable', 'stale', 'untested', 'working'].map((state) => `Zz ${state}`)
    )
    assert.include(
      filterIn(all.text(), 'status'),
      'Working 1, Failing 1, Not tested 1, Needs retest 1'
    )
  })

  test('are links that keep search and order, and begin on the first page', async ({
    client,
    assert,
  }) => {
    const response = await client
      .get(`${LIST}?q=a&o=-2&p=1&encryption__exact=starttls`)
      .loginAs(await createUser())

    const links = linksIn(response.text())
    assert.equal(
      links.get('No 1'),
      `${LIST}?q=a&is_active__exact=0&encryption__exact=starttls&o=-2`
    )
  })

  test('that are on can be taken off one by one, or all', async ({ client, assert }) => {
    const response = await client
      .get(`${LIST}?q=a&is_active__exact=0&encryption__exact=tls`)
      .loginAs(await createUser())

    const links = linksIn(response.text())
    assert.equal(links.get('Remove filter Active: No'), `${LIST}?q=a&encryption__exact=tls`)
    assert.equal(links.get('Clear all filters'), `${LIST}?q=a`)
    assert.equal(links.get('Clear search'), `${LIST}?is_active__exact=0&encryption__exact=tls`)
    assert.include(mainText(response.text()), 'Filters (2 active)')
  })

  test('that leave nothing say so, and not that there is nothing', async ({ client, assert }) => {
    const user = await createUser()
    const filtered = await client.get(`${LIST}?status__exact=failing`).loginAs(user)
    const both = await client.get(`${LIST}?status__exact=failing&q=x`).loginAs(user)

    assert.include(textIn(filtered.text()), 'No configuration matches the current filters.')
    assert.include(textIn(both.text()), 'No configuration matches “x” with the current filters.')
    assert.notInclude(filtered.text(), 'No SMTP configurations yet')
  })

  test('ask whose a server is only where an account has one', async ({ client, assert }) => {
    const user = await createUser()
    const before = await client.get(LIST).loginAs(user)
    await createConfig({ name: 'Own server', scope: accountScope(7), isActive: true })
    const after = await client.get(`${LIST}?scope__exact=account`).loginAs(user)

    assert.equal(filterIn(before.text(), 'scope'), '')
    assert.equal(filterIn(after.text(), 'scope'), 'All 4, Site 3, [Accounts 1]')
    assert.deepEqual(namesIn(after.text()), ['Own server'])
  })
})
