import { BaseCommand, flags } from '@adonisjs/core/ace'
import { printNextSteps } from '../app/smtp_admin/configure/next_steps.js'
import { uninstallCommand } from '../app/smtp_admin/configure/package_manager.js'
import { RemovalPlan } from '../app/smtp_admin/configure/removal_plan.js'
import { describeMissingSources } from '../app/smtp_admin/configure/sources.js'
import { hasAssembler } from '../app/smtp_admin/configure/syntax.js'
import { TABLES } from '../app/smtp_admin/models/schema/tables.js'

/** Undoes what `node ace configure adonis-smtp-admin` did. It works where the app does not boot. */
export default class SmtpUninstall extends BaseCommand {
  static commandName = 'smtp:uninstall'
  static description = 'Take adonis-smtp-admin out of the app again'

  @flags.boolean({ description: 'Do it without asking' })
  declare yes?: boolean

  async run() {
    const problem = await describeMissingSources(this.app)
    if (problem) {
      this.#refuse(problem)
      return
    }
    if (!hasAssembler()) {
      this.#refuse(
        '@adonisjs/assembler is missing, which reads the files of an app. Run "npm i -D @adonisjs/assembler".'
      )
      return
    }
    const plan = await RemovalPlan.make(this.app, TABLES)
    if (plan.files.all.length > 0) {
      this.#show(plan)
      if (!(await this.#isAgreed())) {
        return
      }
    }
    await plan.files.carryOut(({ action, path }) => {
      this.logger.action(`${action} ${this.app.relativePath(path)}`).succeeded()
    })
    await this.#tellNextSteps(plan)
  }

  #refuse(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
  }

  #show({ files }: RemovalPlan) {
    this.logger.log('This will change the app as follows:')
    for (const { action, path } of files.all) {
      this.logger.log(`- ${action} ${this.app.relativePath(path)}`)
    }
    this.logger.log('Environment variables and their validation stay as they are.')
  }

  async #isAgreed(): Promise<boolean> {
    if (this.yes) {
      return true
    }
    if (!process.stdin.isTTY) {
      this.#refuse('Nobody can be asked here. Run "node ace smtp:uninstall --yes" to go ahead.')
      return false
    }
    const agreed = await this.prompt.confirm('Go ahead?')
    if (!agreed) {
      this.logger.log('Nothing was changed.')
    }
    return agreed
  }

  async #tellNextSteps({ leftToDo }: RemovalPlan) {
    this.logger.success('What is left to do:')
    printNextSteps(this.logger, [
      ...leftToDo,
      `Remove the package: ${await uninstallCommand(this.app.makePath())}`,
    ])
  }
}
