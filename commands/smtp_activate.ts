import { BaseCommand, args, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { commandAuthor } from '../app/smtp_admin/command_author.js'
import { SITE_SCOPE, accountScope } from '../app/smtp_admin/models/scope.js'
import { SmtpConfig } from '../app/smtp_admin/models/smtp_config.js'

/** Makes a stored configuration the active one of its scope. */
export default class SmtpActivate extends BaseCommand {
  static commandName = 'smtp:activate'
  static description = 'Make an SMTP configuration active: the next mail goes through it'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'The name of the configuration' })
  declare name: string

  @flags.string({ description: 'The account that the configuration belongs to' })
  declare account?: string

  async run() {
    const scope = this.account ? accountScope(this.account) : SITE_SCOPE
    const config = await SmtpConfig.findBy({ scope, name: this.name })
    if (!config) {
      this.logger.error(
        `There is no SMTP configuration named "${this.name}": smtp:list shows them all`
      )
      this.exitCode = 1
      return
    }
    await config.activate(commandAuthor())
    if (config.password && !config.password.isReadable()) {
      this.logger.warning('Its password cannot be decrypted: enter it again on the SMTP pages')
    }
    this.logger.success(`${config}`)
  }
}
