import type { Values } from '../i18n/types.js'
import type { Advice, Correction, RuleName, StageName } from '../models/test_report.js'
import type { Encryption } from '../types/main.js'
import { ADVICE_ROWS } from './advice_rows.js'
import { isNotOffered, type StageFailure } from './stage_failure.js'

/** One line of the table: every condition that it names has to hold. Its texts are in the catalogue. */
export interface AdviceRow {
  /** What the line is called, in the catalogue and in tests. */
  name: RuleName
  stage?: readonly StageName[]
  kind?: RegExp
  /** Of the server's reply code. */
  status?: RegExp
  enhanced?: RegExp
  text?: RegExp
  host?: RegExp
  port?: readonly number[]
  encryption?: readonly Encryption[]
  /** Only where the server does not offer what these settings ask for. */
  onlyIf?: 'not offered'
  /** What else has to be so. */
  when?: (failure: StageFailure) => boolean
  /** What stands at the places of its texts; null: it is not known this time. */
  values?: (failure: StageFailure) => Values
  /** Values that would put it right; null: none can be named this time. */
  correction?: (failure: StageFailure) => Correction | null
}

/** What the first line of the table that fits says of a failure; null: none fits. */
export function adviceFor(failure: StageFailure): Advice | null {
  const row = rowFor(failure)
  if (!row) {
    return null
  }
  return {
    rule: row.name,
    params: row.values?.(failure) ?? {},
    correction: row.correction?.(failure) ?? null,
  }
}

/** The first line of the table that fits. */
export function rowFor(failure: StageFailure): AdviceRow | null {
  return ADVICE_ROWS.find((row) => fits(row, failure)) ?? null
}

function fits(row: AdviceRow, failure: StageFailure): boolean {
  const { stage, kind, status, enhanced, text, settings } = failure
  return (
    isOneOf(stage, row.stage) &&
    isLike(kind, row.kind) &&
    isLike(status, row.status) &&
    isLike(enhanced, row.enhanced) &&
    isLike(text, row.text) &&
    isLike(settings.host, row.host) &&
    isOneOf(settings.port, row.port) &&
    isOneOf(settings.encryption, row.encryption) &&
    (!row.onlyIf || isNotOffered(failure)) &&
    (row.when?.(failure) ?? true)
  )
}

function isOneOf<T>(value: T, wanted: readonly T[] | undefined): boolean {
  return !wanted || wanted.includes(value)
}

function isLike(value: string | number | null, wanted: RegExp | undefined): boolean {
  return !wanted || (value !== null && wanted.test(String(value)))
}
