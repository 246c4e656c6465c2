import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ApplicationService } from '@adonisjs/core/types'

/** A package that the host needs, and its name for `node ace add` and `node ace configure`. */
interface Peer {
  name: string
  aceName: string
  provider: string
}

const REQUIRED: Peer[] = [
  toPeer('@adonisjs/lucid', '@adonisjs/lucid/database_provider'),
  toPeer('@adonisjs/mail', '@adonisjs/mail/mail_provider'),
]

/** The pages need these; sending and the commands work without them. */
const FOR_PAGES: Peer[] = [
  toPeer('@adonisjs/session', '@adonisjs/session/session_provider'),
  toPeer('@adonisjs/shield', '@adonisjs/shield/shield_provider'),
  { name: 'edge.js', aceName: 'edge', provider: '@adonisjs/core/providers/edge_provider' },
]

/** What is missing, one sentence per package with the command that adds it. */
export interface MissingPeers {
  required: string[]
  forPages: string[]
}

/** The text of a file; null: there is none. */
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

/** Whether the sources of the app are here: a build has no adonisrc.ts. */
export function hasSources(app: ApplicationService): boolean {
  return existsSync(app.makePath('adonisrc.ts'))
}

/** npm installs peers of its own accord, so only a registered provider counts. */
export async function findMissingPeers(app: ApplicationService): Promise<MissingPeers> {
  const manifest = JSON.parse((await readText(app.makePath('package.json'))) ?? '{}')
  const { dependencies, devDependencies } = manifest as Record<string, Record<string, string>>
  const installed = Object.keys({ ...dependencies, ...devDependencies })
  // From the file too: `node ace add` may have configured a peer in this process.
  const rcFile = withoutComments((await readText(app.makePath('adonisrc.ts'))) ?? '')
  const running = app.rcFile.providers.map(({ file }) => String(file)).join('\n')
  const describe = ({ name, aceName }: Peer) =>
    installed.includes(name)
      ? `${name} is installed but not configured. Run "node ace configure ${aceName}".`
      : `${name} is missing. Run "node ace add ${aceName}".`
  const isMissing = ({ provider }: Peer) => !`${running}\n${rcFile}`.includes(provider)
  return {
    required: REQUIRED.filter(isMissing).map(describe),
    forPages: FOR_PAGES.filter(isMissing).map(describe),
  }
}

/** TypeScript without whole-line and block comments. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

function toPeer(name: string, provider: string): Peer {
  return { name, aceName: name, provider }
}
