import { access, readFile } from 'node:fs/promises'
import type { ApplicationService } from '@adonisjs/core/types'
import type { HostPackages } from './peers.js'
import { importsModule } from './rc_file.js'
import { hasAssembler } from './syntax.js'

/** The text of a file; null when there is none. */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null
    }
    throw error
  }
}

/** Whether there is a file or a folder. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}

/** What the host has installed and registered. */
export async function readHostPackages(app: ApplicationService): Promise<HostPackages> {
  const manifest = JSON.parse((await readText(app.makePath('package.json'))) ?? '{}')
  const { dependencies, devDependencies } = manifest as Record<string, Record<string, string>>
  const assembler = hasAssembler()
  // Read from the file too: `node ace add` may have configured a peer in this very process.
  const rcFile = assembler ? ((await readText(app.makePath('adonisrc.ts'))) ?? '') : ''
  const running = app.rcFile.providers.map(({ file }) => String(file))
  return {
    installed: new Set(Object.keys({ ...dependencies, ...devDependencies })),
    isRegistered: (provider) =>
      running.some((source) => /["'`](.*)["'`]/.exec(source)?.[1] === provider) ||
      importsModule(rcFile, provider),
    hasAssembler: assembler,
  }
}
