import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'

interface Package {
  gypfile?: boolean
  scripts?: Record<string, string>
}

const ROOT = new URL('../../', import.meta.url)
const LOCK = new URL('package-lock.json', ROOT)

/** True for a package that ships its binaries and says that there is nothing to compile. */
async function shipsBinaries(path: string) {
  const directory = new URL(`${path}/`, ROOT)
  if (!existsSync(new URL('binding.gyp', directory))) {
    return false
  }
  const { gypfile }: Package = JSON.parse(
    await readFile(new URL('package.json', directory), 'utf8')
  )
  return gypfile === false
}

/**
 * npm leaves `gypfile` out of the lock, so that `npm ci` does not know of it and compiles what is
 * compiled already, or fails where there is no compiler. npm runs this after each change of
 * node_modules, and puts it back.
 */
const lock: { packages: Record<string, Package> } = JSON.parse(await readFile(LOCK, 'utf8'))
let changed = false
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path !== '' && entry.gypfile === undefined && (await shipsBinaries(path))) {
    entry.gypfile = false
    changed = true
  }
}
if (changed) {
  await writeFile(LOCK, `${JSON.stringify(lock, null, 2)}\n`)
}
