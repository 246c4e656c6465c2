import { test } from '@japa/runner'
import { breakableText } from '../../../app/smtp_admin/admin/presenters/breakable.js'
import {
  parseListParams,
  parseSearch,
  toListQuery,
} from '../../../app/smtp_admin/admin/configs/list_params.js'
import { pageNumbers } from '../../../app/smtp_admin/admin/presenters/page_numbers.js'

test.group('The numbers of pages', () => {
  test('are the first and last, the current one and its neighbours, with gaps between', ({
    assert,
  }) => {
    assert.deepEqual(pageNumbers(1, 3), [1, 2, 3])
    assert.deepEqual(pageNumbers(1, 20), [1, 2, null, 19, 20])
    assert.deepEqual(pageNumbers(10, 20), [1, 2, null, 9, 10, 11, null, 19, 20])
    assert.deepEqual(pageNumbers(4, 20), [1, 2, 3, 4, 5, null, 19, 20])
    assert.deepEqual(pageNumbers(20, 20), [1, 2, null, 19, 20])
  })

  test('have no gap in place of a single page', ({ assert }) => {
    assert.deepEqual(pageNumbers(5, 20), [1, 2, 3, 4, 5, 6, null, 19, 20])
    assert.deepEqual(pageNumbers(3, 6), [1, 2, 3, 4, 5, 6])
  })
})

test.group('The terms of a search', () => {
  test('are words and quoted phrases', ({ assert }) => {
    assert.deepEqual(parseSearch('  hanna  mail '), ['hanna', 'mail'])
    assert.deepEqual(parseSearch('"Primary  Mail" hanna'), ['Primary Mail', 'hanna'])
    assert.deepEqual(parseSearch('a"b c"d'), ['a', 'b c', 'd'])
  })

  test('ignore an unclosed quotation mark, empty terms and repetitions', ({ assert }) => {
    assert.deepEqual(parseSearch('"open end'), ['open', 'end'])
    assert.deepEqual(parseSearch('"" " " '), [])
    assert.deepEqual(parseSearch('mail mail'), ['mail'])
  })

  test('are the first ten', ({ assert }) => {
    assert.deepEqual(parseSearch('a b c d e f g h i j k').join(''), 'abcdefghij')
  })
})

test.group('The query string of the list', () => {
  test('ignores invalid values: {$self}')
    .with([
      'o=password',
      'o=99',
      'p=0',
      'p=1e9',
      'all=maybe',
      'status__exact=fine',
      'is_active__exact=true',
      'password__startswith=x',
    ])
    .run(({ assert }, query) => {
      const params = parseListParams(Object.fromEntries(new URLSearchParams(query)))
      assert.deepEqual(toListQuery(params), {})
    })

  test('ignores values that are not text', ({ assert }) => {
    const params = parseListParams({ q: ['a'], p: ['1', '2'], o: { a: '1' }, all: [] })
    assert.deepEqual(toListQuery(params), {})
  })

  test('keeps the valid columns of an order, each of them once', ({ assert }) => {
    assert.deepEqual(toListQuery(parseListParams({ o: '9.-2.2.zzz.1' })), { o: '-2.1' })
  })

  test('shortens a search of more than 200 characters', ({ assert }) => {
    assert.equal(parseListParams({ q: 'x'.repeat(10_000) }).search, 'x'.repeat(200))
  })
})

test.group('A long address', () => {
  test('may go on in the next line after a dot and before the @', async ({ assert }) => {
    const breakable = await breakableText()
    assert.equal(
      String(Reflect.get(breakable('no_reply@mail.example.com'), 'value')),
      'no_<wbr>reply<wbr>@mail.<wbr>example.<wbr>com'
    )
  })

  test('is escaped part by part', async ({ assert }) => {
    const breakable = await breakableText()
    const shown = String(Reflect.get(breakable('<img.src="x">&amp;'), 'value'))
    assert.equal(shown, '&lt;img.<wbr>src=&quot;x&quot;&gt;&amp;amp;')
  })
})
