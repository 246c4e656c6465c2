import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A migration of the host that makes or changes the tables. */
export interface PublishedMigration {
  path: string
  /** The version of the tables that it leads to. */
  to: number
}

const CALL = /new\s+SmtpAdminTables\(\s*this\s*\)\s*\.upgrade\(\s*\{([^}]*)\}/
const TARGET = /\bto\s*:\s*(\d+)/

/** The migrations in some folders, and the folders in them, that call `SmtpAdminTables`. */
export async function findPublishedMigrations(folders: string[]): Promise<PublishedMigration[]> {
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
  fileName: string
  from: number
  to: number
}

/**
 * The migration that leads from what is published to a version of the tables; null when that is
 * reached.
 */
export function nextMigration(
  published: PublishedMigration[],
  version: number,
  now = new Date()
): NewMigration | null {
  const from = Math.max(0, ...published.map(({ to }) => to))
  if (from >= version) {
    return null
  }
  const name = from === 0 ? 'create_smtp_admin_tables' : `upgrade_smtp_admin_tables_to_${version}`
  return { fileName: `${now.getTime()}_${name}.ts`, from, to: version }
}
