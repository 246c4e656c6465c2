import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { run } from '../helpers/host/host_app.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

test.group('With 10,000 configurations and 100,000 entries in the history', () => {
  test('no page takes more than three times as long as with ten', async ({ assert }) => {
    await assert.doesNotReject(() => run('npm run --silent benchmark', ROOT))
  }).timeout(600_000)
})
