import { test } from '@japa/runner'
import { LIMIT, ratioOf, verdict } from '../../benchmarks/ratios.js'

/** Measured often enough: one slow moment of the machine among them. */
const TEN_MS = [10, 9, 11, 10, 500]

const times = (many: number[]) => ({ few: TEN_MS, many })

test.group('The benchmark', () => {
  test('compares medians, so that a slow moment does not count', ({ assert }) => {
    assert.equal(ratioOf(times([25, 24, 900, 26, 25])), 2.5)
    assert.equal(ratioOf({ few: [10, 20], many: [30] }), 2)
  })

  test('passes when every page stays within the limit', ({ assert }) => {
    const { lines, succeeded } = verdict(
      new Map([
        ['the list', times([30])],
        ['a search', times([5])],
      ])
    )
    assert.deepEqual(lines, ['the list   × 3.00', 'a search   × 0.50'])
    assert.isTrue(succeeded)
  })

  test('fails for one page that does not, and marks it', ({ assert }) => {
    const { lines, succeeded } = verdict(
      new Map([
        ['the list', times([15])],
        ['a search', times([31])],
      ])
    )
    assert.deepEqual(lines, ['the list   × 1.50', `a search   × 3.10   more than ${LIMIT}`])
    assert.isFalse(succeeded)
  })

  test('fails when nothing was measured', ({ assert }) => {
    assert.isFalse(verdict(new Map()).succeeded)
    assert.isFalse(verdict(new Map([['the list', { few: [], many: [] }]])).succeeded)
  })
})
