import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const EXTENSION = '.edge'

/** The folder of the package's own views. */
export const VIEWS = fileURLToPath(new URL('../../resources/views/smtp_admin', import.meta.url))

/** The file of a view in this folder: `pages/error` is `pages/error.edge` there. */
export function viewFile(folder: string, name: string): string {
  return join(folder, name + EXTENSION)
}

/** The names of the package's views, as Edge writes them: `pages/configs/index`. */
export function viewNames(): string[] {
  return readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(EXTENSION))
    .map((path) => toViewName(path))
    .sort()
}

/** The views of this name, or in this folder. Only names of views are returned, never other paths. */
export function findViews(names: string[], wanted: string): string[] {
  const name = toViewName(wanted).replace(/^(?:\.?\/)+|\/+$/g, '')
  return names.filter((it) => it === name || it.startsWith(`${name}/`))
}

function toViewName(path: string): string {
  const name = path.replaceAll('\\', '/')
  return name.endsWith(EXTENSION) ? name.slice(0, -EXTENSION.length) : name
}
