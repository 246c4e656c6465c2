import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** The environment of a command whose database cannot be opened. */
export const DATABASE_AWAY = { DB_CONNECTION: 'sqlite', DB_FILE: `${ROOT}tmp/no-such-folder/db` }

export interface AceResult {
  exitCode: number | null
  /** What was printed, without colours. */
  stdout: string
  stderr: string
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
