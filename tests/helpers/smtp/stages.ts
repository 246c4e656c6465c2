import type { Assert } from '@japa/assert'
import { formatAdvice, formatMessages } from '../../../app/smtp_admin/diagnostics/messages.js'
import { en } from '../../../app/smtp_admin/i18n/format.js'
import type {
  Correction,
  StageName,
  TestResult,
} from '../../../app/smtp_admin/models/test_report.js'

/** The messages of a stage, in English. */
export function formatStage({ report }: TestResult, name: StageName): string {
  const stage = report.stages.find((it) => it.name === name)
  return stage ? formatMessages(en, stage) : ''
}

/** The cause in the advice, in English. */
export function formatCause({ report: { advice } }: TestResult): string {
  return advice ? formatAdvice(en, advice).cause : ''
}

/** Every stage passed, apart from those that were skipped. */
export function assertPassed(assert: Assert, result: TestResult, skipped: StageName[] = []) {
  const names = result.report.stages.map(({ name }) => name)
  assertEndings(assert, result, endingsWell(names, skipped))
  assert.equal(result.verdict, 'passed')
}

/** This stage failed with this message; later stages were not reached. */
export function assertFailedAt(
  assert: Assert,
  result: TestResult,
  failed: StageName,
  words: string,
  skipped: StageName[] = []
) {
  const names = result.report.stages.map(({ name }) => name)
  const at = names.indexOf(failed)
  assertEndings(assert, result, [
    ...endingsWell(names.slice(0, at), skipped),
    `${failed} failed`,
    ...names.slice(at + 1).map((name) => `${name} not_reached`),
  ])
  assert.include(formatStage(result, failed), words)
  assert.equal(result.verdict, 'failed')
}

/** The advice has this cause and correction; null: no correction. */
export function assertAdvice(
  assert: Assert,
  result: TestResult,
  cause: RegExp,
  correction: Correction | null = null
) {
  assert.match(formatCause(result), cause)
  assert.deepEqual(result.report.advice?.correction ?? null, correction)
}

function endingsWell(names: StageName[], skipped: StageName[]) {
  return names.map((name) => `${name} ${skipped.includes(name) ? 'skipped' : 'passed'}`)
}

function assertEndings(
  assert: Assert,
  { report: { stages }, transcript }: TestResult,
  expected: string[]
) {
  const endings = stages.map(({ name, state }) => `${name} ${state}`)
  const story = [
    ...stages.map((stage) => `${stage.name}: ${formatMessages(en, stage)}`),
    transcript,
  ]
  assert.deepEqual(endings, expected, story.join('\n'))
}
