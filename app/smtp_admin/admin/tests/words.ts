import type { Stage, StageName, StageState, Verdict } from '../../models/test_report.js'

const STAGES: Record<StageName, { title: string; failed: string }> = {
  policy: { title: 'Settings', failed: 'the settings are not valid' },
  lookup: { title: 'Name lookup', failed: 'the name was not found' },
  connect: { title: 'Connection', failed: 'no connection' },
  greeting: { title: 'Greeting', failed: 'no greeting' },
  ehlo: { title: 'Introduction', failed: 'the introduction was refused' },
  tls: { title: 'Encryption', failed: 'encryption failed' },
  login: { title: 'Login', failed: 'login failed' },
  sender: { title: 'Sender', failed: 'the sender was refused' },
  recipient: { title: 'Recipient', failed: 'the recipient was refused' },
  message: { title: 'Message', failed: 'the message was refused' },
}

const STATES: Record<StageState, { icon: string; word: string }> = {
  passed: { icon: '✓', word: 'Passed' },
  failed: { icon: '✗', word: 'Failed' },
  skipped: { icon: '–', word: 'Skipped' },
  not_reached: { icon: '○', word: 'Not reached' },
  cancelled: { icon: '■', word: 'Cancelled' },
}

/** A step of a test as a page shows it. */
export interface ShownStage {
  state: StageState
  icon: string
  word: string
  title: string
  /** As in `12 ms`; nothing for a step that took no time because it was not taken. */
  time: string
  detail: string
}

/** A step of a test in the words of the pages. */
export function shownStage({ name, state, ms, detail }: Stage): ShownStage {
  const isTaken = state !== 'skipped' && state !== 'not_reached'
  const { title } = STAGES[name]
  return { ...STATES[state], state, title, detail, time: isTaken ? shownMs(ms) : '' }
}

/** How a test ended as a page shows it: `tone` is a colour, which the words say too. */
export interface ShownVerdict {
  tone: 'good' | 'error' | 'plain'
  icon: string
  words: string
}

/** As in `Does not work: login failed`. */
export function shownVerdict(verdict: Verdict, stages: Stage[]): ShownVerdict {
  switch (verdict) {
    case 'passed':
      return { tone: 'good', icon: '✓', words: 'Works' }
    case 'cancelled':
      return { tone: 'plain', icon: '■', words: 'Cancelled' }
    case 'failed': {
      const failed = stages.find(({ state }) => state === 'failed')
      const why = failed ? `: ${STAGES[failed.name].failed}` : ''
      return { tone: 'error', icon: '✗', words: `Does not work${why}` }
    }
  }
}

/** As in `12 ms` and `3.2 s`. */
export function shownMs(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`
}
