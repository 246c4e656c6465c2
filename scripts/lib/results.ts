import type { Result } from './run_suites.ts'

function counted(passed: number, failed: number, skipped: number) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function headline({ name, passed, failed, faults, skipped, seconds }: Result) {
  const counts = counted(passed, failed + faults.length, skipped.length)
  return `${name}: ${counts} (${seconds.toFixed(1)} s)`
}

/** What a run printed, under a heading of its own. */
export function resultLines(result: Result) {
  return [
    '',
    `=== ${headline(result)} ===`,
    result.output.trimEnd(),
    ...result.faults.map((fault) => `FAILED: ${result.name}: ${fault}`),
  ]
}

/**
 * Each run in one line, what was left out by name, and the sum last, alone on its line. What was left
 * out counts as failed only where nothing may be.
 */
export function totals(results: Result[], missing: string[], required: boolean) {
  const sum = (count: (result: Result) => number) => results.reduce((n, it) => n + count(it), 0)
  const passed = sum((result) => result.passed)
  const faults = sum((result) => result.faults.length) + (required ? missing.length : 0)
  const failed = sum((result) => result.failed) + faults
  const skipped = sum((result) => result.skipped.length)

  const lines = [
    '',
    '=== All runs ===',
    ...results.map(headline),
    ...missing.map((sentence) => (required ? `FAILED: ${sentence}` : sentence)),
    ...results.flatMap(({ name, skipped: titles }) =>
      titles.map((title) => `skipped in ${name}: ${title}`)
    ),
    '',
    counted(passed, failed, skipped),
  ]
  return { lines, succeeded: failed === 0 && passed > 0 }
}
