import { en, format } from '../app/smtp_admin/i18n/format.js'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { describeCommandProblem } from '../app/smtp_admin/command_problem.js'

/** What the smtp commands share: a booted app, and failures told in a sentence. */
export abstract class SmtpCommand extends BaseCommand {
  static options: CommandOptions = { startApp: true }

  async completed() {
    if (this.error) {
      this.fail(await this.describe(this.error))
      return true
    }
  }

  protected fail(message: string) {
    this.logger.error(message)
    this.exitCode = 1
  }

  /** What went wrong, for the person at the terminal. */
  protected describe(error: unknown): Promise<string> {
    return describeCommandProblem(error, () => this.schemaProblem())
  }

  /** How the tables differ from those of this version, in English; null: not at all. */
  protected async schemaProblem(): Promise<string | null> {
    const services = await this.app.container.make('smtp_admin.services')
    const mismatch = await services.checkSchema()
    return mismatch && format(en, mismatch)
  }

  /** The log of an app may go to stdout, where a reader of JSON expects JSON. */
  protected async silenceLog() {
    const logger = await this.app.container.make('logger')
    logger.level = 'silent'
  }
}
