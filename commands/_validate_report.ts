import type { TestOutcome } from '../app/smtp_admin/diagnostics/test_runner.js'
import type {
  Advice,
  SenderFinding,
  Stage,
  TestReport,
  Verdict,
} from '../app/smtp_admin/models/test_report.js'
import type { CandidateSource } from '../app/smtp_admin/resolution/candidate.js'

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
  stages: Stage[]
  advice: Advice | null
  sender: SenderFinding[]
  transcript: string
  /** Where the test is kept; null: it is not. */
  runId: number | null
  notes: string[]
  errors: string[]
  /** Null: nothing was tested. */
  ms: number | null
}

export function emptyReport(): ValidateReport {
  return {
    ...{ ok: false, verdict: null, server: null, name: null, source: null, revision: null },
    ...{ stages: [], advice: null, sender: [], transcript: '', runId: null },
    ...{ notes: [], errors: [], ms: null },
  }
}

/** Adds how a test went. */
export function reportOutcome(report: ValidateReport, { result, sender, run }: TestOutcome) {
  const { verdict, transcript, ms } = result
  Object.assign(report, {
    ...{ verdict, transcript, ms, runId: run?.id ?? null },
    ...inEnglish({ ...result, sender }),
  })
}

/** What was found as it is printed: in English, without the phrases for other languages. */
function inEnglish({
  stages,
  advice,
  sender,
}: Pick<TestReport, 'stages' | 'advice' | 'sender'>): Pick<
  ValidateReport,
  'stages' | 'advice' | 'sender'
> {
  return {
    stages: stages.map(({ name, state, ms, detail }) => ({ name, state, ms, detail })),
    advice: advice && {
      cause: advice.cause,
      steps: advice.steps,
      correction: advice.correction,
    },
    sender: sender.map(({ name, state, text }) => ({ name, state, text })),
  }
}

/** Whether the test sent a message, and the server took it. */
export function isSent({ stages }: ValidateReport): boolean {
  return stages.some(({ name, state }) => name === 'message' && state === 'passed')
}
