import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class SnippetRun extends BaseCommand {
  static commandName = 'snippet:run'
  static description = 'Run a file inside of the app, and print what it exports'
  static options: CommandOptions = { startApp: true }

  @args.string()
  declare file: string

  async run() {
    const { default: answer } = await import(this.app.makeURL(this.file).href)
    this.logger.log(JSON.stringify(answer ?? null))
  }
}
