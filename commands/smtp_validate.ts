import { flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { DatabaseTransport } from '../app/smtp_admin/mail/transport.js'
import type { Envelope } from '../app/smtp_admin/mail/envelope_probe.js'
import { testConnection } from '../app/smtp_admin/diagnostics/connection_test.js'
import type { TestRunner } from '../app/smtp_admin/diagnostics/test_runner.js'
import { E_NO_SENDER } from '../app/smtp_admin/errors.js'
import { type Candidate, describeCandidate } from '../app/smtp_admin/resolution/candidate.js'
import type { Services } from '../app/smtp_admin/services.js'
import { SmtpCommand } from './_base.js'
import { abortOnSigint, commandActor, exitAfterGrace } from './_support.js'
import { ValidatePrinter } from './_validate_printer.js'
import { emptyReport, isSent, reportOutcome } from './_validate_report.js'
import {
  type Remark,
  currentTarget,
  namedTarget,
  toTestSubject,
  validateFlags,
} from './_validate_input.js'

const EXIT_CODES = { passed: 0, failed: 1, usage: 2, cancelled: 130 }

/** Stores nothing: the database is unavailable, and waiting for it again helps no one. */
const UNSTORED: Pick<TestRunner, 'test'> = {
  test: async (request) => ({
    result: await testConnection(request.candidate, request),
    run: null,
  }),
}

/** Tests the current mail server and reports why it fails. */
export default class SmtpValidate extends SmtpCommand {
  static commandName = 'smtp:validate'
  static description = 'Test the current mail server, and optionally send a test email'
  static help = [
    'Test the current mail server:',
    '{{ binaryName }} smtp:validate',
    '',
    'Also send a test email:',
    '{{ binaryName }} smtp:validate --test-email=you@example.com',
    '',
    'Exit codes:',
    '0    the test passed',
    '1    the test failed, or a fallback server was used',
    '2    invalid option, configuration or address',
    '130  canceled with Ctrl-C',
  ]

  /** Ace refuses unknown flags with exit code 1, which means a failed test. */
  static options: CommandOptions = { ...SmtpCommand.options, allowUnknownFlags: true }

  @flags.string({
    description: 'Send a test email to this address (default: the from address)',
    allowEmptyValue: true,
  })
  declare testEmail?: string

  @flags.string({
    description: 'Test a configuration by name, active or not',
    allowEmptyValue: true,
  })
  declare config?: string

  @flags.string({
    description: 'Test the server that this account uses, or its configuration of that name',
    allowEmptyValue: true,
  })
  declare account?: string

  @flags.boolean({ description: 'Print the result as one JSON object only' })
  declare json?: boolean

  @flags.boolean({ description: 'Print the SMTP transcript, with credentials hidden' })
  declare transcript?: boolean

  #report = emptyReport()
  #printer!: ValidatePrinter
  #envelope: Envelope | null = null
  #hasUsageError = false
  #isDatabaseUnavailable = false

  async run() {
    await this.#prepareOutput()
    this.#printer.begin()
    try {
      await this.#check()
    } catch (error) {
      this.#isDatabaseUnavailable = true
      this.#remark('error', await this.formatError(error))
    }
    const { verdict, errors } = this.#report
    this.#report.ok = verdict === 'passed' && errors.length === 0
    this.#printResult()
    this.exitCode = this.#resultCode
    if (this.#isDatabaseUnavailable && this.isMain) {
      exitAfterGrace(this.exitCode)
    }
  }

  get #resultCode() {
    const { verdict, ok } = this.#report
    if (verdict === 'cancelled') {
      return EXIT_CODES.cancelled
    }
    return this.#hasUsageError ? EXIT_CODES.usage : ok ? EXIT_CODES.passed : EXIT_CODES.failed
  }

  async #prepareOutput() {
    if (process.env.NO_COLOR && this.parsed.flags.ansi !== true) {
      this.ui.switchMode('silent')
    }
    if (this.json) {
      await this.silenceLog()
    }
    const print = this.json ? () => {} : (line: string) => this.logger.log(line)
    this.#printer = new ValidatePrinter(print, this.colors)
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
    const usageErrors = await validateFlags(this.parsed)
    usageErrors.forEach((problem) => this.#remark('usage', problem))
    if (usageErrors.length > 0) {
      return
    }
    const services = await this.app.container.make('smtp_admin.services')
    await this.#noteOtherMailer()
    const mismatch = await this.schemaMismatch()
    if (mismatch) {
      this.#remark('error', mismatch)
    }
    const { candidate, remarks, isDatabaseUnavailable } =
      this.config === undefined
        ? await currentTarget(services, this.account)
        : await namedTarget(services, this.config, this.account)
    remarks.forEach(({ kind, text }) => this.#remark(kind, text))
    this.#isDatabaseUnavailable = isDatabaseUnavailable
    if (candidate) {
      this.#envelope = await this.#findEnvelope(services, candidate)
      await this.#test(candidate, isDatabaseUnavailable ? UNSTORED : services.tester)
    }
  }

  async #test(candidate: Candidate, tester: Pick<TestRunner, 'test'>) {
    const { source, name, host, port } = candidate
    const envelope = this.#envelope
    const subject = toTestSubject(candidate, this.account)
    const { revision } = subject
    Object.assign(this.#report, { source, name, server: `${host}:${port}`, revision })
    this.#printer.using(candidate)

    const outcome = await abortOnSigint((signal) =>
      tester.test({
        candidate,
        subject,
        author: commandActor(),
        envelope,
        signal,
        message: this.testEmail !== undefined && envelope ? 'send' : 'none',
        onStage: (stage) => this.#printer.stage(stage),
      })
    )
    reportOutcome(this.#report, outcome)
  }

  /** Without a recipient, the test asks whether the server accepts mail to the sender. */
  async #findEnvelope(services: Services, candidate: Candidate): Promise<Envelope | null> {
    const from = await services.senderAddress(candidate)
    if (from) {
      return { from, to: this.testEmail || from }
    }
    if (this.testEmail !== undefined) {
      this.#remark('error', await this.formatError(new E_NO_SENDER([describeCandidate(candidate)])))
    }
    return null
  }

  /** With another default mailer, the result says nothing about mail.send(). */
  async #noteOtherMailer() {
    const mailManager = await this.app.container.make('mail.manager')
    const transport: unknown = mailManager.use().transport
    if (!(transport instanceof DatabaseTransport)) {
      this.#remark(
        'note',
        'The default mailer in config/mail.ts is not databaseTransport(), so mail.send() does not use this server'
      )
    }
  }

  #remark(kind: Remark['kind'], text: string) {
    if (kind === 'note') {
      this.#report.notes.push(text)
      this.#printer.note(text)
    } else {
      this.#hasUsageError ||= kind === 'usage'
      this.#report.errors.push(text)
      this.#printer.error(text)
    }
  }
}
