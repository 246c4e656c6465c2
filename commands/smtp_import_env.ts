import { flags } from '@adonisjs/core/ace'
import { errors } from '@vinejs/vine'
import { commandAuthor } from '../app/smtp_admin/command_author.js'
import type { FieldError } from '../app/smtp_admin/models/config_validator.js'
import { SmtpConfig } from '../app/smtp_admin/models/smtp_config.js'
import {
  ENVIRONMENT_VARIABLES,
  environmentValues,
} from '../app/smtp_admin/resolution/environment.js'
import { SmtpCommand } from './_smtp_command.js'

/** Takes the environment's server over into the database. */
export default class SmtpImportEnv extends SmtpCommand {
  static commandName = 'smtp:import-env'
  static description = 'Create an inactive SMTP configuration from the environment'

  @flags.string({
    description: 'What to call the configuration',
    default: 'Imported from the environment',
  })
  declare name: string

  async run() {
    const { config: options } = await this.app.container.make('smtp_admin.services')
    if (!options.fallback.host) {
      this.fail('There is nothing to import: SMTP_HOST is not set in the environment')
      return
    }

    const config = new SmtpConfig()
    config.merge({ ...environmentValues(options.fallback), name: this.name, isActive: false })
    config.author = commandAuthor()
    try {
      await config.save()
    } catch (error) {
      if (!(error instanceof errors.E_VALIDATION_ERROR)) {
        throw error
      }
      for (const problem of error.messages as FieldError[]) {
        this.fail(describeProblem(problem))
      }
      return
    }
    this.#show(config)
  }

  #show(config: SmtpConfig) {
    const table = this.ui.table()
    table.head(['Taken from the environment', ''])
    table.row(['Server', `${config.host}:${config.port}`])
    table.row(['Encryption', config.encryption])
    table.row(['Username', config.username ?? '(none)'])
    table.row(['Password', config.hasPassword ? '(set)' : '(none)'])
    table.row(['From', [config.fromName, config.fromEmail].filter(Boolean).join(' ') || '(none)'])
    table.row(['Timeout', `${config.timeout} seconds`])
    table.render()
    this.logger.success(`Created ${config}`)
    this.logger.log(`Check it with smtp:validate --config="${config.name}",`)
    this.logger.log(`then make it active with smtp:activate "${config.name}".`)
  }
}

/** Each problem by where its value comes from: a variable, or a flag of the command. */
function describeProblem({ field, message }: FieldError): string {
  const origin = field === 'name' ? '--name' : ENVIRONMENT_VARIABLES[field]
  return `${origin ?? field}: ${message}`
}
