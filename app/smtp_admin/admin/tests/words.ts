import { describeVerdict, STAGE_WORDS, STATE_MARKS } from '../../diagnosis/stage_words.js'
import type { SenderFinding, Stage, StageState, Verdict } from '../../models/test_report.js'

const STATES: Record<StageState, string> = {
  passed: 'Passed',
  failed: 'Failed',
  skipped: 'Skipped',
  not_reached: 'Not reached',
  cancelled: 'Cancelled',
}

const TONES = { passed: 'good', failed: 'error', cancelled: 'plain' } as const

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
export function shownStage({ name, state, ms, detail }: Stage): ShownStage {
  const isTaken = state !== 'skipped' && state !== 'not_reached'
  return {
    state,
    icon: STATE_MARKS[state],
    word: STATES[state],
    title: STAGE_WORDS[name].title,
    time: isTaken ? shownMs(ms) : '',
    detail,
  }
}

const FINDINGS: Record<SenderFinding['state'], { icon: string; word: string }> = {
  good: { icon: '✓', word: 'Good' },
  missing: { icon: '▲', word: 'Missing' },
  doubtful: { icon: '▲', word: 'Doubtful' },
  unknown: { icon: '–', word: 'Not known' },
}

/** What was found of a sender's domain, shown as the steps are. */
export function shownFinding({ name, state, text }: SenderFinding) {
  return { state, ...FINDINGS[state], title: name, time: '', detail: text }
}

/** How a test ended as a page shows it: `tone` is a colour, which the words say too. */
export interface ShownVerdict {
  tone: 'good' | 'error' | 'plain'
  icon: string
  words: string
}

/** As in `Does not work: login failed`. */
export function shownVerdict(verdict: Verdict, stages: Stage[]): ShownVerdict {
  const words = describeVerdict(verdict, stages)
  return { tone: TONES[verdict], icon: STATE_MARKS[verdict], words }
}

/** As in `12 ms` and `3.2 s`. */
export function shownMs(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`
}
