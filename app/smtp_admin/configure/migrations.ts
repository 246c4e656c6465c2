import { glob, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'
import { readText } from './host_app.js'

/** A migration of the host that creates or changes the tables. */
interface PublishedMigration {
  path: string
  /** The version of the tables after it. */
  to: number
}

const CALL = /new\s+SmtpAdminTables\(\s*this\s*\)\s*\.upgrade\(\s*\{([^}]*)\}/
const TARGET = /\bto\s*:\s*(\d+)/

/** The migrations in these folders that call `SmtpAdminTables`. */
async function findPublishedMigrations(folders: string[]): Promise<PublishedMigration[]> {
  const found = new Map<string, PublishedMigration>()
  for (const folder of folders) {
    for await (const name of glob('**/*.{ts,js,mts,mjs}', { cwd: folder })) {
      const path = join(folder, name)
      const call = CALL.exec(await readFile(path, 'utf8'))
      const target = call && TARGET.exec(call[1])
      if (target) {
        found.set(path, { path, to: Number(target[1]) })
      }
    }
  }
  return [...found.values()].sort((one, other) => one.path.localeCompare(other.path))
}

/** A migration to publish. */
export interface NewMigration {
  path: string
  from: number
  to: number
}

const PATHS = /\bpaths\s*:\s*\[([^\]]*)\]/g
const STRING = /(["'`])(.*?)\1/g
const CONNECTION = /^\s*connection\s*:\s*(["'`])(.*?)\1/m

/** The migration from the published version to `version`; null: that version is published. */
export async function nextMigration(
  app: ApplicationService,
  version: number
): Promise<NewMigration | null> {
  const published = await findPublishedMigrations(await migrationFolders(app))
  const from = Math.max(0, ...published.map(({ to }) => to))
  if (from >= version) {
    return null
  }
  const latest = published.at(-1)
  const folder = latest ? dirname(latest.path) : app.migrationsPath()
  const name = from === 0 ? 'create_smtp_admin_tables' : `upgrade_smtp_admin_tables_to_${version}`
  return { path: join(folder, `${Date.now()}_${name}.ts`), from, to: version }
}

/** The command that runs the migrations of the package, on the connection that has its tables. */
export async function migrationCommand(app: ApplicationService): Promise<string> {
  const config = (await readText(app.configPath('smtp_admin.ts'))) ?? ''
  const connection = CONNECTION.exec(config)?.[2]
  return `node ace migration:run${connection ? ` --connection=${connection}` : ''}`
}

/** The config is read as text: the app is not booted. */
async function migrationFolders(app: ApplicationService): Promise<string[]> {
  const config = (await readText(app.configPath('database.ts'))) ?? ''
  const paths = [...config.matchAll(PATHS)].flatMap(([, list]) => {
    return [...list.matchAll(STRING)].map(([, , path]) => app.makePath(path))
  })
  return [...new Set([app.migrationsPath(), ...paths])]
}
