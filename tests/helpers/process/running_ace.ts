import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { getActiveTest } from '@japa/runner'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** How long `prints` waits: a process has to boot first. */
const PATIENCE_MS = 30_000

/** A command that somebody watches while it runs, and may cancel. */
export class RunningAce {
  /** What it has printed so far. */
  stdout = ''
  /** Its exit code, once it has ended and everything is printed. */
  readonly ended: Promise<number | null>
  #process: ChildProcess
  #changes = new EventEmitter()

  constructor(args: string[], env: NodeJS.ProcessEnv = {}) {
    this.#process = spawn(process.execPath, ['ace.js', ...args], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    this.#process.stdout!.on('data', (data) => {
      this.stdout += data
      this.#changes.emit('change')
    })
    this.ended = once(this.#process, 'close').then(([code]) => code)
    getActiveTest()?.cleanup(() => void this.#process.kill('SIGKILL'))
  }

  /** Resolves as soon as it has printed this. */
  async prints(text: string): Promise<void> {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    while (!this.stdout.includes(text)) {
      await once(this.#changes, 'change', { signal })
    }
  }

  /** What Ctrl-C does. */
  interrupt() {
    this.#process.kill('SIGINT')
  }
}
