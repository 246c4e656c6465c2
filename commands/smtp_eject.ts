import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { args, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { hasSources } from '../app/smtp_admin/configure/host_app.js'
import { VIEWS, findViews, viewFile, viewNames } from '../app/smtp_admin/views.js'
import { SmtpCommand } from './_base.js'

/** Copies views of the pages into the app, where they override those of the package. */
export default class SmtpEject extends SmtpCommand {
  static commandName = 'smtp:eject'
  static description = 'Copy views of the SMTP pages into your app to customize them'
  static options: CommandOptions = { startApp: false }

  @args.string({
    description: 'A view or a folder, for example pages/configs/index. Lists all views if omitted',
    required: false,
  })
  declare page?: string

  @flags.boolean({ description: 'Copy every view' })
  declare all?: boolean

  @flags.boolean({ description: 'Overwrite existing copies' })
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
      return this.fail(
        `There is no view or folder "${this.page}". Run "node ace smtp:eject" to list them.`
      )
    }
    return this.#eject(wanted)
  }

  /** Only writing files can fail: no database is involved. */
  protected async formatError(error: unknown): Promise<string> {
    const reason = error instanceof Error ? error.message : String(error)
    return `The views could not be copied (${reason}). Check the permissions of the folder.`
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
      const subject = count === 1 ? 'Your copy overrides' : 'Your copies override'
      this.logger.success(`${subject} the view of the package`)
      this.logger.info('In production, restart the app to apply the change')
      this.logger.info('Upgrades of the package do not change your copies (see docs/theming.md)')
    }
  }

  async #copy(name: string): Promise<boolean> {
    const target = this.#targetFor(name)
    const action = this.logger.action(`create ${this.app.relativePath(target)}`)
    if (existsSync(target) && !this.force) {
      action.skipped('Already exists: --force overwrites it')
      return false
    }
    await mkdir(dirname(target), { recursive: true })
    // copyFile would also copy the read-only mode that a file in node_modules may have.
    await writeFile(target, await readFile(viewFile(VIEWS, name)))
    action.succeeded()
    return true
  }

  #list(names: string[]) {
    const table = this.ui.table().head(['View', 'Your copy'])
    for (const name of names) {
      const target = this.#targetFor(name)
      table.row([name, existsSync(target) ? `● ${this.app.relativePath(target)}` : ''])
    }
    table.render()
    this.logger.log('To copy a view or a folder: node ace smtp:eject pages/configs/index')
    this.logger.log('To copy all views: node ace smtp:eject --all')
  }

  #targetFor(name: string): string {
    return viewFile(this.app.viewsPath('smtp_admin'), name)
  }
}
