import { type ChildProcess, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { EventEmitter, once } from 'node:events'
import ace from '@adonisjs/core/services/ace'
import { getActiveTest } from '@japa/runner'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** The environment of a command whose database cannot be opened. */
export const DATABASE_AWAY = { DB_CONNECTION: 'sqlite', DB_FILE: `${ROOT}tmp/no-such-folder/db` }

export interface AceResult {
  exitCode: number | null
  /** What was printed, without colours. */
  stdout: string
  stderr: string
}

/**
 * Runs a command in this process, with the database and the options of the test. Where the process
 * matters (its environment, signals, the exit code of `node ace`), use `runAce`.
 */
export async function runCommand([name, ...args]: string[]): Promise<AceResult> {
  const { NO_COLOR: noColor } = process.env
  // smtp:validate would print to the terminal again.
  delete process.env.NO_COLOR
  const printed = { stdout: '', stderr: '' }
  const print = (line: string, stream: keyof typeof printed = 'stdout') => {
    printed[stream] += `${line}\n`
  }
  ace.ui.switchMode('silent')
  ace.ui.useRenderer({
    getLogs: () => [],
    flushLogs: () => {},
    log: (line) => print(line),
    logError: (line) => print(line, 'stderr'),
    logUpdate: (line) => print(line),
    logUpdatePersist: () => {},
  })
  try {
    const { exitCode } = await ace.exec(name, args)
    return { exitCode: exitCode ?? null, ...printed }
  } finally {
    ace.ui.switchMode('normal')
    if (noColor !== undefined) {
      process.env.NO_COLOR = noColor
    }
  }
}

/** Runs `node ace` as an operator or cron would: in a process of its own, without a terminal. */
export function runAce(
  args: string[],
  env: Record<string, string> = {},
  nodeOptions: string[] = []
): Promise<AceResult> {
  return runNode([...nodeOptions, 'ace.js', ...args], { env })
}

/** Runs Node in a folder; what is given to it on its standard input ends with the text. */
export async function runNode(
  args: string[],
  { cwd = ROOT, env = {}, input = '' }: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string }
): Promise<AceResult> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    stdio: [input === '' ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  child.stdin?.end(input)
  const { promise: exitCode, resolve } = Promise.withResolvers<number | null>()
  child.once('close', resolve)
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!)])
  return { exitCode: await exitCode, stdout, stderr }
}

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
  async prints(line: string): Promise<void> {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    while (!this.stdout.includes(line)) {
      await once(this.#changes, 'change', { signal })
    }
  }

  /** What Ctrl-C does. */
  interrupt() {
    this.#process.kill('SIGINT')
  }
}
