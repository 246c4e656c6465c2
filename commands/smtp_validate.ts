import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { DatabaseTransport } from '../app/smtp_admin/delivery/database_transport.js'
import { type CheckName, type CheckResult, validate } from '../app/smtp_admin/diagnosis/validate.js'
import { SmtpConfig } from '../app/smtp_admin/models/smtp_config.js'
import type { Candidate } from '../app/smtp_admin/resolution/candidate.js'
import { storedCandidate } from '../app/smtp_admin/resolution/stored_candidate.js'
import type { SmtpAdmin } from '../app/smtp_admin/smtp_admin.js'

interface Report {
  ok: boolean
  source: string | null
  name: string | null
  server: string | null
  notes: string[]
  checks: Partial<Record<CheckName, CheckResult>>
  error?: string
}

/** Says whether mail works, through which server, and why not. */
export default class SmtpValidate extends BaseCommand {
  static commandName = 'smtp:validate'
  static description = 'Check the SMTP configuration in effect, its connection, and a test email'
  static help = [
    'Checks the server that mail goes through now:',
    '{{ binaryName }} smtp:validate',
    '',
    'The same, and sends a test email:',
    '{{ binaryName }} smtp:validate --test-email=you@example.com',
    '',
    'Exit code 0: it works. 1: it does not.',
  ]
  static options: CommandOptions = { startApp: true }

  @flags.string({
    description: 'Send a test email, to this address or else to the configured from address',
    allowEmptyValue: true,
  })
  declare testEmail?: string

  @flags.string({ description: 'Check the configuration of this name, active or not' })
  declare config?: string

  @flags.boolean({ description: 'Print the result as one JSON object and nothing else' })
  declare json?: boolean

  async run() {
    const smtpAdmin = await this.app.container.make('smtp_admin')
    const report: Report = {
      ...{ ok: false, source: null, name: null, server: null },
      ...{ notes: await this.#mailerNotes(), checks: {} },
    }

    this.#say('1. Checking Email/SMTP Configuration...')
    report.notes.forEach((note) => this.#say(`   ${this.colors.yellow('ℹ')} ${note}`))
    const candidate = await this.#candidate(smtpAdmin, report)
    if (candidate) {
      await this.#check(smtpAdmin, candidate, report)
    }

    if (report.error) {
      this.#say(`   ${this.colors.red('✗')} ${report.error}`)
    }
    if (this.json) {
      this.logger.log(JSON.stringify(report, null, 2))
    }
    this.exitCode = report.ok ? 0 : 1
  }

  async #check(smtpAdmin: SmtpAdmin, candidate: Candidate, report: Report) {
    report.source = candidate.source
    report.name = candidate.name
    report.server = `${candidate.host}:${candidate.port}`
    this.#say(`   ${this.colors.cyan('ℹ')} ${SOURCES[candidate.source](candidate)}`)

    const testEmail = this.#recipient(smtpAdmin, candidate)
    if (this.testEmail !== undefined && !testEmail) {
      report.error =
        'There is no address to send the test email to: use --test-email=you@example.com'
      return
    }
    const transport = smtpAdmin.transport()
    const { deadline } = smtpAdmin.config
    report.ok = await validate({ candidate, transport, deadline, testEmail }, (name, result) => {
      report.checks[name] = result
      this.#tell(name, result)
    })
    await transport.close()
  }

  /** The configuration asked for, else the one in effect; without one, `report.error` says why. */
  async #candidate(smtpAdmin: SmtpAdmin, report: Report): Promise<Candidate | null> {
    if (this.config !== undefined) {
      const config = await SmtpConfig.findBy('name', this.config)
      if (!config) {
        report.error = `There is no SMTP configuration named "${this.config}": smtp:list shows them all`
      }
      return config && storedCandidate(config)
    }

    const { candidates, steps } = await smtpAdmin.resolver.resolve()
    const passedOver = steps.filter(({ state }) => state === 'unusable' || state === 'absent')
    const reasons = passedOver.map((step) => step.sentence)
    if (candidates.length === 0) {
      report.error = `There is no mail server to send through. ${reasons.join(' ')}`
    } else if (candidates[0].source === 'environment') {
      reasons.forEach((reason) => this.#say(`   ${this.colors.yellow('ℹ')} ${reason}`))
      report.notes.push(...reasons)
    }
    return candidates[0] ?? null
  }

  #recipient(smtpAdmin: SmtpAdmin, { fromEmail }: Candidate): string | undefined {
    if (this.testEmail === undefined) {
      return undefined
    }
    return this.testEmail || fromEmail || smtpAdmin.resolver.environment.fromEmail || undefined
  }

  /** What would make the result of this command misleading. */
  async #mailerNotes(): Promise<string[]> {
    const mailManager = await this.app.container.make('mail.manager')
    const transport: unknown = mailManager.use().transport
    if (transport instanceof DatabaseTransport) {
      return []
    }
    return [
      'The default mailer of config/mail.ts is not databaseTransport(): mail.send() goes elsewhere',
    ]
  }

  #tell(name: CheckName, { ok, detail }: CheckResult) {
    if (name === 'connection') {
      this.#say('')
      this.#say('   Testing SMTP connection...')
    }
    this.#say(`   ${ok ? this.colors.green('✓') : this.colors.red('✗')} ${detail}`)
  }

  #say(line: string) {
    if (!this.json) {
      this.logger.log(line)
    }
  }
}

const SOURCES = {
  site: ({ name }: Candidate) => `Using SMTP config from database: ${name}`,
  account: ({ name }: Candidate) => `Using SMTP config of an account from database: ${name}`,
  environment: ({ host, port }: Candidate) =>
    `Using SMTP config from the environment: ${host}:${port}`,
}
