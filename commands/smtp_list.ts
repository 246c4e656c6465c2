import { flags } from '@adonisjs/core/ace'
import { SmtpConfig } from '../app/smtp_admin/models/smtp_config.js'
import { SmtpCommand } from './_base.js'

/** Shows the stored configurations. */
export default class SmtpList extends SmtpCommand {
  static commandName = 'smtp:list'
  static description = 'List the SMTP configurations in the database'

  @flags.boolean({ description: 'Print the configurations as one JSON array only' })
  declare json?: boolean

  async run() {
    if (this.json) {
      await this.silenceLog()
    }
    const configs = await SmtpConfig.query().orderBy('scope', 'desc').orderBy('name')
    if (this.json) {
      this.logger.log(JSON.stringify(configs, null, 2))
    } else if (configs.length === 0) {
      this.logger.log('There are no SMTP configurations in the database.')
    } else {
      this.#printTable(configs)
    }
  }

  #printTable(configs: SmtpConfig[]) {
    const table = this.ui.table()
    table.head(['Active', 'Name', 'Server', 'Encryption', 'From', 'Scope'])
    for (const config of configs) {
      table.row([
        config.isActive ? this.colors.green('● yes') : '○ no',
        config.name,
        `${config.host}:${config.port}`,
        config.encryption,
        config.fromEmail ?? '',
        config.scope,
      ])
    }
    table.render()
  }
}
