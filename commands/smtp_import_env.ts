import { flags } from '@adonisjs/core/ace'
import { errors } from '@vinejs/vine'
import type { FieldError } from '../app/smtp_admin/models/config_validator.js'
import { SmtpConfig } from '../app/smtp_admin/models/smtp_config.js'
import {
  ENVIRONMENT_VARIABLES,
  environmentValues,
} from '../app/smtp_admin/resolution/environment.js'
import { SmtpCommand } from './_base.js'
import { commandActor } from './_support.js'

/** Creates a configuration from the environment's server. */
export default class SmtpImportEnv extends SmtpCommand {
  static commandName = 'smtp:import-env'
  static description = 'Create an inactive SMTP configuration from the environment'

  @flags.string({
    description: 'The name of the new configuration',
    default: 'Imported from the environment',
  })
  declare name: string

  async run() {
    const { config: options } = await this.app.container.make('smtp_admin.services')
    if (!options.fallback.host) {
      this.fail('SMTP_HOST is not set in the environment, so there is nothing to import')
      return
    }

    const config = new SmtpConfig()
    config.merge({ ...environmentValues(options.fallback), name: this.name, isActive: false })
    config.author = commandActor()
    try {
      await config.save()
    } catch (error) {
      if (!(error instanceof errors.E_VALIDATION_ERROR)) {
        throw error
      }
      for (const problem of error.messages as FieldError[]) {
        this.fail(formatFieldError(problem))
      }
      return
    }
    this.#show(config)
  }

  #show(config: SmtpConfig) {
    const table = this.ui.table()
    table.head(['Imported setting', ''])
    table.row(['Server', `${config.host}:${config.port}`])
    table.row(['Encryption', config.encryption])
    table.row(['Username', config.username ?? '(none)'])
    table.row(['Password', config.hasPassword ? '(set)' : '(none)'])
    table.row(['From', [config.fromName, config.fromEmail].filter(Boolean).join(' ') || '(none)'])
    table.row(['Timeout', `${config.timeout} seconds`])
    table.render()
    this.logger.success(`Created ${config}`)
    this.logger.log(`To test it: node ace smtp:validate --config="${config.name}"`)
    this.logger.log(`To activate it: node ace smtp:activate "${config.name}"`)
  }
}

/** Names the variable, or the flag of the command, that holds the value. */
function formatFieldError({ field, message }: FieldError): string {
  const origin = field === 'name' ? '--name' : ENVIRONMENT_VARIABLES[field]
  return `${origin ?? field}: ${message}`
}
