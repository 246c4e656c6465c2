import { test } from '@japa/runner'
import { foldCase, searchText } from '../../../app/smtp_admin/models/search_text.js'

test.group('The text that searches look into', () => {
  test('has name, host, username and sender, a line each, in lower case', ({ assert }) => {
    const searched = { host: 'Mail.Example.com', username: 'Hanna', fromEmail: 'Shop@Example.com' }

    assert.equal(
      searchText({ name: 'ПОЧТА der BÜROS', ...searched }),
      'почта der büros\nmail.example.com\nhanna\nshop@example.com'
    )
  })

  test('has an empty line where there is nothing', ({ assert }) => {
    const text = searchText({ name: 'A', host: 'b.example', username: null, fromEmail: null })

    assert.equal(text, 'a\nb.example\n\n')
  })

  test('has accents in one piece, however they were typed', ({ assert }) => {
    assert.equal(foldCase('Bu\u0308ro'), 'b\u00fcro')
    assert.equal(foldCase('B\u00dcRO'), 'b\u00fcro')
  })
})
