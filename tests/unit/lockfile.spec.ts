import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'

test.group('Lock of the dependencies', () => {
  test('npm ci compiles nothing: run "node scripts/lint/lockfile.ts" if this fails', ({
    assert,
  }) => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    assert.isFalse(packages['node_modules/better-sqlite3'].gypfile)
  })
})
