import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { LIST } from '#tests/helpers/html/admin_pages'
import { layoutSource, useLayoutSource } from '#tests/helpers/views/host_views'
import { usePolicy } from '#tests/helpers/html/shield'
import { createUser } from '#tests/helpers/db/users'

const NONCES_ONLY = {
  defaultSrc: ["'none'"],
  styleSrc: ['@nonce'],
  scriptSrc: ['@nonce'],
  formAction: ["'self'"],
}

/** The nonce of what the page loads, if it has one: the stylesheet and the script have the same. */
function linkedNonce(html: string) {
  const [, style] = /<link rel="stylesheet" href="[^"]+"(?: nonce="([^"]*)")? \/>/.exec(html)!
  const [, script] = /<script type="module" src="[^"]+"(?: nonce="([^"]*)")?>/.exec(html)!
  return style === script ? style : `${style} and ${script}`
}

test.group('The policy of the host', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('lets stylesheet and script load by their nonce, {where}')
    .with([
      { where: 'on a page of its own', layout: null },
      { where: 'in a layout', layout: layoutSource() },
    ])
    .run(async ({ client, assert }, { layout }) => {
      await usePolicy(NONCES_ONLY)
      if (layout) {
        useLayoutSource(layout)
      }
      const user = await createUser()

      const one = await client.get(LIST).loginAs(user)
      const other = await client.get(LIST).loginAs(user)

      for (const response of [one, other]) {
        assert.equal(
          response.header('content-security-policy'),
          `default-src 'none';style-src 'nonce-${linkedNonce(response.text())}';script-src 'nonce-${linkedNonce(response.text())}';form-action 'self'`
        )
      }
      assert.notEqual(linkedNonce(one.text()), linkedNonce(other.text()))
    })

  test('is left alone, layout or not', async ({ client }) => {
    await usePolicy({ defaultSrc: ["'self'"] })
    const user = await createUser()

    const own = await client.get(LIST).loginAs(user)
    useLayoutSource(layoutSource())
    const embedded = await client.get(LIST).loginAs(user)

    own.assertHeader('content-security-policy', "default-src 'self'")
    embedded.assertHeader('content-security-policy', "default-src 'self'")
  })
})

test.group('Where the host has no policy', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a page of ours has a strict one, and no nonce', async ({ client, assert }) => {
    await usePolicy(null)

    const response = await client.get(LIST).loginAs(await createUser())

    assert.include(response.header('content-security-policy'), "default-src 'self';")
    assert.isUndefined(linkedNonce(response.text()))
  })

  test('one in its layout has none for what the layout loads', async ({ client }) => {
    await usePolicy(null)
    useLayoutSource(layoutSource())

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertHeader(
      'content-security-policy',
      "base-uri 'self'; object-src 'none'; frame-ancestors 'none'"
    )
  })
})
