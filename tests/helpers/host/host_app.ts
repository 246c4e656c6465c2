import { cp, glob, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { run, tryRun } from './commands.js'

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
