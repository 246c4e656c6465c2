import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { LIST } from '#tests/helpers/html/admin_pages'
import { withBrowserCookie } from '#tests/helpers/browser/browser_cookie'
import { layoutSource, useLayoutSource } from '#tests/helpers/views/host_views'
import { createUser } from '#tests/helpers/db/users'

const THEME = '/admin/smtp/preferences/theme'

test.group('The theme of the pages', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is that of the device until somebody chooses', async ({ client }) => {
    const response = await client.get(LIST).loginAs(await createUser())

    response.assertTextIncludes('<html lang="en" data-theme="system">')
    response.assertTextIncludes('<meta name="color-scheme" content="light dark" />')
    response.assertTextIncludes('aria-label="Theme: system"')
  })

  test('is kept for a year, for these pages alone: {theme}')
    .with([
      { theme: 'light', scheme: 'light' },
      { theme: 'dark', scheme: 'dark' },
      { theme: 'system', scheme: 'light dark' },
    ])
    .run(async ({ client, assert }, { theme, scheme }) => {
      const user = await createUser()

      const chosen = await client
        .post(THEME)
        .withCsrfToken()
        .form({ theme, back: `${LIST}?q=a` })
        .loginAs(user)
        .redirects(0)
      const page = await withBrowserCookie(
        client.get(LIST).loginAs(user),
        'smtp_admin_theme',
        theme
      )

      chosen.assertStatus(302)
      chosen.assertHeader('location', `${LIST}?q=a`)
      const cookie = cookieOf(chosen.header('set-cookie'))
      assert.include(cookie, `smtp_admin_theme=${theme}; Max-Age=31`)
      for (const part of ['Path=/admin/smtp', 'HttpOnly', 'SameSite=Lax']) {
        assert.include(cookie, `; ${part}`)
      }
      page.assertTextIncludes(`data-theme="${theme}"`)
      page.assertTextIncludes(`<meta name="color-scheme" content="${scheme}" />`)
    })

  test('is for those who may see the pages, and is posted with a token', async ({
    client,
    assert,
  }) => {
    const unsigned = await client
      .post(THEME)
      .form({ theme: 'dark' })
      .loginAs(await createUser())
    const got = await client.get(THEME).loginAs(await createUser())

    for (const response of [unsigned, got]) {
      assert.notInclude(String(response.header('set-cookie')), 'smtp_admin_theme=')
    }
    got.assertStatus(404)
  })

  test('is one of three, whatever a cookie or a form says', async ({ client, assert }) => {
    const user = await createUser()

    const page = await withBrowserCookie(
      client.get(LIST).loginAs(user),
      'smtp_admin_theme',
      '"><script>'
    )
    const chosen = await client
      .post(THEME)
      .withCsrfToken()
      .form({ theme: '"><script>' })
      .loginAs(user)

    page.assertTextIncludes('data-theme="system"')
    chosen.assertStatus(422)
    assert.notInclude(String(chosen.header('set-cookie')), 'smtp_admin_theme=')
  })

  test('leads nobody away from the pages: {$self}')
    .with([
      'https://elsewhere.example/admin/smtp',
      '//elsewhere.example/admin/smtp',
      '/\\elsewhere.example/admin/smtp',
      '/admin/smtp/../../orders',
      '/orders',
      'javascript:alert(1)',
      '/admin/smtp/preferences/theme',
      '',
    ])
    .run(async ({ client }, back) => {
      const response = await client
        .post(THEME)
        .withCsrfToken()
        .form({ theme: 'dark', back })
        .loginAs(await createUser())
        .redirects(0)

      response.assertHeader('location', '/admin/smtp')
    })

  test('is the affair of the layout where there is one', async ({ client, assert }) => {
    useLayoutSource(layoutSource())

    const response = await client.get(LIST).loginAs(await createUser())

    assert.notInclude(response.text(), 'Theme:')
    assert.notInclude(response.text(), 'data-theme')
  })
})

/** The cookie among those of an answer. */
function cookieOf(header: string | string[] | undefined): string {
  return [header ?? []].flat().find((it) => it.startsWith('smtp_admin_theme=')) ?? ''
}
