import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Run } from './runs.ts'
import { ended, startNode, stop, TYPESCRIPT } from './child.ts'
import { freePort } from './ports.ts'

/** What tests/helpers/reporters.ts writes at the end of a run. */
interface Counts {
  passed: number
  failed: number
  skipped: string[]
  pinned: string[]
}

/** A finished run: its counts, its output, and what went wrong beside the tests themselves. */
export interface Result extends Counts {
  name: string
  seconds: number
  output: string
  faults: string[]
}

const MINUTES = 15
const NOTHING: Counts = { passed: 0, failed: 0, skipped: [], pinned: [] }

/** Variables of the machine that would decide what a test sees. */
const OUTSIDE = /^(SMTP_|MAIL_|DB_|APP_KEY$|APP_URL$|PORT$|HOST$|SESSION_DRIVER$|LOG_LEVEL$)/

async function environmentOf({ environment }: Run, directory: string, summary: string) {
  const inherited = Object.entries(process.env).filter(([name]) => !OUTSIDE.test(name))
  return {
    ...Object.fromEntries(inherited),
    ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
    NODE_ENV: 'test',
    PORT: String(await freePort(0, '127.0.0.1')),
    ENV_PATH: directory,
    TEST_SUMMARY_FILE: summary,
    ...environment,
  }
}

async function countsIn(file: string): Promise<Counts | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}

/** What is wrong with a run although each of its tests may have passed. */
function faultsOf(counts: Counts | null, ending: { ok: boolean; reason: string }) {
  if (!counts) {
    return [`it ${ending.reason} before its tests were finished`]
  }
  return [
    !ending.ok && counts.failed === 0 && `no test failed, and yet it ${ending.reason}`,
    counts.passed + counts.failed === 0 && 'it ran no test',
    counts.pinned.length > 0 && `pinned tests left the others out: ${counts.pinned.join(', ')}`,
  ].filter((fault) => fault !== false)
}

/** Runs suites in a process of their own and collects what it prints. */
async function runChild(run: Run, directory: string, signal: AbortSignal): Promise<Result> {
  const started = performance.now()
  const summary = join(directory, `${run.name.replace(/\W+/g, '_')}.json`)
  const chunks: Buffer[] = []

  const child = startNode([...TYPESCRIPT, 'bin/test.ts', ...run.suites], {
    env: await environmentOf(run, directory, summary),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.on('data', (chunk) => chunks.push(chunk))
  child.stderr?.on('data', (chunk) => chunks.push(chunk))

  const limit = AbortSignal.any([signal, AbortSignal.timeout(MINUTES * 60_000)])
  const halt = () => stop(child)
  limit.addEventListener('abort', halt)
  const ending = await ended(child)
  limit.removeEventListener('abort', halt)

  const counts = await countsIn(summary)
  const faults = faultsOf(counts, ending)
  if (limit.aborted && !signal.aborted) {
    faults.push(`it was stopped after ${MINUTES} minutes`)
  }
  const seconds = (performance.now() - started) / 1000
  const output = Buffer.concat(chunks).toString()
  return { ...(counts ?? NOTHING), name: run.name, seconds, output, faults }
}

/** Runs suites on a database that is made for them and goes with them. */
export async function runSuites(run: Run, directory: string, signal: AbortSignal): Promise<Result> {
  try {
    await run.prepare?.()
    const result = await runChild(run, directory, signal)
    await run.cleanUp?.()
    return result
  } catch (error) {
    const faults = [`its database could not be made or removed: ${error}`]
    return { ...NOTHING, name: run.name, seconds: 0, output: '', faults }
  }
}
