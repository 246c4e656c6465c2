import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { cp, glob, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'

/** How long a command may take: longer than any does, so that one that waits for ever is named. */
const LIMIT_MS = 120_000

/** What a command needs of the machine. Nothing else of our own environment reaches it. */
const INHERITED =
  /^(PATH|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|SYSTEMROOT|COMSPEC|PATHEXT|TE?MP|TMPDIR|NODE_EXTRA_CA_CERTS|\w+_PROXY|npm_config_(cache|registry|userconfig|cafile))$/i

/** What a command printed, on both channels, and how it ended. */
export interface CommandResult {
  output: string
  exitCode: number | null
}

/** Runs what somebody types in a folder, and fails with all that it printed when it fails. */
export async function run(line: string, folder: string, env: NodeJS.ProcessEnv = {}) {
  const { output, exitCode } = await tryRun(line, folder, env)
  if (exitCode !== 0) {
    throw new Error(`"${line}" failed in ${folder} with exit code ${exitCode}:\n${output}`)
  }
  return output
}

/** Runs what somebody types in a folder, whatever comes of it. */
export async function tryRun(line: string, folder: string, env: NodeJS.ProcessEnv = {}) {
  const [program, ...args] = commandFor(line)
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...environment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.once('error', reject).once('close', resolve)
  const exitCode = await promise
  return { exitCode, output: Buffer.concat(chunks).toString() } satisfies CommandResult
}

/** The environment of every process of the host app: the Node that runs the tests comes first. */
export function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => INHERITED.test(name))
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`
  return { ...Object.fromEntries(inherited), PATH: path, NO_COLOR: '1', FORCE_COLOR: '0' }
}

/** The program and its arguments: npm and node are the ones that run here, on every system. */
function commandFor(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain)
  const [program, ...args] = words
  if (program === 'node') {
    return [process.execPath, ...args]
  }
  if (program === 'npm') {
    return [process.execPath, npmScript(), ...args]
  }
  throw new Error(`Only node and npm can be run here, and this is another command: ${line}`)
}

/** The script that is npm, so that no shell is needed to start it. */
function npmScript(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    process.env.npm_execpath,
    ...folders.flatMap((folder) => [
      join(folder, 'npm'),
      join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ]),
  ]
  const script = candidates
    .map((path) => path && realPath(path))
    .find((it) => it?.endsWith('npm-cli.js'))
  if (!script) {
    throw new Error('npm was not found on the PATH')
  }
  return script
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

/** What is not the app's own: installed, generated or built. */
const NOT_OWN = ['node_modules', '.adonisjs', 'build', 'tmp']

/** An app of somebody else in a folder of its own, and what its developer does there. */
export class HostApp {
  readonly folder: string
  /** What everything in the folder is run with. */
  readonly env: NodeJS.ProcessEnv

  constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.folder = folder
    this.env = env
  }

  /** Runs a command in the folder; resolves with what it printed. */
  run(line: string): Promise<string> {
    return run(line, this.folder, this.env)
  }

  /** Runs a command that may fail. */
  tryRun(line: string) {
    return tryRun(line, this.folder, this.env)
  }

  read(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8')
  }

  async write(path: string, text: string): Promise<void> {
    const file = join(this.folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }

  /** Replaces a part of a file, which has to be there once. */
  async edit(path: string, before: string, after: string): Promise<void> {
    const text = await this.read(path)
    const parts = text.split(before)
    if (parts.length !== 2) {
      throw new Error(`${path} has this ${parts.length - 1} times and not once: ${before}`)
    }
    await this.write(path, parts.join(after))
  }

  /** Puts the files of a folder over its own. */
  async overlay(folder: URL): Promise<void> {
    await cp(folder, this.folder, { recursive: true })
  }

  async remove(...paths: string[]): Promise<void> {
    for (const path of paths) {
      await rm(join(this.folder, path), { recursive: true })
    }
  }

  async move(path: string, to: string): Promise<void> {
    await this.write(to, await this.read(path))
    await this.remove(path)
  }

  /** Every file of the developer with its text. */
  async contents(): Promise<Record<string, string>> {
    const found = glob('**/{*,.*}', {
      cwd: this.folder,
      exclude: ({ name }) => NOT_OWN.includes(name),
      withFileTypes: true,
    })
    const files: [string, string][] = []
    for await (const entry of found) {
      if (entry.isFile()) {
        const path = join(entry.parentPath, entry.name)
        files.push([relative(this.folder, path), await readFile(path, 'utf8')])
      }
    }
    return Object.fromEntries(files.sort())
  }

  /** What a script exports that is run inside of the app. */
  async ask<T>(script: string): Promise<T> {
    await this.write('question.js', script)
    const output = await this.run('node ace snippet:run question.js')
    await this.remove('question.js')
    return JSON.parse(output.trim().split('\n').at(-1)!)
  }

  /** The same app in another folder, with its database and with the packages that it has installed. */
  async copyTo(folder: string): Promise<HostApp> {
    await cp(this.folder, folder, {
      recursive: true,
      filter: (path) =>
        ![join(this.folder, 'node_modules'), join(this.folder, 'build')].includes(path),
    })
    await symlink(join(this.folder, 'node_modules'), join(folder, 'node_modules'), 'junction')
    return new HostApp(folder, this.env)
  }

  /** Builds it for production and puts that into another folder, with an empty database. */
  async deployTo(folder: string): Promise<HostApp> {
    await this.run('node ace build')
    await cp(join(this.folder, 'build'), folder, { recursive: true })
    const deployed = new HostApp(folder, { ...this.env, NODE_ENV: 'production' })
    await deployed.write('.env', await this.read('.env'))
    await deployed.write('tmp/.gitkeep', '')
    await deployed.run('npm ci --omit=dev')
    await deployed.run('node ace migration:run --force')
    return deployed
  }
}
