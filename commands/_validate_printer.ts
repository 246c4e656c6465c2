import type { BaseCommand } from '@adonisjs/core/ace'
import {
  formatCorrection,
  formatMessages,
  formatVerdict,
  stageTitle,
  STATE_MARKS,
} from '../app/smtp_admin/diagnostics/messages.js'
import { stagesFor } from '../app/smtp_admin/diagnostics/stage_recorder.js'
import type { FindingState, Stage, StageState } from '../app/smtp_admin/models/test_report.js'
import { toSingleLine } from '../app/smtp_admin/sanitize.js'
import type { Candidate } from '../app/smtp_admin/resolution/candidate.js'
import { en } from '../app/smtp_admin/i18n/format.js'
import type { PrintedAdvice, PrintedFinding, ValidateReport } from './_validate_report.js'

type Colors = BaseCommand['colors']
type Colour = 'green' | 'red' | 'yellow' | 'cyan' | 'dim'

const STATE_COLOURS: Record<StageState, Colour> = {
  passed: 'green',
  failed: 'red',
  cancelled: 'yellow',
  skipped: 'dim',
  not_reached: 'dim',
}

const FINDINGS: Record<FindingState, [mark: string, Colour]> = {
  good: ['✓', 'green'],
  missing: ['!', 'yellow'],
  doubtful: ['!', 'yellow'],
  unknown: ['–', 'dim'],
}

const SOURCES = {
  site: ({ name }: Candidate) => `Using SMTP config from database: ${name}`,
  account: ({ name }: Candidate) => `Using SMTP config of the account from database: ${name}`,
  environment: ({ host, port }: Candidate) =>
    `Using SMTP config from the environment: ${host}:${port}`,
}

const TITLE_WIDTH = Math.max(...stagesFor('tls').map((name) => stageTitle(en, name).length))
const MAX_LINE_LENGTH = 2000

/** Prints the progress and the result of smtp:validate. */
export class ValidatePrinter {
  #print: (line: string) => void
  #colors: Colors
  #notRun: string[] = []

  constructor(print: (line: string) => void, colors: Colors) {
    this.#print = print
    this.#colors = colors
  }

  begin() {
    this.#print('1. Checking Email/SMTP Configuration...')
  }

  using(candidate: Candidate) {
    this.#line('ℹ', 'cyan', SOURCES[candidate.source](candidate))
  }

  note(text: string) {
    this.#line('ℹ', 'yellow', text)
  }

  error(text: string) {
    this.#line('✗', 'red', text)
  }

  stage(stage: Stage) {
    const { name, state, ms } = stage
    const title = stageTitle(en, name)
    if (state === 'not_reached') {
      this.#notRun.push(title)
      return
    }
    const time = (state === 'skipped' ? '' : `${ms} ms`).padStart(8)
    const head = `${title.padEnd(TITLE_WIDTH)} ${this.#colors.dim(time)}`
    const isValid = name === 'settings' && state === 'passed'
    const sentence = isValid ? 'SMTP configuration looks valid' : formatMessages(en, stage)
    this.#line(STATE_MARKS[state], STATE_COLOURS[state], sentence, `${head}  `)
    if (isValid) {
      this.#print('')
      this.#print('   Testing SMTP connection...')
    }
  }

  /** The explanation of a failure, the stages that did not run, and the checks of the sender. */
  outcome({ advice, sender }: ValidateReport) {
    if (advice) {
      this.#advice(advice)
    }
    if (this.#notRun.length > 0) {
      this.#line(STATE_MARKS.not_reached, 'dim', `Not run: ${this.#notRun.join(', ')}`)
    }
    this.#findings(sender)
  }

  /**
   * The last lines; none when nothing was tested.
   *
   * @param sentTo the recipient of the test email; null: none was sent
   */
  verdict({ verdict, stages, ok, ms, runId }: ValidateReport, sentTo: string | null) {
    if (verdict) {
      const text = formatVerdict(en, verdict, stages)
      const warnings = verdict === 'passed' && !ok ? ', with warnings (see above)' : ''
      const stored = runId === null ? '' : `, saved as test ${runId}`
      const [mark, colour] = ok ? (['✓', 'green'] as const) : (['✗', 'red'] as const)
      this.#print('')
      if (sentTo) {
        this.#line('✓', 'green', `Test email sent successfully to ${sentTo}`)
      }
      this.#line(mark, colour, `${text}${warnings} (${ms} ms${stored})`)
    }
  }

  transcript(text: string) {
    this.#print('')
    this.#print('   SMTP transcript (credentials hidden):')
    for (const line of text.split('\n')) {
      this.#print(`   ${toSingleLine(line, MAX_LINE_LENGTH)}`)
    }
  }

  #advice({ cause, steps, correction }: PrintedAdvice) {
    const hints = correction ? [formatCorrection(en, correction)] : []
    this.#print(`     ${toSingleLine(cause, MAX_LINE_LENGTH)}`)
    for (const step of [...hints, ...steps]) {
      this.#print(`     ${this.#colors.cyan('→')} ${toSingleLine(step, MAX_LINE_LENGTH)}`)
    }
  }

  #findings(sender: PrintedFinding[]) {
    if (sender.length > 0) {
      this.#print('')
      this.#print('   Sender domain:')
    }
    for (const { name, state, text } of sender) {
      this.#line(...FINDINGS[state], `${name}: ${text}`)
    }
  }

  #line(mark: string, colour: Colour, text: string, head = '') {
    this.#print(`   ${this.#colors[colour](mark)} ${head}${toSingleLine(text, MAX_LINE_LENGTH)}`)
  }
}
