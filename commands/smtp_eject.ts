import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { args, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { hasSources } from '../app/smtp_admin/configure/host_app.js'
import { VIEWS, findViews, similarViews, viewFile, viewNames } from '../app/smtp_admin/views.js'
import { SmtpCommand } from './_smtp_command.js'

/** Copies views of the pages to where the app's own win over them. */
export default class SmtpEject extends SmtpCommand {
  static commandName = 'smtp:eject'
  static description = 'Copy views of the SMTP pages into your own, where you can change them'
  static options: CommandOptions = { startApp: false }

  @args.string({
    description:
      'A view, as in pages/configs/index, or a folder of them; without it, all are listed',
    required: false,
  })
  declare page?: string

  @flags.boolean({ description: 'Copy every view' })
  declare all?: boolean

  @flags.boolean({ description: 'Overwrite the copies that are already there' })
  declare force?: boolean

  async run() {
    const names = viewNames()
    if (this.all) {
      return this.#eject(names)
    }
    if (this.page === undefined) {
      return this.#list(names)
    }
    const wanted = findViews(names, this.page)
    if (wanted.length === 0) {
      const nearest = similarViews(names, this.page).join(', ')
      return this.fail(`There is no view or folder "${this.page}". The nearest are: ${nearest}.`)
    }
    return this.#eject(wanted)
  }

  /** No database is involved, so what can fail is the writing of files. */
  protected async describe(error: unknown): Promise<string> {
    const reason = error instanceof Error ? error.message : String(error)
    return `The views could not be copied (${reason}): may this user write there?`
  }

  async #eject(names: string[]) {
    if (!hasSources(this.app)) {
      return this.fail(
        'There is no adonisrc.ts in this folder. Run the command in the source code of your app, not in its build.'
      )
    }
    const copied = await Array.fromAsync(names, (name) => this.#copy(name))
    const count = copied.filter(Boolean).length
    if (count > 0) {
      const [these, win] = count === 1 ? ['This view', 'wins'] : ['These views', 'win']
      this.logger.success(`${these} of yours now ${win} over the package's`)
      this.logger.info('In production, from the next start on')
      this.logger.info(
        'Upgrades of the package do not change them: see Theming in its documentation'
      )
    }
  }

  async #copy(name: string): Promise<boolean> {
    const target = this.#targetOf(name)
    const action = this.logger.action(`create ${this.app.relativePath(target)}`)
    if (existsSync(target) && !this.force) {
      action.skipped('It is already there: --force overwrites it')
      return false
    }
    await mkdir(dirname(target), { recursive: true })
    // Not copyFile, which would copy that a file in node_modules may be read-only.
    await writeFile(target, await readFile(viewFile(VIEWS, name)))
    action.succeeded()
    return true
  }

  #list(names: string[]) {
    const table = this.ui.table().head(['View', 'Yours'])
    for (const name of names) {
      const target = this.#targetOf(name)
      table.row([name, existsSync(target) ? `● ${this.app.relativePath(target)}` : ''])
    }
    table.render()
    this.logger.log('Copy one, or a folder: node ace smtp:eject pages/configs/index')
    this.logger.log('Copy all of them: node ace smtp:eject --all')
  }

  #targetOf(name: string): string {
    return viewFile(this.app.viewsPath('smtp_admin'), name)
  }
}
