import { args, flags } from '@adonisjs/core/ace'
import { commandAuthor } from '../app/smtp_admin/command_author.js'
import { findConfig, noSuchConfig } from '../app/smtp_admin/models/find_config.js'
import { SmtpCommand } from './_smtp_command.js'

/** Makes a stored configuration the active one of its scope. */
export default class SmtpActivate extends SmtpCommand {
  static commandName = 'smtp:activate'
  static description = 'Make an SMTP configuration active: the next mail goes through it'
  @args.string({ description: 'The name of the configuration' })
  declare name: string

  @flags.string({ description: 'The account that the configuration belongs to' })
  declare account?: string

  async run() {
    const config = await findConfig(this.name, this.account)
    if (!config) {
      return this.fail(noSuchConfig(this.name, this.account))
    }
    await config.activate(commandAuthor())
    if (config.password && !config.password.isReadable()) {
      this.logger.warning('Its password cannot be decrypted: enter it again on the SMTP pages')
    }
    this.logger.success(`${config}`)
  }
}
