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
  ...{ passed: 'green', failed: 'red', cancelled: 'yellow', skipped: 'dim', not_reached: 'dim' },
}

const FINDINGS: Record<FindingState, [mark: string, Colour]> = {
  ...{ good: ['✓', 'green'], missing: ['!', 'yellow'], doubtful: ['!', 'yellow'] },
  ...{ unknown: ['–', 'dim'] },
}

const SOURCES = {
  site: ({ name }: Candidate) => `Using SMTP config from database: ${name}`,
  account: ({ name }: Candidate) => `Using SMTP config of the account from database: ${name}`,
  environment: ({ host, port }: Candidate) =>
    `Using SMTP config from the environment: ${host}:${port}`,
}

const TITLE_WIDTH = Math.max(...stagesFor('tls').map((name) => stageTitle(en, name).length))
const LONGEST_LINE = 2000

/** What smtp:validate says to a person, as it happens. */
export class ValidatePrinter {
  #say: (line: string) => void
  #colors: Colors
  #notReached: string[] = []

  constructor(say: (line: string) => void, colors: Colors) {
    this.#say = say
    this.#colors = colors
  }

  begin() {
    this.#say('1. Checking Email/SMTP Configuration...')
  }

  using(candidate: Candidate) {
    this.#line('ℹ', 'cyan', SOURCES[candidate.source](candidate))
  }

  note(text: string) {
    this.#line('ℹ', 'yellow', text)
  }

  refuse(text: string) {
    this.#line('✗', 'red', text)
  }

  stage(stage: Stage) {
    const { name, state, ms } = stage
    const title = stageTitle(en, name)
    if (state === 'not_reached') {
      this.#notReached.push(title)
      return
    }
    const time = (state === 'skipped' ? '' : `${ms} ms`).padStart(8)
    const head = `${title.padEnd(TITLE_WIDTH)} ${this.#colors.dim(time)}`
    const isValid = name === 'settings' && state === 'passed'
    const sentence = isValid ? 'SMTP configuration looks valid' : formatMessages(en, stage)
    this.#line(STATE_MARKS[state], STATE_COLOURS[state], sentence, `${head}  `)
    if (isValid) {
      this.#say('')
      this.#say('   Testing SMTP connection...')
    }
  }

  /** What is known only when all stages have ended. */
  outcome({ advice, sender }: ValidateReport) {
    if (advice) {
      this.#advise(advice)
    }
    if (this.#notReached.length > 0) {
      this.#line(STATE_MARKS.not_reached, 'dim', `Not reached: ${this.#notReached.join(', ')}`)
    }
    this.#findings(sender)
  }

  /**
   * The last lines; none when nothing was tested.
   *
   * @param sentTo whom a message was sent to that the server took
   */
  verdict({ verdict, stages, ok, ms, runId }: ValidateReport, sentTo: string | null) {
    if (verdict) {
      const words = formatVerdict(en, verdict, stages)
      const but = verdict === 'passed' && !ok ? ', but not all is well: see above' : ''
      const kept = runId === null ? '' : `, kept as test ${runId}`
      const [mark, colour] = ok ? (['✓', 'green'] as const) : (['✗', 'red'] as const)
      this.#say('')
      if (sentTo) {
        this.#line('✓', 'green', `Test email sent successfully to ${sentTo}`)
      }
      this.#line(mark, colour, `${words}${but} (${ms} ms${kept})`)
    }
  }

  transcript(text: string) {
    this.#say('')
    this.#say('   Transcript, with every credential masked:')
    for (const line of text.split('\n')) {
      this.#say(`   ${toSingleLine(line, LONGEST_LINE)}`)
    }
  }

  #advise({ cause, steps, correction }: PrintedAdvice) {
    const hints = correction ? [formatCorrection(en, correction)] : []
    this.#say(`     ${toSingleLine(cause, LONGEST_LINE)}`)
    for (const step of [...hints, ...steps]) {
      this.#say(`     ${this.#colors.cyan('→')} ${toSingleLine(step, LONGEST_LINE)}`)
    }
  }

  #findings(sender: PrintedFinding[]) {
    if (sender.length > 0) {
      this.#say('')
      this.#say('   Sender’s domain:')
    }
    for (const { name, state, text } of sender) {
      this.#line(...FINDINGS[state], `${name}: ${text}`)
    }
  }

  #line(mark: string, colour: Colour, text: string, head = '') {
    this.#say(`   ${this.#colors[colour](mark)} ${head}${toSingleLine(text, LONGEST_LINE)}`)
  }
}
