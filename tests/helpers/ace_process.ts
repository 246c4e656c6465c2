import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The environment of a command whose database cannot be opened. */
export const DATABASE_AWAY = { DB_CONNECTION: 'sqlite', DB_FILE: `${ROOT}tmp/no-such-folder/db` }

export interface AceResult {
  exitCode: number | null
  /** What was printed, without colours. */
  stdout: string
  stderr: string
}

/** Runs `node ace` as an operator or cron would: in a process of its own, without a terminal. */
export async function runAce(
  args: string[],
  env: Record<string, string> = {},
  nodeOptions: string[] = []
): Promise<AceResult> {
  const child = spawn(process.execPath, [...nodeOptions, 'ace.js', ...args], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { promise: exitCode, resolve } = Promise.withResolvers<number | null>()
  child.once('close', resolve)
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exitCode: await exitCode, stdout, stderr }
}
