import { en, format } from '../app/smtp_admin/i18n/format.js'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { formatCommandError } from './_support.js'

/** Boots the app, and reports errors in one sentence. */
export abstract class SmtpCommand extends BaseCommand {
  static options: CommandOptions = { startApp: true }

  async completed() {
    if (this.error) {
      this.fail(await this.formatError(this.error))
      return true
    }
  }

  protected fail(message: string) {
    this.logger.error(message)
    this.exitCode = 1
  }

  protected formatError(error: unknown): Promise<string> {
    return formatCommandError(error, () => this.schemaMismatch())
  }

  /** How the tables differ from those of this version, in English; null: not at all. */
  protected async schemaMismatch(): Promise<string | null> {
    const services = await this.app.container.make('smtp_admin.services')
    const mismatch = await services.checkSchema()
    return mismatch && format(en, mismatch)
  }

  /** The app may log to stdout, which --json needs for itself. */
  protected async silenceLog() {
    const logger = await this.app.container.make('logger')
    logger.level = 'silent'
  }
}
