import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { freePort } from '../../scripts/lib/ports.js'
import { resultLines, totals } from '../../scripts/lib/results.js'
import { sideBySide } from '../../scripts/lib/side_by_side.js'

const GREEN = {
  name: 'SQLite: unit',
  passed: 3,
  failed: 0,
  skipped: [],
  pinned: [],
  seconds: 1.25,
  output: 'fine\n',
  faults: [],
}
const CRASHED = { ...GREEN, name: 'SQLite: browser', passed: 0, faults: ['it ran no test'] }
const SKIPPING = { ...GREEN, skipped: ['sends (no server)'] }
const MISSING = ['PostgreSQL does not answer']

test.group('Sum of several runs', () => {
  test('the sum is the last line, alone', ({ assert }) => {
    const { lines, succeeded } = totals([GREEN, { ...GREEN, failed: 2 }], [], false)
    assert.equal(lines.at(-1), '6 passed, 2 failed')
    assert.isFalse(succeeded)
  })

  test('a run that crashed counts as a failure', ({ assert }) => {
    const { lines, succeeded } = totals([GREEN, CRASHED], [], false)
    assert.equal(lines.at(-1), '3 passed, 1 failed')
    assert.isFalse(succeeded)
    assert.include(resultLines(CRASHED).at(-1), 'FAILED: SQLite: browser: it ran no test')
  })

  test('skipped tests are counted and named', ({ assert }) => {
    const { lines, succeeded } = totals([SKIPPING], [], false)
    assert.equal(lines.at(-1), '3 passed, 0 failed, 1 skipped')
    assert.include(lines, 'skipped in SQLite: unit: sends (no server)')
    assert.isTrue(succeeded)
  })

  test('a server that does not answer is a failure only where it is required', ({ assert }) => {
    assert.isTrue(totals([GREEN], MISSING, false).succeeded)
    assert.include(totals([GREEN], MISSING, false).lines, 'PostgreSQL does not answer')
    assert.equal(totals([GREEN], MISSING, true).lines.at(-1), '3 passed, 1 failed')
    assert.isFalse(totals([GREEN], MISSING, true).succeeded)
  })

  test('no test at all is no success', ({ assert }) => {
    assert.isFalse(totals([], [], false).succeeded)
  })
})

test.group('Running things side by side', () => {
  test('no more than so many run at once, and all of them run', async ({ assert }) => {
    const done: number[] = []
    let running = 0
    let most = 0
    await sideBySide([1, 2, 3, 4, 5], 2, async (item) => {
      most = Math.max(most, ++running)
      await wait(5)
      running--
      done.push(item)
    })
    assert.equal(most, 2)
    assert.sameMembers(done, [1, 2, 3, 4, 5])
  })
})

test.group('Free ports', () => {
  test('a port in use is passed over', async ({ assert }) => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    try {
      assert.isAbove(await freePort(port, '127.0.0.1'), port)
    } finally {
      server.close()
    }
  })
})
