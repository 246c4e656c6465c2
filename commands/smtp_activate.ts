import { args, flags } from '@adonisjs/core/ace'
import { errors } from '@vinejs/vine'
import { lastChange } from '../app/smtp_admin/actions/activation_history.js'
import {
  type ActivationRequest,
  HEALTH_REASONS,
  activate,
  deactivate,
} from '../app/smtp_admin/actions/activation.js'
import type { HealthState } from '../app/smtp_admin/diagnostics/health.js'
import { E_SMTP_TEST_REQUIRED } from '../app/smtp_admin/errors.js'
import { type FieldError, validateReason } from '../app/smtp_admin/models/config_validator.js'
import { SITE_SCOPE, accountScope } from '../app/smtp_admin/models/scope.js'
import { SmtpConfig } from '../app/smtp_admin/models/smtp_config.js'
import { SmtpCommand } from './_base.js'
import { commandActor, configNotFoundMessage } from './_support.js'

/** Makes a stored configuration the active one of its scope, or undoes the latest switch. */
export default class SmtpActivate extends SmtpCommand {
  static commandName = 'smtp:activate'
  static description = 'Activate an SMTP configuration'
  static help = [
    'Activate a configuration by name:',
    '{{ binaryName }} smtp:activate "Backup SMTP Server"',
    '',
    'Switch back to the previous configuration, or to none:',
    '{{ binaryName }} smtp:activate --previous',
  ]

  @args.string({ description: 'The name of the configuration', required: false })
  declare name?: string

  @flags.boolean({ description: 'Switch back to the previous configuration' })
  declare previous?: boolean

  @flags.string({
    description: 'Why it is activated without a passed test (stored in the history)',
    allowEmptyValue: true,
  })
  declare reason?: string

  @flags.string({ description: 'The account that owns the configuration' })
  declare account?: string

  async run() {
    if ((this.name === undefined) !== (this.previous === true)) {
      return this.fail('Enter either the name of a configuration or --previous')
    }
    return this.previous ? this.#undo() : this.#activateNamed(this.name!)
  }

  async #activateNamed(name: string) {
    const config = await SmtpConfig.findNamed(name, this.account)
    if (!config) {
      return this.fail(configNotFoundMessage(name, this.account))
    }
    return this.#activate(config)
  }

  async #undo() {
    const scope = this.account === undefined ? SITE_SCOPE : accountScope(this.account)
    const latest = await lastChange(scope)
    const goal = latest?.from ?? latest?.to
    if (!latest || !goal) {
      return this.fail('There is no previous configuration')
    }
    const config = await SmtpConfig.find(goal.id)
    if (!config) {
      return this.fail(`Cannot switch back: "${goal.name}" has been deleted`)
    }
    const undoes = latest.to?.id ?? null
    if (latest.from) {
      return this.#activate(config, undoes)
    }
    await deactivate(config, { author: commandActor(), undoes })
    this.#finish(config)
  }

  async #activate(config: SmtpConfig, undoes?: ActivationRequest['undoes']) {
    const { config: options } = await this.app.container.make('smtp_admin.services')
    try {
      const reason = this.reason === undefined ? undefined : await validateReason(this.reason)
      const { health } = await activate(config, {
        policy: options.activation,
        beforeActivate: options.beforeActivate,
        author: commandActor(),
        ...{ reason, undoes },
      })
      this.#warn(config, health.state)
      this.#finish(config)
    } catch (error) {
      await this.#explain(error, config)
    }
  }

  #warn(config: SmtpConfig, state: HealthState) {
    if (state === 'unreadable') {
      this.logger.warning('Its password cannot be decrypted. Enter it again on the SMTP pages')
    } else if (state !== 'working') {
      this.logger.warning(
        `It may not work: ${HEALTH_REASONS[state]}. To test it: ${this.#testCommand(config)}`
      )
    }
  }

  #finish(config: SmtpConfig) {
    this.logger.success(`${config}`)
    this.logger.log(`To undo: node ace smtp:activate --previous${this.#accountFlag}`)
  }

  async #explain(error: unknown, config: SmtpConfig) {
    if (error instanceof errors.E_VALIDATION_ERROR) {
      const problems = error.messages as FieldError[]
      problems.forEach(({ field, message }) =>
        this.fail(`${field === 'reason' ? '--reason' : field}: ${message}`)
      )
      return
    }
    if (!(error instanceof E_SMTP_TEST_REQUIRED)) {
      throw error
    }
    this.fail(await this.formatError(error))
    const activation = `node ace smtp:activate "${config.name}"${this.#accountFlag}`
    this.logger.log(`To test it: ${this.#testCommand(config)}`)
    this.logger.log(`To activate without a test: ${activation} --reason="Why it cannot wait"`)
  }

  #testCommand(config: SmtpConfig): string {
    return `node ace smtp:validate --config="${config.name}"${this.#accountFlag}`
  }

  get #accountFlag(): string {
    return this.account === undefined ? '' : ` --account=${this.account}`
  }
}
