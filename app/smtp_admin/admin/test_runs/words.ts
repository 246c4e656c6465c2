import {
  formatMessages,
  formatVerdict,
  stageTitle,
  STATE_MARKS,
} from '../../diagnostics/messages.js'
import type { Finding, Stage, StageState, Verdict } from '../../models/test_report.js'
import type { Translator } from '../../i18n/types.js'

const TONES = { passed: 'good', failed: 'error', cancelled: 'plain' } as const

const FINDING_ICONS = { good: '✓', missing: '▲', doubtful: '▲', unknown: '–' } as const

/** A step of a test as a page shows it. */
export interface ShownStage {
  state: StageState
  icon: string
  word: string
  title: string
  /** As in `12 ms`; nothing for a step that was not taken. */
  time: string
  detail: string
}

/** A step of a test in the words of the pages. */
export function shownStage(translate: Translator, stage: Stage): ShownStage {
  const { name, state, ms } = stage
  const isTaken = state !== 'skipped' && state !== 'not_reached'
  return {
    state,
    icon: STATE_MARKS[state],
    word: translate(`stages.state.${state}`),
    title: stageTitle(translate, name),
    time: isTaken ? shownMs(translate, ms) : '',
    detail: formatMessages(translate, stage),
  }
}

/** A finding about the sender's domain, in the form of a stage. */
export function shownFinding(
  translate: Translator,
  finding: Finding
): Omit<ShownStage, 'state'> & { state: Finding['state'] } {
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

/** How a test ended as a page shows it: `tone` is a colour, which the words say too. */
export interface ShownVerdict {
  tone: 'good' | 'error' | 'plain'
  icon: string
  words: string
}

/** As in `Does not work: login failed`. */
export function shownVerdict(
  translate: Translator,
  verdict: Verdict,
  stages: Stage[]
): ShownVerdict {
  const words = formatVerdict(translate, verdict, stages)
  return { tone: TONES[verdict], icon: STATE_MARKS[verdict], words }
}

/** As in `12 ms` and `3.2 s`, or `3,2 s` where that is how one writes. */
export function shownMs({ locale: language }: Translator, ms: number): string {
  if (ms < 1000) {
    return `${ms} ms`
  }
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return `${(ms / 1000).toLocaleString(language, digits)} s`
}
