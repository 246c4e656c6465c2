import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { errors } from '#smtp_admin'

const PAGE = new URL('../../docs/troubleshooting.md', import.meta.url)

test.group('docs/troubleshooting.md', () => {
  for (const code of Object.keys(errors)) {
    test(`explains ${code}`, async ({ assert }) => {
      assert.include(await readFile(PAGE, 'utf8'), `\`${code}\``)
    })
  }
})
