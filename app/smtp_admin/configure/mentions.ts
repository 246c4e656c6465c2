import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlannedFiles } from './planned_files.js'

const IMPORT = /(["'`])adonis-smtp-admin(?:\/[^"'`]*)?\1/

/** Folders that hold no source of the app. */
const SKIPPED = new Set(['node_modules', 'build', 'dist', 'tmp', 'public'])

/** The source files of an app that will still import the package when the plan is carried out. */
export async function findMentions(appRoot: string, files: PlannedFiles): Promise<string[]> {
  const found = []
  const sources = glob('**/*.{ts,tsx,mts,js,jsx,mjs}', {
    cwd: appRoot,
    exclude: (name) => SKIPPED.has(name) || name.startsWith('.'),
  })
  for await (const name of sources) {
    if (IMPORT.test((await files.read(join(appRoot, name))) ?? '')) {
      found.push(name.replaceAll('\\', '/'))
    }
  }
  return found.sort()
}
