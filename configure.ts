import type Configure from '@adonisjs/core/commands/configure'
import { SCHEMA_VERSION } from './app/smtp_admin/models/schema/version.js'
import { stubsRoot } from './stubs/main.js'

/**
 * `node ace configure adonis-smtp-admin`: sets the host up. What it needs is imported here and not
 * above, so that an app that only imports the package does not load it.
 */
export async function configure(command: Configure): Promise<void> {
  const { Installation } = await import('./app/smtp_admin/configure/installation.js')
  const parts = { stubsRoot, schemaVersion: SCHEMA_VERSION }
  const installation = await Installation.create(command, parts)
  await installation.run()
}
