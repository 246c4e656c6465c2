import { writeFile } from 'node:fs/promises'
import type Configure from '@adonisjs/core/commands/configure'
import { type Codemods, addValidations, addVariables, readVariable } from './env.js'
import { findMissingPeers, hasSources, readText, withoutComments } from './host_app.js'
import { replaceStockMailer, usesDatabaseTransport } from './mail_config.js'
import { migrationCommand, nextMigration } from './migrations.js'

/** The parts of this package that the host gets. */
export interface PackageParts {
  stubsRoot: string
  /** The version of the tables that the package works with. */
  schemaVersion: number
}

const PROVIDER = 'adonis-smtp-admin/smtp_admin_provider'
const COMMANDS = 'adonis-smtp-admin/commands'

const MAILER = `Add the mailer to config/mail.ts:
     import { databaseTransport } from 'adonis-smtp-admin'
     mailers: { smtp: databaseTransport() }`

const ROUTES = `Mount the pages in start/routes.ts:
     import { middleware } from '#start/kernel'
     import smtpAdmin from 'adonis-smtp-admin/services/main'
     smtpAdmin.registerRoutes((group) => group.use(middleware.auth()))`

const AUTHORIZE =
  'Decide who may use the pages with "authorize" in config/smtp_admin.ts. Until you do, every page returns 403.'

const ENCRYPTION =
  "Set the encryption of the environment's server: SMTP_USE_TLS=true for STARTTLS (usually port 587) or SMTP_USE_SSL=true for SSL/TLS (usually port 465). With neither, the connection is not encrypted."

/**
 * `node ace configure adonis-smtp-admin`. It is safe to run again: a codemod formats the whole file that
 * it is given, so it is called only for what is missing.
 */
export async function runSteps(command: Configure, parts: PackageParts): Promise<void> {
  const { app, logger } = command
  if (!hasSources(app)) {
    return refuse(command, [
      'There is no adonisrc.ts in this folder. Run the command in the source code of your app, not in its build.',
    ])
  }
  const codemods = await command.createCodemods()
  const missing = await findMissingPeers(app)
  const problems = [...missing.required, ...(await checkCodemods(codemods))]
  if (problems.length > 0) {
    return refuse(command, [...problems, 'Run "node ace configure adonis-smtp-admin" again.'])
  }

  await codemods.makeUsingStub(parts.stubsRoot, 'config/smtp_admin.stub', {})
  const migrationSteps = await publishMigration(command, codemods, parts)
  await registerProvider(command, codemods)
  await addVariables(app, codemods)
  await addValidations(app, codemods)
  const mailerSteps = await configureMailer(command)
  const steps = [
    ...migrationSteps,
    ...mailerSteps,
    ...missing.forPages,
    ...(await pageSteps(command)),
  ]

  if (command.exitCode) {
    logger.error('Some steps failed, see above. These steps remain:')
  } else {
    const rest = steps.length > 0 ? 'These steps remain:' : 'There is nothing left to do.'
    logger.success(`adonis-smtp-admin is configured. ${rest}`)
  }
  printSteps(command, steps)
}

/** The codemods would skip their work with a warning. */
async function checkCodemods(codemods: Codemods): Promise<string[]> {
  if (await codemods.getTsMorphProject()) {
    return []
  }
  return [
    'Files cannot be edited. Install @adonisjs/assembler ("npm i -D @adonisjs/assembler"), and check that tsconfig.json is valid.',
  ]
}

async function publishMigration({ app }: Configure, codemods: Codemods, parts: PackageParts) {
  const migration = await nextMigration(app, parts.schemaVersion)
  if (!migration) {
    return []
  }
  await codemods.makeUsingStub(parts.stubsRoot, 'migrations/smtp_admin_tables.stub', migration)
  const task = migration.from === 0 ? 'Create the tables' : 'Update the tables'
  return [`${task}: ${await migrationCommand(app)}`]
}

async function registerProvider({ app }: Configure, codemods: Codemods) {
  const rcFile = withoutComments((await readText(app.makePath('adonisrc.ts'))) ?? '')
  const hasProvider = rcFile.includes(PROVIDER)
  const hasCommands = rcFile.includes(COMMANDS)
  if (hasProvider && hasCommands) {
    return
  }
  await codemods.updateRcFile((editor) => {
    if (!hasProvider) {
      editor.addProvider(PROVIDER)
    }
    if (!hasCommands) {
      editor.addCommand(COMMANDS)
    }
  })
}

async function configureMailer({ app, logger }: Configure): Promise<string[]> {
  const path = app.configPath('mail.ts')
  const text = (await readText(path)) ?? ''
  if (usesDatabaseTransport(text)) {
    return []
  }
  const replaced = replaceStockMailer(text)
  const steps = [MAILER]
  if (replaced !== null) {
    await writeFile(path, replaced)
    logger.action(`update ${app.relativePath(path)} file`).succeeded()
    steps[0] = ENCRYPTION
  }
  const mailer = await readVariable(app, 'MAIL_MAILER')
  if (mailer && mailer !== 'smtp') {
    steps.push('Make it the default mailer: MAIL_MAILER=smtp')
  }
  return steps
}

async function pageSteps({ app }: Configure): Promise<string[]> {
  const routes = withoutComments((await readText(app.startPath('routes.ts'))) ?? '')
  const config = withoutComments((await readText(app.configPath('smtp_admin.ts'))) ?? '')
  return [
    ...(routes.includes('registerRoutes') ? [] : [ROUTES]),
    ...(/\bauthorize\b/.test(config) ? [] : [AUTHORIZE]),
  ]
}

function refuse(command: Configure, steps: string[]) {
  command.logger.error('adonis-smtp-admin cannot be configured yet. Nothing was changed.')
  printSteps(command, steps)
  command.exitCode = 1
}

function printSteps({ logger }: Configure, steps: string[]) {
  for (const [index, step] of steps.entries()) {
    logger.log(`  ${index + 1}. ${step}`)
  }
}
