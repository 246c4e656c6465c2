import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { getActiveTest } from '@japa/runner'
import { freePort } from '../../../scripts/lib/ports.ts'

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
