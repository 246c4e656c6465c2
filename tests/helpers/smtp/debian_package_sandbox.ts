import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { getActiveTest } from '@japa/runner'
import { librariesOfPackages, unpacked, unpackedLibrary } from './debian_package.js'

const NOBODY = 65_534
const IS_ROOT = process.getuid?.() === 0

/** Whoever runs the tests, and nobody where that is root. */
export const UID = IS_ROOT ? NOBODY : (process.getuid?.() ?? NOBODY)
const GID = IS_ROOT ? NOBODY : (process.getgid?.() ?? NOBODY)

const MINUTE_AGO = new Date(Date.now() - 60_000)

interface SandboxOptions {
  /** Numbers of users, and of groups of the same name, that programs ask for by name. */
  accounts: Record<string, number>
  /** Libraries to load into every program, beside the one that knows the accounts. */
  wrappers?: string[]
  environment?: Record<string, string>
}

/**
 * A temporary folder in which programs of Debian's packages run for one test, as a user without
 * rights. The accounts exist for these programs alone.
 */
export class Sandbox {
  readonly #folder: string
  readonly #environment: Record<string, string>

  private constructor(folder: string, environment: Record<string, string>) {
    this.#folder = folder
    this.#environment = environment
  }

  static async create(options: SandboxOptions): Promise<Sandbox> {
    const { accounts, wrappers = [], environment } = options
    const folder = await mkdtemp(join(tmpdir(), 'mail-server-'))
    getActiveTest()?.cleanup(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    const sandbox = new Sandbox(folder, {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      ...librariesOfPackages(),
      LD_PRELOAD: ['libnss_wrapper.so', ...wrappers].map(unpackedLibrary).join(' '),
      NSS_WRAPPER_PASSWD: join(folder, 'passwd'),
      NSS_WRAPPER_GROUP: join(folder, 'group'),
      ...environment,
    })
    await chown(folder, UID, GID)
    const names = Object.entries(accounts)
    await sandbox.write('passwd', ...names.map(([name, id]) => `${name}:x:${id}:${id}::/:/bin/sh`))
    await sandbox.write('group', ...names.map(([name, id]) => `${name}:x:${id}:`))
    return sandbox
  }

  /** Names of the variables that must reach what these programs start in their turn. */
  get variables(): string[] {
    return Object.keys(this.#environment)
  }

  path(name: string): string {
    return join(this.#folder, name)
  }

  async makeFolders(...names: string[]): Promise<void> {
    for (const name of names) {
      await mkdir(this.path(name))
      await chown(this.path(name), UID, GID)
    }
  }

  async write(name: string, ...lines: string[]): Promise<void> {
    await writeFile(this.path(name), `${lines.join('\n')}\n`, { mode: 0o600 })
    await chown(this.path(name), UID, GID)
    // Postfix would wait for two seconds lest a file that is so new is still being written.
    await utimes(this.path(name), MINUTE_AGO, MINUTE_AGO)
  }

  /** Runs a program to its end. Resolves with what it prints. */
  async run(program: string, args: string[], input?: string): Promise<string> {
    const child = spawn(unpacked(program), args, { ...this.options, stdio: 'pipe' })
    child.stdin.end(input)
    const [output, errors, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ])
    if (code !== 0) {
      throw new Error(`${program} ended with exit code ${code}: ${errors}`)
    }
    return output
  }

  /** How to start a program in here. */
  get options(): SpawnOptions {
    const user = IS_ROOT ? { uid: UID, gid: GID } : {}
    return { cwd: this.#folder, env: this.#environment, ...user }
  }
}
