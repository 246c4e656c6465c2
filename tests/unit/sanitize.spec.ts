import { test } from '@japa/runner'
import { toSingleLine, stripControlCharacters } from '../../app/smtp_admin/sanitize.js'

test.group('Plain text', () => {
  test('has one blank for each run of what is not to be seen', ({ assert }) => {
    assert.equal(stripControlCharacters('a\u001b[31mb \t\u0000 c\u200b\u202ed'), 'a [31mb c d')
    assert.equal(stripControlCharacters('😀 and 👩\u200d🚀, ünïcödé'), '😀 and 👩 🚀, ünïcödé')
  })

  test('keeps its lines, whatever ends them', ({ assert }) => {
    assert.equal(
      stripControlCharacters('one\r\ntwo\n\nthree\rfour\u2028five'),
      'one \ntwo\n\nthree four five'
    )
  })

  test('is well formed where a character was cut in two', ({ assert }) => {
    assert.equal(stripControlCharacters(`a${'😀'.slice(0, 1)}b`), 'a b')
    assert.isTrue(toSingleLine('😀'.repeat(10), 5).isWellFormed())
  })

  test('in one line is of a length', ({ assert }) => {
    assert.equal(toSingleLine(' one \r\n\t two ', 20), 'one two')
    assert.equal(toSingleLine('x'.repeat(1000), 3), 'xxx…')
    assert.equal(toSingleLine('', 3), '')
  })
})
