import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { HOME } from '#tests/helpers/html/admin_pages'
import { emptyTables } from '#tests/helpers/db/configs'
import { HISTORY, createEntry } from '#tests/helpers/db/history_entries'
import { createUser } from '#tests/helpers/db/users'

const PAYLOADS = [
  '"><script>alert(1)</script>',
  '</script></title><img src=x onerror=alert(1)>',
  '{{ 1+1 }} {{{ 1+1 }}} @include("x")',
  `' onmouseover=alert(1) x='`,
]

const ALIVE = /<script(?! type="module" src="\/admin\/smtp\/assets\/)|<img|<[^>]* onmouseover=/i

test.group('Text that means to be code, in the history', (group) => {
  group.tap((it) => it.tags(['@db']))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => emptyTables())

  test('is only text, whichever column it is in: {$self}')
    .with(PAYLOADS)
    .run(async ({ client, assert }, payload) => {
      const short = payload.slice(0, 20)
      const { configId } = await createEntry({
        ...{ configName: payload, scope: payload, action: short as 'changed', actorId: payload },
        ...{ actorLabel: payload, source: short as 'code', ip: payload },
        changes: {
          host: [payload, `${payload}!`],
          password: [null, payload],
          use_tls: [payload, null],
          [payload]: [payload, { [payload]: payload }],
          reason: [null, payload],
        },
      })
      const user = await createUser('viewer')

      for (const path of [HISTORY, `/admin/smtp/configs/${configId}/history`, HOME]) {
        const response = await client.get(path).loginAs(user)
        response.assertStatus(200)
        assert.notMatch(response.text(), ALIVE, path)
        assert.notInclude(response.text(), '2 2 @include', path)
        assert.include(response.text(), escaped(payload), path)
      }
    })

  test('is only text in an address: {$self}')
    .with(PAYLOADS)
    .run(async ({ client, assert }, payload) => {
      const user = await createUser('viewer')
      const query = { p: payload, action__exact: payload, [payload]: payload }
      const response = await client.get(HISTORY).qs(query).loginAs(user)
      response.assertStatus(200)
      assert.notMatch(response.text(), ALIVE)
    })
})

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
}
