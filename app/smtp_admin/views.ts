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
    .map((path) => nameOf(path))
    .sort()
}

/**
 * The views that somebody means by the name of a view or of a folder, however the slashes are
 * written. Only names of views come out, so a path that leads elsewhere finds nothing.
 */
export function findViews(names: string[], wanted: string): string[] {
  const name = nameOf(wanted).replace(/^(?:\.?\/)+|\/+$/g, '')
  return names.filter((it) => it === name || it.startsWith(`${name}/`))
}

/** The views and folders whose names are most like this one, the most alike first. */
export function similarViews(names: string[], wanted: string, count = 3): string[] {
  const folders = names.flatMap((name) => {
    const parts = name.split('/')
    return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'))
  })
  const pairs = pairsOf(nameOf(wanted))
  return [...new Set([...names, ...folders])]
    .map((name) => ({ name, likeness: likeness(pairs, pairsOf(name)) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ name }) => name)
}

function nameOf(path: string): string {
  const name = path.replaceAll('\\', '/')
  return name.endsWith(EXTENSION) ? name.slice(0, -EXTENSION.length) : name
}

function pairsOf(text: string): Set<string> {
  const letters = text.toLowerCase()
  return new Set(Array.from(letters.slice(1), (letter, index) => letters[index] + letter))
}

/** The share of pairs of letters that both have (Sørensen and Dice): from 0 to 1. */
function likeness(one: Set<string>, other: Set<string>): number {
  return (2 * one.intersection(other).size) / (one.size + other.size || 1)
}
