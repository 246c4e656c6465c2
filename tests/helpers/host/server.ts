import { type ChildProcess, spawn } from 'node:child_process'
import { getActiveTest } from '@japa/runner'
import { freePort } from '../../../scripts/lib/ports.ts'
import type { HostApp } from './host_app.js'
import { environment } from './commands.js'

const HOST = 'localhost'

/** A host app that serves requests, in production, until the test is over. */
export class HostServer {
  readonly url: string
  /** What it printed so far, on both channels. */
  output = ''
  #process: ChildProcess
  #ended: Promise<number | null>

  private constructor(child: ChildProcess, url: string) {
    this.#process = child
    this.url = url
    this.#ended = new Promise((resolve) => child.once('close', resolve))
  }

  /** Starts what was built; fails with what it printed when it does not come up. */
  static startBuilt(app: HostApp): Promise<HostServer> {
    return HostServer.#start(app, ['bin/server.js'])
  }

  /** Starts an app from its sources. */
  static startSources(app: HostApp): Promise<HostServer> {
    return HostServer.#start(app, ['--import=@poppinss/ts-exec', 'bin/server.ts'])
  }

  static async #start(app: HostApp, args: string[]) {
    const port = await freePort(40_000 + (process.pid % 20_000), HOST)
    const url = `http://${HOST}:${port}`
    const child = spawn(process.execPath, args, {
      cwd: app.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...environment(),
        ...app.env,
        ...{ NODE_ENV: 'production', HOST, PORT: String(port), APP_URL: url },
      },
    })
    const server = new HostServer(child, url)
    getActiveTest()?.cleanup(async () => void (await server.stop()))
    await server.#started()
    return server
  }

  /** Ends it as a process manager does; resolves with its exit code. */
  stop(): Promise<number | null> {
    this.#process.kill('SIGTERM')
    return this.#ended
  }

  async #started() {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const collect = (chunk: Buffer) => {
      this.output += chunk
      if (this.output.includes('started HTTP server')) {
        resolve()
      }
    }
    this.#process.stdout?.on('data', collect)
    this.#process.stderr?.on('data', collect)
    void this.#ended.then((code) => {
      reject(new Error(`The app ended with exit code ${code}:\n${this.output}`))
    })
    await promise
  }
}
