import { existsSync, rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { getActiveTest } from '@japa/runner'
import { type AceResult, runNode } from '../process/ace.js'
import { PACKAGE_FILES } from './files_package.js'

const STARTER = fileURLToPath(new URL('files/starter/', import.meta.url))

/** In the project, so that what the app imports is found in the project's node_modules. */
const HOSTS = fileURLToPath(new URL('../../../tmp/host-files-', import.meta.url))

/** Settings of the app that runs the tests, which a host must not take for its own. */
const SETTINGS = /^(SMTP_|MAIL_|DB_|APP_|SESSION_|LOG_|ENV_PATH$|NODE_ENV$|HOST$|PORT$|TZ$)/

/** What takes them out of a process that is started. */
function withoutSettings() {
  const settings = Object.keys(process.env).filter((name) => SETTINGS.test(name))
  return Object.fromEntries(settings.map((name) => [name, undefined]))
}

/**
 * The files of an app as `npm create adonisjs` and the packages that it configures write them, in a
 * folder of its own. Its commands run for real, in processes of their own.
 */
export class HostFiles {
  static #withMail?: Promise<string>

  private constructor(readonly folder: string) {}

  /** The official starter kit, which has Lucid, sessions, Shield and Edge, and no mail. */
  static async starter(): Promise<HostFiles> {
    const host = new HostFiles(await newFolder())
    const starter = new HostFiles(STARTER)
    for (const name of await starter.list('.')) {
      await host.write(name.replace(/\.txt$/, ''), await starter.read(name))
    }
    await host.write('.env', await host.read('.env.example'))
    for (const [path, text] of Object.entries(PACKAGE_FILES)) {
      await host.write(join('node_modules/adonis-smtp-admin', path), text)
    }
    return host
  }

  /** The same after `node ace configure @adonisjs/mail --transports=smtp`. */
  static async withMail(): Promise<HostFiles> {
    HostFiles.#withMail ??= HostFiles.#configureMail()
    const folder = await newFolder()
    await cp(await HostFiles.#withMail, folder, { recursive: true })
    return new HostFiles(folder)
  }

  /** Made once: each test works on a copy. */
  static async #configureMail() {
    const host = await HostFiles.starter()
    const result = await host.ace(['configure', '@adonisjs/mail', '--transports=smtp'])
    if (result.exitCode !== 0) {
      throw new Error(`The mail package could not be configured: ${result.stdout}${result.stderr}`)
    }
    const folder = await mkdtemp(HOSTS)
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    await cp(host.folder, folder, { recursive: true })
    return folder
  }

  /** Runs `node ace` in the app. */
  ace(args: string[], nodeOptions: string[] = [], input = ''): Promise<AceResult> {
    return runNode([...nodeOptions, 'ace.js', ...args], {
      cwd: this.folder,
      env: withoutSettings(),
      input,
    })
  }

  /** Runs `node ace configure adonis-smtp-admin`. */
  configure(nodeOptions: string[] = []): Promise<AceResult> {
    return this.ace(['configure', 'adonis-smtp-admin'], nodeOptions)
  }

  /** Runs a module of the app, as TypeScript, with variables of the machine. */
  run(code: string, environment: Record<string, string> = {}): Promise<AceResult> {
    return runNode(['--import=@poppinss/ts-exec', '--input-type=module', '--eval', code], {
      cwd: this.folder,
      env: { ...withoutSettings(), ...environment },
    })
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path))
  }

  read(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8')
  }

  async write(path: string, text: string): Promise<void> {
    const file = join(this.folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }

  remove(path: string): Promise<void> {
    return rm(join(this.folder, path), { recursive: true })
  }

  /** Changes a file as its owner would. Fails when there is nothing to replace. */
  async edit(path: string, before: string, after: string): Promise<void> {
    const text = await this.read(path)
    if (!text.includes(before)) {
      throw new Error(`${path} does not contain ${before}`)
    }
    await this.write(path, text.replace(before, after))
  }

  /** A module of the app, as one of this process. */
  import(path: string) {
    return import(pathToFileURL(join(this.folder, path)).href)
  }

  /** The names of the files in a folder, sorted. */
  async list(folder: string): Promise<string[]> {
    const entries = await readdir(join(this.folder, folder), {
      recursive: true,
      withFileTypes: true,
    })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(join(this.folder, folder), join(entry.parentPath, entry.name)))
      .map((name) => name.replaceAll('\\', '/'))
      .sort()
  }

  /** Every file of the app itself with its text. */
  async all(): Promise<Record<string, string>> {
    const names = await this.list('.')
    const own = names.filter((name) => !name.startsWith('node_modules/'))
    return Object.fromEntries(
      await Promise.all(own.map(async (name) => [name, await this.read(name)]))
    )
  }
}

async function newFolder() {
  const folder = await mkdtemp(HOSTS)
  getActiveTest()?.cleanup(() => rm(folder, { recursive: true, force: true }))
  return folder
}
