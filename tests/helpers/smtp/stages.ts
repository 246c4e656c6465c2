import type { Assert } from '@japa/assert'
import type { TestResult } from '../../../app/smtp_admin/diagnostics/connection_test.js'
import type { Correction } from '../../../app/smtp_admin/models/test_report.js'
import type { StageName } from '../../../app/smtp_admin/diagnostics/stages.js'

/** What a step of a test says. */
export function detailOf({ stages }: TestResult, name: StageName): string {
  return stages.find((it) => it.name === name)?.detail ?? ''
}

/** Every step passed, or was left out because nobody asked for it. */
export function assertPassed(assert: Assert, result: TestResult, skipped: StageName[] = []) {
  const names = result.stages.map(({ name }) => name)
  assertEndings(assert, result, endingsWell(names, skipped))
  assert.equal(result.verdict, 'passed')
}

/** This step failed, in these words; those before it did not, and those after it were not reached. */
export function assertFailedAt(
  assert: Assert,
  result: TestResult,
  failed: StageName,
  words: string,
  skipped: StageName[] = []
) {
  const names = result.stages.map(({ name }) => name)
  const at = names.indexOf(failed)
  assertEndings(assert, result, [
    ...endingsWell(names.slice(0, at), skipped),
    `${failed} failed`,
    ...names.slice(at + 1).map((name) => `${name} not_reached`),
  ])
  assert.include(detailOf(result, failed), words)
  assert.equal(result.verdict, 'failed')
}

/** The advice names this cause, and offers these values; null: it may offer none. */
export function assertAdvice(
  assert: Assert,
  { advice }: TestResult,
  cause: RegExp,
  correction: Correction | null = null
) {
  assert.match(advice?.cause ?? '', cause)
  assert.deepEqual(advice?.correction ?? null, correction)
}

function endingsWell(names: StageName[], skipped: StageName[]) {
  return names.map((name) => `${name} ${skipped.includes(name) ? 'skipped' : 'passed'}`)
}

function assertEndings(assert: Assert, { stages, transcript }: TestResult, expected: string[]) {
  const endings = stages.map(({ name, state }) => `${name} ${state}`)
  const story = [...stages.map(({ name, detail }) => `${name}: ${detail}`), transcript]
  assert.deepEqual(endings, expected, story.join('\n'))
}
