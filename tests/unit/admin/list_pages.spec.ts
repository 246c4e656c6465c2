import { test } from '@japa/runner'
import { breakableText } from '../../../app/smtp_admin/admin/presenters/breakable.js'
import { numbers } from '../../../app/smtp_admin/admin/configs/shown_pages.js'
import { searchTerms } from '../../../app/smtp_admin/admin/configs/search_terms.js'

test.group('The numbers of pages', () => {
  test('are the ends, the page and its neighbours, with gaps between', ({ assert }) => {
    assert.deepEqual(numbers(1, 3), [1, 2, 3])
    assert.deepEqual(numbers(1, 20), [1, 2, null, 19, 20])
    assert.deepEqual(numbers(10, 20), [1, 2, null, 9, 10, 11, null, 19, 20])
    assert.deepEqual(numbers(4, 20), [1, 2, 3, 4, 5, null, 19, 20])
    assert.deepEqual(numbers(20, 20), [1, 2, null, 19, 20])
  })

  test('leave no gap for a single page', ({ assert }) => {
    assert.deepEqual(numbers(5, 20), [1, 2, 3, 4, 5, 6, null, 19, 20])
    assert.deepEqual(numbers(3, 6), [1, 2, 3, 4, 5, 6])
  })
})

test.group('The terms of a search', () => {
  test('are words, and phrases as they are quoted', ({ assert }) => {
    assert.deepEqual(searchTerms('  hanna  mail '), ['hanna', 'mail'])
    assert.deepEqual(searchTerms('"Primary  Mail" hanna'), ['Primary Mail', 'hanna'])
    assert.deepEqual(searchTerms('a"b c"d'), ['a', 'b c', 'd'])
  })

  test('are taken from what is not quoted to its end, and none from nothing', ({ assert }) => {
    assert.deepEqual(searchTerms('"open end'), ['open', 'end'])
    assert.deepEqual(searchTerms('"" " " '), [])
    assert.deepEqual(searchTerms('mail mail'), ['mail'])
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
