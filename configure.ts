import type Configure from '@adonisjs/core/commands/configure'
import { stubsRoot } from './stubs/main.js'

/**
 * `node ace configure adonis-smtp-admin`. Its imports are dynamic, so that an app that imports the package
 * does not load them.
 */
export async function configure(command: Configure): Promise<void> {
  const { SCHEMA_VERSION } = await import('./app/smtp_admin/models/schema/version.js')
  const { runSteps } = await import('./app/smtp_admin/configure/steps.js')
  await runSteps(command, { stubsRoot, schemaVersion: SCHEMA_VERSION })
}
