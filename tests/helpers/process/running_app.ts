import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { getActiveTest } from '@japa/runner'
import { freePort } from '../../../scripts/lib/ports.ts'
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const HOST = '127.0.0.1'

/**
 * The app as an operator runs it: a process of its own, with an environment of its own, on the
 * database of the tests. It ends with the test.
 */
export class RunningApp {
  readonly url: string
  /** The messages of its log, in order. */
  readonly log: string[] = []
  /** Its log as it was written. */
  output = ''
  #process: ChildProcess

  private constructor(child: ChildProcess, url: string) {
    this.#process = child
    this.url = url
  }

  /** Resolves when the app answers. */
  static async start(env: Record<string, string>): Promise<RunningApp> {
    const port = await freePort(20_000 + (process.pid % 20_000), HOST)
    const url = `http://${HOST}:${port}`
    const child = spawn(process.execPath, ['--import=@poppinss/ts-exec', 'bin/server.ts'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...{ HOST, PORT: String(port), APP_URL: url },
        ...{ SESSION_DRIVER: 'cookie', LOG_LEVEL: 'info' },
        ...env,
      },
    })
    const app = new RunningApp(child, url)
    getActiveTest()?.cleanup(() => app.#stop())
    await app.#started()
    return app
  }

  async #started() {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#process.once('exit', (code) => reject(new Error(`The app ended with exit code ${code}`)))
    createInterface(this.#process.stdout!).on('line', (line) => {
      this.output += `${line}\n`
      const { msg } = JSON.parse(line) as { msg: string }
      this.log.push(msg)
      if (msg.startsWith('started HTTP server')) {
        resolve()
      }
    })
    await promise
  }

  async #stop() {
    if (this.#process.exitCode !== null) {
      return
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#process.removeAllListeners('exit').once('exit', () => resolve())
    this.#process.kill('SIGTERM')
    await promise
  }
}

/** What only a working copy has, and a fresh checkout does not. */
const LOCAL = ['.git', '.adonisjs', '.env', '.env.local', 'build', 'node_modules', 'tmp']

/** The last line of what the demo prints when all of it runs. */
const READY = 'Ctrl-C stops all of it.'

/**
 * The project as it is right after a checkout and `npm install`, in a folder of its own: neither the
 * .env of whoever runs the tests nor their database is touched. It goes with the test.
 */
export async function freshCheckout(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'adonis-smtp-admin-demo-'))
  getActiveTest()?.cleanup(() => rm(folder, { recursive: true }))
  const entries = await readdir(ROOT)
  for (const entry of entries.filter((it) => !LOCAL.includes(it))) {
    await cp(join(ROOT, entry), join(folder, entry), { recursive: true })
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** The demo as a newcomer starts it, in a process of its own. It ends with the test. */
export class Demo {
  /** What it printed so far, on both channels. */
  output = ''
  #process: ChildProcess
  #ended: Promise<number | null>

  private constructor(child: ChildProcess) {
    this.#process = child
    this.#ended = new Promise((resolve) => child.once('close', resolve))
  }

  /** Resolves when it says that all of it runs. Nothing of our own environment reaches it. */
  static async start(folder: string, env: Record<string, string>): Promise<Demo> {
    const { PATH = '' } = process.env
    const child = spawn(process.execPath, ['scripts/demo.ts'], {
      cwd: folder,
      env: { PATH, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const demo = new Demo(child)
    getActiveTest()?.cleanup(async () => void (await demo.interrupt()))
    await demo.#ready()
    return demo
  }

  /** Ends it as Ctrl-C does; resolves with its exit code. */
  interrupt(): Promise<number | null> {
    this.#process.kill('SIGINT')
    return this.#ended
  }

  /** What it prints behind a label. */
  line(label: string): string | undefined {
    return this.output.match(new RegExp(`^ *${label} {2,}(\\S+)`, 'm'))?.[1]
  }

  async #ready() {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const collect = (chunk: Buffer) => {
      this.output += chunk
      if (this.output.includes(READY)) {
        resolve()
      }
    }
    this.#process.stdout?.on('data', collect)
    this.#process.stderr?.on('data', collect)
    this.#ended.then(() => reject(new Error(`The demo ended: ${this.output}`)))
    await promise
  }
}
