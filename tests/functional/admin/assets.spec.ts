import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { LIST } from '#tests/helpers/html/admin_pages'
import { createUser } from '#tests/helpers/db/users'

/** Gzipped. */
const LARGEST_BYTES = 25_000

const FILES = [
  { file: 'smtp_admin.css', tag: /<link rel="stylesheet" href="([^"]+)"/, type: 'text/css' },
  { file: 'smtp_admin.js', tag: /<script type="module" src="([^"]+)"/, type: 'text/javascript' },
]

test.group('What the pages load', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is kept for ever under the address of its content: {file}')
    .with(FILES)
    .run(async ({ client, assert }, { file, tag, type }) => {
      const user = await createUser()
      const page = await client.get(LIST).loginAs(user)
      const [, address] = tag.exec(page.text())!

      const response = await client.get(address).loginAs(user)

      assert.match(address, new RegExp(`^/admin/smtp/assets/[\\da-f]{12}/${file}$`))
      response.assertStatus(200)
      response.assertHeader('content-type', `${type}; charset=utf-8`)
      response.assertHeader('x-content-type-options', 'nosniff')
      response.assertHeader('cache-control', 'private, max-age=31536000, immutable')
    })

  test('is not kept under the address of another version: {file}')
    .with(FILES)
    .run(async ({ client }, { file }) => {
      const response = await client
        .get(`/admin/smtp/assets/000000000000/${file}`)
        .loginAs(await createUser())

      response.assertStatus(200)
      response.assertHeader('cache-control', 'no-store')
    })

  test('is small: stylesheet and script together, as they travel', async ({ client, assert }) => {
    const user = await createUser()
    const sizes = await Promise.all(
      FILES.map(async ({ file }) => {
        const response = await client.get(`/admin/smtp/assets/0/${file}`).loginAs(user)
        return gzipSync(response.text()).length
      })
    )
    const bytes = sizes[0] + sizes[1]

    assert.isAbove(bytes, 1_000)
    assert.isAtMost(bytes, LARGEST_BYTES, `${bytes - LARGEST_BYTES} bytes too many`)
  })

  test('moves nothing, whatever somebody has said of motion', async ({ client, assert }) => {
    const response = await client
      .get('/admin/smtp/assets/0/smtp_admin.css')
      .loginAs(await createUser())

    assert.notMatch(response.text(), /\b(animation|transition|scroll-behavior)\b/)
  })

  test('writes text into the page, and never anything that could be code', async ({
    client,
    assert,
  }) => {
    const response = await client
      .get('/admin/smtp/assets/0/smtp_admin.js')
      .loginAs(await createUser())

    assert.include(response.text(), '.textContent')
    assert.notMatch(
      response.text(),
      /innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|\beval\b|Function\(/
    )
  })
})
