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
    return describeCommandProblem(error, async () => {
      const smtpAdmin = await this.app.container.make('smtp_admin')
      return smtpAdmin.schemaProblem()
    })
  }

  /** The log of an app may go to stdout, where a reader of JSON expects JSON. */
  protected async silenceLog() {
    const logger = await this.app.container.make('logger')
    logger.level = 'silent'
  }
}
