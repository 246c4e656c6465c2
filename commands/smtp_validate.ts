import { flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { commandAuthor } from '../app/smtp_admin/command_author.js'
import { DatabaseTransport } from '../app/smtp_admin/mail/transport.js'
import type { Envelope } from '../app/smtp_admin/mail/envelope_probe.js'
import { testConnection } from '../app/smtp_admin/diagnostics/connection_test.js'
import type { TestRunner } from '../app/smtp_admin/diagnostics/test_runner.js'
import { E_NO_SENDER } from '../app/smtp_admin/errors.js'
import { type Candidate, describeCandidate } from '../app/smtp_admin/resolution/candidate.js'
import type { Services } from '../app/smtp_admin/services.js'
import { cancelledByCtrlC } from './_ctrl_c.js'
import { endSoon } from './_end_soon.js'
import { SmtpCommand } from './_smtp_command.js'
import { testedOf } from './_tested.js'
import { ValidatePrinter } from './_validate_printer.js'
import { emptyReport, isSent, reportOutcome } from './_validate_report.js'
import { namedTarget, type Remark, targetInEffect } from './_validate_target.js'
import { usageProblems } from './_validate_usage.js'

const EXIT_CODES = { works: 0, fails: 1, misused: 2, cancelled: 130 }

/** For the time when the database is away: nothing waits for it once more. */
const UNKEPT: Pick<TestRunner, 'test'> = {
  test: async (request) => ({
    result: await testConnection(request.candidate, request),
    run: null,
  }),
}

/** Says whether mail works, through which server, and why not. */
export default class SmtpValidate extends SmtpCommand {
  static commandName = 'smtp:validate'
  static description = 'Test the server that mail goes through, step by step, and send a test email'
  static help = [
    'Tests the server that mail goes through now:',
    '{{ binaryName }} smtp:validate',
    '',
    'The same, and sends a test email:',
    '{{ binaryName }} smtp:validate --test-email=you@example.com',
    '',
    'Exit codes:',
    '0    it works',
    '1    it does not, or not through the server that should be used',
    '2    there is no such option, configuration or address',
    '130  cancelled with Ctrl-C',
  ]

  /** Ace would refuse them with the exit code of a server that does not work. */
  static options: CommandOptions = { ...SmtpCommand.options, allowUnknownFlags: true }

  @flags.string({
    description: 'Send a test email, to this address or else to the configured from address',
    allowEmptyValue: true,
  })
  declare testEmail?: string

  @flags.string({
    description: 'Test the configuration of this name, active or not',
    allowEmptyValue: true,
  })
  declare config?: string

  @flags.string({
    description: 'Test what this account uses, or its configuration of that name',
    allowEmptyValue: true,
  })
  declare account?: string

  @flags.boolean({ description: 'Print the result as one JSON object and nothing else' })
  declare json?: boolean

  @flags.boolean({ description: 'Print what was said on the connection, credentials masked' })
  declare transcript?: boolean

  #report = emptyReport()
  #printer!: ValidatePrinter
  #envelope: Envelope | null = null
  #isMisused = false
  #isDatabaseAway = false

  async run() {
    await this.#prepareOutput()
    this.#printer.begin()
    try {
      await this.#check()
    } catch (error) {
      this.#isDatabaseAway = true
      this.#remark('error', await this.describe(error))
    }
    const { verdict, errors } = this.#report
    this.#report.ok = verdict === 'passed' && errors.length === 0
    this.#printResult()
    this.exitCode = this.#resultCode
    if (this.#isDatabaseAway && this.isMain) {
      endSoon(this.exitCode)
    }
  }

  get #resultCode() {
    const { verdict, ok } = this.#report
    if (verdict === 'cancelled') {
      return EXIT_CODES.cancelled
    }
    return this.#isMisused ? EXIT_CODES.misused : ok ? EXIT_CODES.works : EXIT_CODES.fails
  }

  async #prepareOutput() {
    if (process.env.NO_COLOR && this.parsed.flags.ansi !== true) {
      this.ui.switchMode('silent')
    }
    if (this.json) {
      await this.silenceLog()
    }
    const say = this.json ? () => {} : (line: string) => this.logger.log(line)
    this.#printer = new ValidatePrinter(say, this.colors)
  }

  #printResult() {
    if (this.json) {
      this.logger.log(JSON.stringify(this.#report, null, 2))
      return
    }
    this.#printer.outcome(this.#report)
    if (this.transcript && this.#report.transcript) {
      this.#printer.transcript(this.#report.transcript)
    }
    const sentTo = isSent(this.#report) ? this.#envelope!.to : null
    this.#printer.verdict(this.#report, sentTo)
  }

  async #check() {
    const misuse = await usageProblems(this.parsed)
    misuse.forEach((problem) => this.#remark('misuse', problem))
    if (misuse.length > 0) {
      return
    }
    const services = await this.app.container.make('smtp_admin.services')
    await this.#noteOtherMailer()
    const schemaProblem = await this.schemaProblem()
    if (schemaProblem) {
      this.#remark('error', schemaProblem)
    }
    const { candidate, remarks, isDatabaseAway } =
      this.config === undefined
        ? await targetInEffect(services, this.account)
        : await namedTarget(services, this.config, this.account)
    remarks.forEach(({ kind, text }) => this.#remark(kind, text))
    this.#isDatabaseAway = isDatabaseAway
    if (candidate) {
      this.#envelope = await this.#findEnvelope(services, candidate)
      await this.#test(candidate, isDatabaseAway ? UNKEPT : services.tester)
    }
  }

  async #test(candidate: Candidate, tester: Pick<TestRunner, 'test'>) {
    const { source, name, host, port } = candidate
    const envelope = this.#envelope
    const subject = testedOf(candidate, this.account)
    const { revision } = subject
    Object.assign(this.#report, { source, name, server: `${host}:${port}`, revision })
    this.#printer.using(candidate)

    const outcome = await cancelledByCtrlC((signal) =>
      tester.test({
        ...{ candidate, subject, author: commandAuthor(), envelope, signal },
        message: this.testEmail !== undefined && envelope ? 'send' : 'none',
        onStage: (stage) => this.#printer.stage(stage),
      })
    )
    reportOutcome(this.#report, outcome)
  }

  /** Without a recipient of its own, the server is asked whether it takes mail to its sender. */
  async #findEnvelope(services: Services, candidate: Candidate): Promise<Envelope | null> {
    const from = await services.senderAddress(candidate)
    if (from) {
      return { from, to: this.testEmail || from }
    }
    if (this.testEmail !== undefined) {
      this.#remark('error', await this.describe(new E_NO_SENDER([describeCandidate(candidate)])))
    }
    return null
  }

  /** What would make the result of this command misleading. */
  async #noteOtherMailer() {
    const mailManager = await this.app.container.make('mail.manager')
    const transport: unknown = mailManager.use().transport
    if (!(transport instanceof DatabaseTransport)) {
      this.#remark(
        'note',
        'The default mailer of config/mail.ts is not databaseTransport(): mail.send() goes elsewhere'
      )
    }
  }

  #remark(kind: Remark['kind'], text: string) {
    if (kind === 'note') {
      this.#report.notes.push(text)
      this.#printer.note(text)
    } else {
      this.#isMisused ||= kind === 'misuse'
      this.#report.errors.push(text)
      this.#printer.refuse(text)
    }
  }
}
