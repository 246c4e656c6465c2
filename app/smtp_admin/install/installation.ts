import { writeFile } from 'node:fs/promises'
import type Configure from '@adonisjs/core/commands/configure'
import { addVariables, ENV_VALIDATIONS, envFilesOf, valueIn } from './env_variables.js'
import { validatedNames } from './env_schema.js'
import { readHostPackages, readText } from './host.js'
import { defaultMailer, wireMailer } from './mail_config.js'
import { describeMissingPeers } from './peers.js'
import { findPublishedMigrations, nextMigration } from './published_migrations.js'
import { importsModule } from './rc_file.js'
import { MOUNT_IMPORT, MOUNT_LINE, mountsPages } from './routes_file.js'

export const PROVIDER = 'adonis-smtp-admin/smtp_admin_provider'
export const COMMANDS = 'adonis-smtp-admin/commands'

/** What of the package the installation needs to know. */
export interface PackageParts {
  stubsRoot: string
  /** The version of the tables that the package works with. */
  schemaVersion: number
}

/** `node ace configure adonis-smtp-admin`, step by step. Each step leaves alone what is there. */
export class Installation {
  #command: Configure
  #parts: PackageParts
  #nextSteps: string[] = []

  constructor(command: Configure, parts: PackageParts) {
    this.#command = command
    this.#parts = parts
  }

  async run() {
    const missing = describeMissingPeers(await readHostPackages(this.#app))
    if (missing.length > 0) {
      this.#refuse(missing)
      return
    }
    await this.#publishConfig()
    await this.#publishMigration()
    await this.#register()
    await this.#addVariables()
    await this.#wireMailer()
    await this.#mountPages()
    this.#tellNextSteps()
  }

  get #app() {
    return this.#command.app
  }

  #refuse(missing: string[]) {
    const { logger } = this.#command
    logger.error('adonis-smtp-admin is not configured yet, and no file was changed:')
    for (const sentence of missing) {
      logger.error(sentence)
    }
    logger.error('Then run "node ace configure adonis-smtp-admin" again.')
    this.#command.exitCode = 1
  }

  async #publishConfig() {
    const codemods = await this.#command.createCodemods()
    await codemods.makeUsingStub(this.#parts.stubsRoot, 'config/smtp_admin.stub', {})
  }

  async #publishMigration() {
    const published = await findPublishedMigrations(this.#app.migrationsPath())
    const migration = nextMigration(published, this.#parts.schemaVersion)
    if (migration) {
      const codemods = await this.#command.createCodemods()
      const { stubsRoot } = this.#parts
      await codemods.makeUsingStub(stubsRoot, 'migrations/smtp_admin_tables.stub', migration)
      this.#nextSteps.push('Make the tables: node ace migration:run')
    }
  }

  /** The codemod reformats the whole file, so it is not asked for what is there already. */
  async #register() {
    const rcFile = (await readText(this.#app.makePath('adonisrc.ts'))) ?? ''
    const hasProvider = importsModule(rcFile, PROVIDER)
    const hasCommands = importsModule(rcFile, COMMANDS)
    if (hasProvider && hasCommands) {
      return
    }
    const codemods = await this.#command.createCodemods()
    await codemods.updateRcFile((editor) => {
      if (!hasProvider) {
        editor.addProvider(PROVIDER)
      }
      if (!hasCommands) {
        editor.addCommand(COMMANDS)
      }
    })
  }

  async #addVariables() {
    for (const path of envFilesOf(this.#app.makePath())) {
      if (await addVariables(path)) {
        this.#command.logger.action(`update ${this.#app.relativePath(path)} file`).succeeded()
      }
    }
    const validated = validatedNames((await readText(this.#app.startPath('env.ts'))) ?? '')
    const missing = Object.entries(ENV_VALIDATIONS).filter(([name]) => !validated?.has(name))
    if (missing.length > 0) {
      const codemods = await this.#command.createCodemods()
      await codemods.defineEnvValidations({
        leadingComment: 'Variables for configuring the mail server of the environment',
        variables: Object.fromEntries(missing),
      })
    }
  }

  async #wireMailer() {
    const path = this.#app.configPath('mail.ts')
    const text = (await readText(path)) ?? ''
    const change = wireMailer(text)
    if (change.outcome === 'changed') {
      await writeFile(path, change.text)
      this.#command.logger.action(`update ${this.#app.relativePath(path)} file`).succeeded()
    }
    if (change.outcome === 'left') {
      this.#nextSteps.push(
        `config/mail.ts was left as it is, because ${change.reason}. Add this mailer to it:
  import { databaseTransport } from 'adonis-smtp-admin'
  smtp: databaseTransport(),`
      )
    }
    if (change.outcome === 'changed' && change.replaced) {
      this.#nextSteps.push(
        "The environment's server is now used as SMTP_USE_TLS and SMTP_USE_SSL say: set SMTP_USE_TLS=true for STARTTLS (usually port 587) or SMTP_USE_SSL=true for TLS from the start (port 465). Without either, mail goes unencrypted."
      )
    }
    await this.#makeDefault(text)
  }

  async #makeDefault(mailConfig: string) {
    const mailer = defaultMailer(mailConfig)
    if (mailer === null || /^["'`]smtp["'`]/.test(mailer)) {
      return
    }
    const variable = /^env\.get\(["'](\w+)["']/.exec(mailer)?.[1]
    const [envPath] = envFilesOf(this.#app.makePath())
    const value = variable && valueIn((await readText(envPath)) ?? '', variable)
    if (value !== 'smtp') {
      this.#nextSteps.push(
        variable
          ? `Mail goes through the mailer that ${variable} names. Set ${variable}=smtp, and have start/env.ts accept it.`
          : "Mail goes through another mailer by default. Set default: 'smtp' in config/mail.ts."
      )
    }
  }

  async #mountPages() {
    const routes = (await readText(this.#app.startPath('routes.ts'))) ?? ''
    if (!mountsPages(routes)) {
      this.#nextSteps.push(`Mount the pages in start/routes.ts:
  ${MOUNT_IMPORT}
  ${MOUNT_LINE}`)
    }
  }

  #tellNextSteps() {
    const { logger } = this.#command
    const closing =
      'Say in config/smtp_admin.ts who may use the pages: without "authorize" they answer 403 to everybody.'
    logger.success('adonis-smtp-admin is configured. What is left to do:')
    for (const [index, step] of [...this.#nextSteps, closing].entries()) {
      logger.log(`${index + 1}. ${step}`)
    }
  }
}
