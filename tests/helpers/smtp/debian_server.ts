import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { chown, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { getActiveTest } from '@japa/runner'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Where .ci/mail_servers has unpacked programs. */
const FOLDER = process.env.DEBIAN_MAIL_SERVERS ?? ''

/** A file of the packages, as in `usr/sbin/exim4`. */
export function unpacked(path: string): string {
  return join(FOLDER, path)
}

/** A library of the packages, as in `libsasl2.so.2`, in whatever folder this architecture has it. */
export function unpackedLibrary(name: string): string {
  const [path = ''] = globSync(unpacked(`usr/lib/*-linux-*/${name}`))
  return path
}

/** What lets programs find the libraries that came with them. */
export function librariesOfPackages(): Record<string, string> {
  const folders = ['lib/*-linux-*', 'usr/lib/*-linux-*', 'usr/lib/postfix']
  return { LD_LIBRARY_PATH: globSync(folders.map(unpacked)).join(':') }
}

/** Why these programs cannot be run here, for those who read what was skipped; null: they can. */
export function whyNotHere(...programs: string[]): string | null {
  if (!FOLDER) {
    return 'DEBIAN_MAIL_SERVERS does not name a folder that .ci/mail_servers has filled'
  }
  return programs.map((it) => whyNotRun(unpacked(it))).find((it) => it !== null) ?? null
}

function whyNotRun(program: string) {
  if (!existsSync(program)) {
    return `${program} is not there`
  }
  const env = { ...process.env, ...librariesOfPackages() }
  const { stdout, stderr } = spawnSync('ldd', [program], { env, encoding: 'utf8' })
  const lack = `${stdout}\n${stderr}`.split('\n').find((line) => line.includes('not found'))
  return lack ? `${program} lacks a library: ${lack.trim()}` : null
}

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

const PATIENCE_MS = 15_000

/** A server of one of Debian's packages, in its sandbox, until the test ends. It logs into `mainlog`. */
export class DebianPackageServer {
  readonly address: { host: string; port: number }
  protected readonly sandbox: Sandbox

  protected constructor(sandbox: Sandbox, port: number) {
    this.sandbox = sandbox
    this.address = { host: '127.0.0.1', port }
  }

  /** What the server has written to its log so far. */
  log(): Promise<string> {
    return readFile(this.sandbox.path('mainlog'), 'utf8')
  }

  /** Resolves when the server listens. */
  protected async serve(program: string, args: string[]): Promise<this> {
    // In a group with its children, to end with them; and none outlives this process.
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', unpacked(program), ...args], {
      ...this.sandbox.options,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const printed = Promise.all([text(child.stdout!), text(child.stderr!)])
    const ended = once(child, 'close')
    getActiveTest()?.cleanup(async () => {
      endGroup(child)
      await ended
    })

    const deadline = Date.now() + PATIENCE_MS
    while (!(await listens(this.address))) {
      if (child.exitCode !== null || Date.now() > deadline) {
        endGroup(child)
        const words = [...(await printed), await this.log().catch(() => '')].join('\n').trim()
        throw new Error(`${program} does not listen on port ${this.address.port}: ${words}`)
      }
      await wait(20)
    }
    return this
  }
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess) {
  if (pid !== undefined && exitCode === null && signalCode === null) {
    process.kill(-pid, 'SIGKILL')
  }
}

async function listens(address: { host: string; port: number }) {
  const socket = connect(address)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
