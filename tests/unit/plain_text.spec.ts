import { test } from '@japa/runner'
import { plainLine, plainText } from '../../app/smtp_admin/sanitize.js'

test.group('Plain text', () => {
  test('has one blank for each run of what is not to be seen', ({ assert }) => {
    assert.equal(plainText('a\u001b[31mb \t\u0000 c\u200b\u202ed'), 'a [31mb c d')
    assert.equal(plainText('😀 and 👩\u200d🚀, ünïcödé'), '😀 and 👩 🚀, ünïcödé')
  })

  test('keeps its lines, whatever ends them', ({ assert }) => {
    assert.equal(plainText('one\r\ntwo\n\nthree\rfour\u2028five'), 'one \ntwo\n\nthree four five')
  })

  test('is well formed where somebody has cut a character in two', ({ assert }) => {
    assert.equal(plainText(`a${'😀'.slice(0, 1)}b`), 'a b')
    assert.isTrue(plainLine('😀'.repeat(10), 5).isWellFormed())
  })

  test('in one line is of a length', ({ assert }) => {
    assert.equal(plainLine(' one \r\n\t two ', 20), 'one two')
    assert.equal(plainLine('x'.repeat(1000), 3), 'xxx…')
    assert.equal(plainLine('', 3), '')
  })
})
