import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { readPage } from '#tests/helpers/docs/documentation'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const NUMBERS = Array.from({ length: 20 }, (_, i) => i + 1)

/** The numbers that titles of tests begin with, as in “Promise 7: …” or “Promises 11 and 13: …”. */
async function testedPromises(): Promise<Set<number>> {
  const specs = globSync('tests/**/*.spec.ts', { cwd: ROOT })
  const texts = await Promise.all(specs.map((path) => readPage(path)))
  const titles = texts.join('\n').matchAll(/\btest\(\s*['"`]Promises? (\d+(?: and \d+)*): /g)
  return new Set([...titles].flatMap(([, numbers]) => numbers.split(' and ').map(Number)))
}

test.group('The promises of the pages', () => {
  test('are numbered from 1 to 20 in the documentation', async ({ assert }) => {
    const page = await readPage('docs/acceptance.md')
    const numbers = [...page.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
    assert.deepEqual(numbers, NUMBERS)
  })

  test('each have tests that begin with their number, and no test keeps another one', async ({
    assert,
  }) => {
    assert.sameMembers([...(await testedPromises())], NUMBERS)
  })
})
