import type { ApplicationService } from '@adonisjs/core/types'
import { readText } from './host.js'

const PATHS = /\bpaths\s*:\s*\[([^\]]*)\]/g
const TEXT = /(["'`])(.*?)\1/g
const CONNECTION = /^\s*connection\s*:\s*(["'`])(.*?)\1/m

/**
 * The folders of an app that hold migrations: AdonisJS's own, and those of its connections. The
 * config is read as text: it is not loaded where an app is configured or the package taken out.
 */
export async function migrationFolders(app: ApplicationService): Promise<string[]> {
  const config = (await readText(app.configPath('database.ts'))) ?? ''
  const paths = [...config.matchAll(PATHS)].flatMap(([, list]) => {
    return [...list.matchAll(TEXT)].map(([, , path]) => app.makePath(path))
  })
  return [...new Set([app.migrationsPath(), ...paths])]
}

/** What runs the migrations of the package, on the connection that has its tables. */
export async function migrationCommand(app: ApplicationService): Promise<string> {
  const config = (await readText(app.configPath('smtp_admin.ts'))) ?? ''
  const connection = CONNECTION.exec(config)?.[2]
  return `node ace migration:run${connection ? ` --connection=${connection}` : ''}`
}
