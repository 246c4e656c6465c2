import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { DateTime } from 'luxon'
import type User from '#models/user'
import { services } from '../../helpers/services.js'
import { timesIn } from '../../../app/smtp_admin/admin/presenters/time.js'
import { LIST } from '#tests/helpers/html/admin_pages'
import { withBrowserCookie } from '#tests/helpers/browser/browser_cookie'
import { createConfig } from '#tests/helpers/db/configs'
import { createUser } from '#tests/helpers/db/users'

test.group('Times on the pages', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  /** The list with one configuration, and when that was changed as the page should say it. */
  async function shownIn(zone: string, language = 'en') {
    const { updatedAt } = await createConfig({ name: 'Relay' })
    return timesIn(language, zone)(updatedAt).text
  }

  function listIn(client: ApiClient, user: User, zone: string) {
    const request = client.get(LIST).loginAs(user)
    return withBrowserCookie(request, 'smtp_admin_time_zone', zone)
  }

  test('are in UTC, and say so, as long as nobody has said otherwise', async ({
    client,
    assert,
  }) => {
    const text = await shownIn('UTC')

    const response = await client.get(LIST).loginAs(await createUser())

    assert.match(text, / UTC$/)
    response.assertTextIncludes(`>${text}</time>`)
    response.assertTextIncludes('data-path="/admin/smtp" data-locale="en-GB"')
  })

  test('are in the zone of the browser that its cookie tells', async ({ client, assert }) => {
    const text = await shownIn('Asia/Tokyo')

    const response = await listIn(client, await createUser(), 'Asia/Tokyo')

    assert.match(text, / GMT\+9$/)
    response.assertTextIncludes(`>${text}</time>`)
    assert.match(response.text(), /<time datetime="[^"]+\+09:00">/)
  })

  test('are in UTC when a cookie names no zone: {what}')
    .with([
      { what: 'one that there is not', name: 'Middle/Earth' },
      { what: 'markup', name: '"><script>' },
      { what: 'a path', name: '../../etc/localtime' },
      { what: 'far too much', name: 'A'.repeat(5000) },
    ])
    .run(async ({ client }, { name }) => {
      const text = await shownIn('UTC')

      const response = await listIn(client, await createUser(), name)

      response.assertStatus(200)
      response.assertTextIncludes(`>${text}</time>`)
    })

  test('are in the zone that the app says, whatever the browser does', async ({
    client,
    cleanup,
  }) => {
    const text = await shownIn('America/New_York')
    const { config } = services
    config.timeZone = () => 'America/New_York'
    cleanup(() => {
      delete config.timeZone
    })

    const response = await listIn(client, await createUser(), 'Asia/Tokyo')

    response.assertTextIncludes(`>${text}</time>`)
    response.assertTextIncludes('data-locale=""')
  })

  test('are written as the language of the page writes them', async ({ client, assert }) => {
    const text = await shownIn('Europe/Berlin', 'de')

    const response = await listIn(client, await createUser(), 'Europe/Berlin').header(
      'accept-language',
      'de'
    )

    assert.match(text, / MES?Z$/)
    response.assertTextIncludes(`>${text}</time>`)
  })
})

test.group('A time', () => {
  const time = DateTime.fromISO('2026-10-19T14:45:00Z')

  test('is written with its zone, and for machines', ({ assert }) => {
    const { iso, text } = timesIn('en', 'UTC')(time)

    assert.equal(text, '19 Oct 2026, 14:45 UTC')
    assert.equal(iso, '2026-10-19T14:45:00.000Z')
  })

  test('says how long ago it was, in the language of the page', ({ assert }) => {
    const twoDaysAgo = DateTime.now().minus({ days: 2, hours: 1 })

    assert.equal(timesIn('en', 'UTC')(twoDaysAgo).ago, '2 days ago')
    assert.equal(timesIn('de', 'UTC')(twoDaysAgo).ago, 'vor 2 Tagen')
  })

  test('is now when it has just been, or by another clock is about to be', ({ assert }) => {
    const now = DateTime.now()

    assert.equal(timesIn('en', 'UTC')(now.minus({ milliseconds: 400 })).ago, 'now')
    assert.equal(timesIn('de', 'UTC')(now.plus({ seconds: 2 })).ago, 'jetzt')
  })
})
