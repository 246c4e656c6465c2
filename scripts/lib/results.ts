import type { Result } from './run_suites.ts'

function counts({ passed, failed, faults, skipped }: Result) {
  const left = skipped.length > 0 ? `, ${skipped.length} skipped` : ''
  return `${passed} passed, ${failed + faults.length} failed${left}`
}

function headline(result: Result) {
  return `${result.name}: ${counts(result)} (${result.seconds.toFixed(1)} s)`
}

/** What a run printed, under a heading of its own. */
export function printResult(result: Result) {
  console.log(`\n=== ${headline(result)} ===`)
  console.log(result.output.trimEnd())
  result.faults.forEach((fault) => console.log(`\nFAILED: ${result.name}: ${fault}`))
}

/** Each run in one line, what was left out by name, and the sum last; true when all is well. */
export function printTotals(results: Result[], missing: string[], required: boolean) {
  console.log('\n=== All runs ===')
  results.forEach((result) => console.log(headline(result)))
  missing.forEach((sentence) => console.log(required ? `FAILED: ${sentence}` : sentence))
  for (const { name, skipped } of results) {
    skipped.forEach((title) => console.log(`skipped in ${name}: ${title}`))
  }

  const sum = (count: (result: Result) => number) => results.reduce((n, it) => n + count(it), 0)
  const passed = sum((result) => result.passed)
  const skipped = sum((result) => result.skipped.length)
  const failed =
    sum((result) => result.failed + result.faults.length) + (required ? missing.length : 0)

  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed === 0 && passed > 0
}
