import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

export const ROOT = new URL('../../', import.meta.url)

/** Runs TypeScript as the app does, decorators included. */
export const TYPESCRIPT = ['--import=@poppinss/ts-exec']

/** How a process ended, in words. */
export interface Ending {
  ok: boolean
  reason: string
}

const running = new Set<ChildProcess>()

/**
 * Starts Node at the root of the project, in a process group of its own: Ctrl-C reaches the script
 * alone, which then decides how its children end, and theirs with them.
 */
export function startNode(args: string[], options: SpawnOptions) {
  const child = spawn(process.execPath, args, { ...options, cwd: ROOT, detached: true })
  running.add(child)
  child.once('close', () => running.delete(child))
  return child
}

/** Waits for the end of a process. */
export function ended(child: ChildProcess) {
  return new Promise<Ending>((resolve) => {
    child.once('error', (error) => resolve({ ok: false, reason: error.message }))
    child.once('close', (code, signal) => {
      const reason = signal ? `was ended by ${signal}` : `ended with exit code ${code}`
      resolve({ ok: code === 0, reason })
    })
  })
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals) {
  try {
    return pid !== undefined && process.kill(-pid, signal)
  } catch {
    return false
  }
}

/** Asks a process and its children to stop, and stops them if they have not after some seconds. */
export async function stop(child: ChildProcess, seconds = 5) {
  const end = ended(child)
  if (child.exitCode === null && child.signalCode === null && signalGroup(child, 'SIGTERM')) {
    await Promise.race([end, wait(seconds * 1000, undefined, { ref: false })])
  }
  signalGroup(child, 'SIGKILL')
}

export async function stopAll() {
  await Promise.all([...running].map((child) => stop(child)))
}
