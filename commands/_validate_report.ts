import type { TestOutcome } from '../app/smtp_admin/diagnostics/test_runner.js'
import {
  type FormattedAdvice,
  formatAdvice,
  formatMessages,
} from '../app/smtp_admin/diagnostics/messages.js'
import { en } from '../app/smtp_admin/i18n/format.js'
import type { Correction, Finding, Stage, Verdict } from '../app/smtp_admin/models/test_report.js'
import type { CandidateSource } from '../app/smtp_admin/resolution/candidate.js'

/** A stage, in English. */
export interface PrintedStage extends Omit<Stage, 'messages'> {
  detail: string
}

export interface PrintedAdvice extends FormattedAdvice {
  correction: Correction | null
}

export interface PrintedFinding extends Omit<Finding, 'messages'> {
  text: string
}

/** What `smtp:validate --json` prints. */
export interface ValidateReport {
  /** Whether mail works, and through the server that should be used. */
  ok: boolean
  /** Null: nothing was tested. */
  verdict: Verdict | null
  /** As in `mail.example.com:587`. */
  server: string | null
  name: string | null
  source: CandidateSource | null
  /** Null: not of a stored configuration. */
  revision: number | null
  stages: PrintedStage[]
  advice: PrintedAdvice | null
  sender: PrintedFinding[]
  transcript: string
  /** The id of the stored test; null: it was not stored. */
  runId: number | null
  notes: string[]
  errors: string[]
  /** Null: nothing was tested. */
  ms: number | null
}

export function emptyReport(): ValidateReport {
  return {
    ok: false,
    verdict: null,
    server: null,
    name: null,
    source: null,
    revision: null,
    stages: [],
    advice: null,
    sender: [],
    transcript: '',
    runId: null,
    notes: [],
    errors: [],
    ms: null,
  }
}

/** Adds the result of a test, in English. */
export function reportOutcome(report: ValidateReport, { result, run }: TestOutcome) {
  const { verdict, ms, transcript } = result
  const { stages, advice, emailAuth } = result.report
  report.verdict = verdict
  report.ms = ms
  report.transcript = transcript
  report.runId = run?.id ?? null
  report.stages = stages.map(({ messages, ...stage }) => {
    return { ...stage, detail: formatMessages(en, { messages }) }
  })
  report.advice = advice && {
    ...formatAdvice(en, advice),
    correction: advice.correction,
  }
  report.sender = emailAuth.map(({ messages, ...finding }) => {
    return { ...finding, text: formatMessages(en, { messages }) }
  })
}

/** Whether the test sent a message that the server accepted. */
export function isSent({ stages }: ValidateReport): boolean {
  return stages.some(({ name, state }) => name === 'message' && state === 'passed')
}
