import {
  formatAdvice,
  formatCorrection,
  formatMessages,
  formatVerdict,
  stageTitle,
  STATE_MARKS,
} from '../../diagnostics/messages.js'
import type { Translator } from '../../i18n/types.js'
import type {
  Advice,
  Correction,
  Finding,
  Stage,
  StageState,
  TestResult,
} from '../../models/test_report.js'
import type { UrlQuery } from '../http/urls.js'

/** The URL of a form with these fields filled in, on top of the values that were tested. */
export type FormUrl = (values: UrlQuery) => string

/** The result of a test, for its page, the form and the script. */
export interface ResultView {
  verdict: VerdictView
  stages: StageView[]
  advice: AdviceView | null
}

export interface VerdictView {
  tone: 'good' | 'error' | 'plain'
  icon: string
  words: string
}

/** A stage, or a finding about the sender's domain. */
export interface StageView {
  state: StageState | Finding['state']
  icon: string
  word: string
  title: string
  /** As in `12 ms`; empty for a stage that was not run. */
  time: string
  detail: string
}

export interface AdviceView {
  cause: string
  steps: string[]
  correction: { text: string; url: string; values: UrlQuery } | null
}

const TONES = { passed: 'good', failed: 'error', cancelled: 'plain' } as const

const FINDING_ICONS = { good: '✓', missing: '▲', doubtful: '▲', unknown: '–' } as const

export function presentResult(
  { verdict, report }: Pick<TestResult, 'verdict' | 'report'>,
  formUrl: FormUrl,
  translate: Translator
): ResultView {
  const { stages, advice } = report
  return {
    verdict: presentVerdict({ verdict, report }, translate),
    stages: stages.map((stage) => presentStage(stage, translate)),
    advice: advice && presentAdvice(advice, formUrl, translate),
  }
}

export function presentVerdict(
  { verdict, report }: Pick<TestResult, 'verdict' | 'report'>,
  translate: Translator
): VerdictView {
  const words = formatVerdict(translate, verdict, report.stages)
  return { tone: TONES[verdict], icon: STATE_MARKS[verdict], words }
}

export function presentStage(stage: Stage, translate: Translator): StageView {
  const { name, state, ms } = stage
  const hasRun = state !== 'skipped' && state !== 'not_reached'
  return {
    state,
    icon: STATE_MARKS[state],
    word: translate(`stages.state.${state}`),
    title: stageTitle(translate, name),
    time: hasRun ? formatDuration(ms, translate) : '',
    detail: formatMessages(translate, stage),
  }
}

export function presentFinding(finding: Finding, translate: Translator): StageView {
  const { name, state } = finding
  return {
    state,
    icon: FINDING_ICONS[state],
    word: translate(`stages.finding.${state}`),
    title: name,
    time: '',
    detail: formatMessages(translate, finding),
  }
}

function presentAdvice(advice: Advice, formUrl: FormUrl, translate: Translator): AdviceView {
  const { cause, steps } = formatAdvice(translate, advice)
  const { correction } = advice
  if (!correction) {
    return { cause, steps, correction }
  }
  const values = toFormValues(correction)
  const text = formatCorrection(translate, correction)
  return { cause, steps, correction: { text, url: formUrl(values), values } }
}

function toFormValues({ host, port, encryption, username, fromEmail }: Correction): UrlQuery {
  const fields = { host, port, encryption, username, from_email: fromEmail }
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([field, value]) => [field, value ?? '']))
}

/** As in `12 ms` and `3.2 s`, or `3,2 s` in German. */
export function formatDuration(ms: number, { locale }: Translator): string {
  if (ms < 1000) {
    return `${ms} ms`
  }
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return `${(ms / 1000).toLocaleString(locale, digits)} s`
}
