import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'
import { readValidations } from './env_schema.js'
import { envFilesOf } from './env_variables.js'
import { exists, readText } from './host.js'
import { adviseOnOtherDefault, needsServer } from './mailer_advice.js'
import { findMentions } from './mentions.js'
import { migrationCommand, migrationFolders } from './migration_folders.js'
import { COMMANDS, PROVIDER } from './package_parts.js'
import { PlannedFiles } from './planned_files.js'
import { findPublishedMigrations } from './published_migrations.js'
import { withoutModules } from './rc_file.js'
import { RETIRED_MIGRATION, dropMigration, isAsPublished } from './retired_migrations.js'
import { withoutPages } from './routes_file.js'
import { dropMailer, unwireMailer } from './unwire_mailer.js'

/** Everything that takes the package out of an app again, found out before anything is changed. */
export class RemovalPlan {
  readonly files = new PlannedFiles()
  /** What a person has to see to, in sentences. */
  readonly leftToDo: string[] = []
  #app: ApplicationService
  #tables: readonly string[]

  private constructor(app: ApplicationService, tables: readonly string[]) {
    this.#app = app
    this.#tables = tables
  }

  /** @param tables the names of the package's tables, in the order in which they are made */
  static async make(app: ApplicationService, tables: readonly string[]): Promise<RemovalPlan> {
    const plan = new RemovalPlan(app, tables)
    await plan.#unregister()
    await plan.#unmountPages()
    await plan.#unwireMailer()
    await plan.#deleteConfig()
    await plan.#retireMigrations()
    await plan.#nameViews()
    await plan.#nameMentions()
    return plan
  }

  async #unregister() {
    const path = this.#app.makePath('adonisrc.ts')
    const text = await this.files.read(path)
    if (text !== null) {
      const without = withoutModules(text, [PROVIDER, COMMANDS])
      await this.files.plan({
        path,
        text: without,
        action: 'take the provider and commands out of',
      })
    }
  }

  async #unmountPages() {
    const path = this.#app.startPath('routes.ts')
    const text = await this.files.read(path)
    if (text !== null) {
      const without = withoutPages(text)
      await this.files.plan({ path, text: without, action: 'take the pages out of' })
    }
  }

  async #unwireMailer() {
    const path = this.#app.configPath('mail.ts')
    const text = (await this.files.read(path)) ?? ''
    const validations = readValidations(
      (await this.files.read(this.#app.startPath('env.ts'))) ?? ''
    )
    const env = (await readText(envFilesOf(this.#app.makePath())[0])) ?? ''
    const change = needsServer(text, { env, validations })
      ? unwireMailer(text, validations)
      : dropMailer(text)
    if (change.outcome === 'changed') {
      await this.files.plan({ path, text: change.text, action: 'put transports.smtp back into' })
      this.leftToDo.push(
        'See in config/mail.ts whether your server needs "auth" and "secure": the SMTP_* variables stay where they are, and transports.smtp reads only the host and the port of them.'
      )
    }
    if (change.outcome === 'removed') {
      await this.files.plan({ path, text: change.text, action: 'take the smtp mailer out of' })
      this.leftToDo.push(...adviseOnOtherDefault(text, { env, validations }))
    }
    if (change.outcome === 'left') {
      this.leftToDo.push(`Put another mailer into config/mail.ts: ${change.reason}.`)
    }
  }

  async #deleteConfig() {
    const path = this.#app.configPath('smtp_admin.ts')
    await this.files.plan({ path, text: null, action: 'delete' })
  }

  /** The published migrations import the package, so they would break once it is gone. */
  async #retireMigrations() {
    const published = await findPublishedMigrations(await migrationFolders(this.#app))
    if (published.length === 0) {
      return
    }
    for (const { path } of published) {
      if (isAsPublished(await readFile(path, 'utf8'))) {
        await this.files.plan({ path, text: RETIRED_MIGRATION, action: 'empty' })
      }
    }
    const name = `${Date.now()}_drop_smtp_admin_tables.ts`
    const path = join(dirname(published.at(-1)!.path), name)
    await this.files.plan({ path, text: dropMigration(this.#tables), action: 'create' })
    this.leftToDo.push(
      `Drop ${this.#tables.join(' and ')}, with the configurations in them: ${await migrationCommand(this.#app)}`
    )
  }

  async #nameViews() {
    const path = this.#app.viewsPath('smtp_admin')
    if (await exists(path)) {
      this.leftToDo.push(`Delete the pages that were taken over: ${this.#app.relativePath(path)}`)
    }
  }

  async #nameMentions() {
    const mentions = await findMentions(this.#app.makePath(), this.files)
    if (mentions.length > 0) {
      this.leftToDo.push(`Take the package out of what still imports it: ${mentions.join(', ')}`)
    }
  }
}
