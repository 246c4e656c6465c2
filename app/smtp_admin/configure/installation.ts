import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type Configure from '@adonisjs/core/commands/configure'
import { readValidations } from './env_schema.js'
import { ENV_VALIDATIONS, envFilesOf, withVariables } from './env_variables.js'
import { readHostPackages, readText } from './host.js'
import { adviseOnMailer } from './mailer_advice.js'
import { migrationCommand, migrationFolders } from './migration_folders.js'
import { printNextSteps } from './next_steps.js'
import { COMMANDS, PROVIDER } from './package_parts.js'
import { describeMissingPeers } from './peers.js'
import { findPublishedMigrations, nextMigration } from './published_migrations.js'
import { namesOption } from './options.js'
import { importsModule } from './rc_file.js'
import { mountLines, mountsPages } from './routes_file.js'
import { describeMissingSources } from './sources.js'
import { wireMailer } from './wire_mailer.js'

type Codemods = Awaited<ReturnType<Configure['createCodemods']>>

/** What the installation has to know of the package. */
export interface InstalledPackage {
  stubsRoot: string
  /** The version of the tables that the package works with. */
  schemaVersion: number
}

/**
 * `node ace configure adonis-smtp-admin`, step by step. A step leaves alone what is there already:
 * the codemods of AdonisJS format the whole file that they are given, and are asked only for what
 * is missing.
 */
export class Installation {
  #command: Configure
  #package: InstalledPackage
  #codemods: Codemods
  #nextSteps: string[] = []

  private constructor(command: Configure, installed: InstalledPackage, codemods: Codemods) {
    this.#command = command
    this.#package = installed
    this.#codemods = codemods
  }

  static async create(command: Configure, installed: InstalledPackage): Promise<Installation> {
    return new Installation(command, installed, await command.createCodemods())
  }

  /** Sets the exit code to 1, and changes nothing, when something is missing that has to be there. */
  async run(): Promise<void> {
    const problem = await describeMissingSources(this.#app)
    if (problem) {
      this.#command.logger.error(problem)
      this.#command.exitCode = 1
      return
    }
    const missing = await this.#findMissing()
    if (missing.length > 0) {
      this.#refuse(missing)
      return
    }
    await this.#publishConfig()
    await this.#publishMigration()
    await this.#register()
    await this.#addVariables()
    await this.#addValidations()
    await this.#wireMailer()
    await this.#adviseOnPages()
    this.#tellNextSteps()
  }

  get #app() {
    return this.#command.app
  }

  async #findMissing(): Promise<string[]> {
    const missing = describeMissingPeers(await readHostPackages(this.#app))
    if (missing.length > 0 || (await this.#codemods.getTsMorphProject())) {
      return missing
    }
    // The codemods would skip their work with a warning, and the rest would be half of it.
    return ['tsconfig.json cannot be read, and files are edited with its help. Put it right.']
  }

  #refuse(missing: string[]) {
    const { logger } = this.#command
    logger.error('adonis-smtp-admin cannot be configured yet. Nothing was changed.')
    printNextSteps(logger, [...missing, 'Then run "node ace configure adonis-smtp-admin" again.'])
    this.#command.exitCode = 1
  }

  async #publishConfig() {
    await this.#codemods.makeUsingStub(this.#package.stubsRoot, 'config/smtp_admin.stub', {})
  }

  async #publishMigration() {
    const published = await findPublishedMigrations(await migrationFolders(this.#app))
    const migration = nextMigration(published, this.#package.schemaVersion)
    if (migration) {
      const { stubsRoot } = this.#package
      const latest = published.at(-1)
      const folder = latest ? dirname(latest.path) : this.#app.migrationsPath()
      await this.#codemods.makeUsingStub(stubsRoot, 'migrations/smtp_admin_tables.stub', {
        ...migration,
        path: join(folder, migration.fileName),
      })
      const task = latest ? 'Bring the tables up to date' : 'Make the tables'
      this.#nextSteps.push(`${task}: ${await migrationCommand(this.#app)}`)
    }
  }

  async #register() {
    const rcFile = await readFile(this.#app.makePath('adonisrc.ts'), 'utf8')
    const hasProvider = importsModule(rcFile, PROVIDER)
    const hasCommands = importsModule(rcFile, COMMANDS)
    if (hasProvider && hasCommands) {
      return
    }
    await this.#codemods.updateRcFile((editor) => {
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
      const text = await readText(path)
      if (text !== null) {
        await this.#update(path, text, withVariables(text))
      }
    }
  }

  async #addValidations() {
    const text = (await readText(this.#app.startPath('env.ts'))) ?? ''
    const validations = readValidations(text)
    const missing = Object.entries(ENV_VALIDATIONS).filter(([name]) => !validations.has(name))
    if (missing.length > 0) {
      await this.#codemods.defineEnvValidations({
        leadingComment: 'Variables for the mail server of the environment',
        variables: Object.fromEntries(missing),
      })
    }
  }

  async #wireMailer() {
    const path = this.#app.configPath('mail.ts')
    const text = (await readText(path)) ?? ''
    const change = wireMailer(text)
    if (change.outcome === 'changed') {
      await this.#update(path, text, change.text)
    }
    const [envFile] = envFilesOf(this.#app.makePath())
    const env = (await readText(envFile)) ?? ''
    const validations = readValidations((await readText(this.#app.startPath('env.ts'))) ?? '')
    this.#nextSteps.push(...adviseOnMailer(change, text, { env, validations }))
  }

  async #adviseOnPages() {
    const routes = (await readText(this.#app.startPath('routes.ts'))) ?? ''
    if (!mountsPages(routes)) {
      const lines = mountLines(routes)
      this.#nextSteps.push(['Mount the pages in start/routes.ts:', ...lines].join('\n     '))
    }
    const config = (await readText(this.#app.configPath('smtp_admin.ts'))) ?? ''
    if (!namesOption(config, 'authorize')) {
      this.#nextSteps.push(
        'Say in config/smtp_admin.ts, with "authorize", who may use the pages. Until then they answer 403.'
      )
    }
  }

  #tellNextSteps() {
    const { logger, exitCode } = this.#command
    if (exitCode) {
      logger.error('Not everything could be done: see above. What is left to do besides:')
    } else {
      const rest = this.#nextSteps.length > 0 ? 'What is left to do:' : 'Nothing is left to do.'
      logger.success(`adonis-smtp-admin is configured. ${rest}`)
    }
    printNextSteps(logger, this.#nextSteps)
  }

  async #update(path: string, before: string, after: string) {
    if (after !== before) {
      await writeFile(path, after)
      this.#command.logger.action(`update ${this.#app.relativePath(path)} file`).succeeded()
    }
  }
}
