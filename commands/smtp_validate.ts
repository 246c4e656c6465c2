import { flags } from '@adonisjs/core/ace'
import vine from '@vinejs/vine'
import { DatabaseTransport } from '../app/smtp_admin/delivery/database_transport.js'
import { type CheckName, type CheckResult, validate } from '../app/smtp_admin/diagnosis/validate.js'
import { findConfig, noSuchConfig } from '../app/smtp_admin/models/find_config.js'
import type { Candidate } from '../app/smtp_admin/resolution/candidate.js'
import { storedCandidate } from '../app/smtp_admin/resolution/stored_candidate.js'
import type { SmtpAdmin } from '../app/smtp_admin/smtp_admin.js'
import { SmtpCommand } from './_smtp_command.js'

interface Report {
  ok: boolean
  source: string | null
  name: string | null
  server: string | null
  notes: string[]
  checks: Partial<Record<CheckName, CheckResult>>
  errors: string[]
}

const SOURCES = {
  site: ({ name }: Candidate) => `Using SMTP config from database: ${name}`,
  account: ({ name }: Candidate) => `Using SMTP config of the account from database: ${name}`,
  environment: ({ host, port }: Candidate) =>
    `Using SMTP config from the environment: ${host}:${port}`,
}

/** Says whether mail works, through which server, and why not. */
export default class SmtpValidate extends SmtpCommand {
  static commandName = 'smtp:validate'
  static description = 'Check the SMTP configuration in effect, its connection, and a test email'
  static help = [
    'Checks the server that mail goes through now:',
    '{{ binaryName }} smtp:validate',
    '',
    'The same, and sends a test email:',
    '{{ binaryName }} smtp:validate --test-email=you@example.com',
    '',
    'Exit code 0: it works. 1: it does not, or not through the server that should be used.',
  ]

  @flags.string({
    description: 'Send a test email, to this address or else to the configured from address',
    allowEmptyValue: true,
  })
  declare testEmail?: string

  @flags.string({ description: 'Check the configuration of this name, active or not' })
  declare config?: string

  @flags.string({ description: 'Check what this account uses, or its configuration of that name' })
  declare account?: string

  @flags.boolean({ description: 'Print the result as one JSON object and nothing else' })
  declare json?: boolean

  #report: Report = {
    ...{ ok: false, source: null, name: null, server: null },
    ...{ notes: [], checks: {}, errors: [] },
  }

  async run() {
    if (this.json) {
      await this.silenceLog()
    }
    this.#say('1. Checking Email/SMTP Configuration...')
    try {
      await this.#check(await this.app.container.make('smtp_admin'))
    } catch (error) {
      this.#refuse(await this.describe(error))
    }
    this.#report.ok &&= this.#report.errors.length === 0
    if (this.json) {
      this.logger.log(JSON.stringify(this.#report, null, 2))
    }
    this.exitCode = this.#report.ok ? 0 : 1
  }

  async #check(smtpAdmin: SmtpAdmin) {
    await this.#noteOtherMailer()
    const schemaProblem = await smtpAdmin.schemaProblem()
    if (schemaProblem) {
      this.#refuse(schemaProblem)
    }
    const candidate = await this.#candidate(smtpAdmin)
    if (!candidate) {
      return
    }
    this.#report.source = candidate.source
    this.#report.name = candidate.name
    this.#report.server = `${candidate.host}:${candidate.port}`
    this.#say(`   ${this.colors.cyan('ℹ')} ${SOURCES[candidate.source](candidate)}`)

    const testEmail = await this.#recipient(smtpAdmin, candidate)
    if (testEmail === null) {
      return
    }
    const transport = smtpAdmin.transport()
    const { deadline } = smtpAdmin.config
    this.#report.ok = await validate(
      { candidate, transport, deadline, testEmail },
      (name, result) => this.#tell(name, result)
    )
    await transport.close()
  }

  /** The configuration asked for, else the one in effect; null after saying why there is none. */
  async #candidate(smtpAdmin: SmtpAdmin): Promise<Candidate | null> {
    if (this.config !== undefined) {
      const config = await findConfig(this.config, this.account)
      if (!config) {
        this.#refuse(noSuchConfig(this.config, this.account))
      }
      return config && storedCandidate(config)
    }

    const { candidates, steps, databaseProblem } = await smtpAdmin.resolver.resolve(this.account)
    const inEffect = steps.findIndex(({ state }) => state === 'in effect')
    const passedOver = steps.slice(0, inEffect < 0 ? undefined : inEffect)
    for (const { state, sentence } of passedOver) {
      const isFault = state === 'unusable' || databaseProblem !== null || inEffect < 0
      const say = isFault ? this.#refuse : this.#note
      say.call(this, sentence)
    }
    if (candidates.length === 0) {
      this.#refuse('There is no mail server to send through')
    }
    return candidates[0] ?? null
  }

  /** Where to send the test email; undefined: nowhere, null: there is no such address. */
  async #recipient(smtpAdmin: SmtpAdmin, { fromEmail }: Candidate) {
    if (this.testEmail === undefined) {
      return undefined
    }
    const address = this.testEmail || fromEmail || smtpAdmin.resolver.environment.fromEmail
    const rules = vine.create(vine.string().email({ require_tld: false }))
    const [refused] = await rules.tryValidate(address)
    if (refused) {
      this.#refuse('Name one address for the test email: --test-email=you@example.com')
      return null
    }
    return address ?? null
  }

  /** What would make the result of this command misleading. */
  async #noteOtherMailer() {
    const mailManager = await this.app.container.make('mail.manager')
    const transport: unknown = mailManager.use().transport
    if (!(transport instanceof DatabaseTransport)) {
      this.#note(
        'The default mailer of config/mail.ts is not databaseTransport(): mail.send() goes elsewhere'
      )
    }
  }

  #tell(name: CheckName, result: CheckResult) {
    this.#report.checks[name] = result
    if (name === 'connection') {
      this.#say('')
      this.#say('   Testing SMTP connection...')
    }
    this.#say(`   ${result.ok ? this.colors.green('✓') : this.colors.red('✗')} ${result.detail}`)
  }

  #note(text: string) {
    this.#report.notes.push(text)
    this.#say(`   ${this.colors.yellow('ℹ')} ${text}`)
  }

  #refuse(text: string) {
    this.#report.errors.push(text)
    this.#say(`   ${this.colors.red('✗')} ${text}`)
  }

  #say(line: string) {
    if (!this.json) {
      this.logger.log(line)
    }
  }
}
