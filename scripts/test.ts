/**
 * Runs the suites in several processes and adds up the results. Arguments select runs by a part of
 * their name: `npm test -- browser`. The `long` suite runs only when it is selected.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { ended, ROOT, startNode, stop, TYPESCRIPT } from './lib/child.ts'
import { SERVERS, whyNot } from './lib/databases.ts'
import { interruption } from './lib/interruption.ts'
import { freePort } from './lib/ports.ts'
import { SQLITE_RUNS, serverRun, sqliteRun, type TestRun } from './lib/test_runs.ts'

const TIMEOUT_MS = 15 * 60_000

/** Variables of the machine that would change what a test sees. */
const HIDDEN = /^(SMTP_|MAIL_|DB_|APP_KEY$|APP_URL$|PORT$|HOST$|SESSION_DRIVER$|LOG_LEVEL$)/

const { env } = process
const filters = process.argv.slice(2).map((word) => word.toLowerCase())
const interrupted = interruption()
const sum = { passed: 0, failed: 0, skipped: 0 }
const headlines: string[] = []

function isSelected({ name }: TestRun) {
  return filters.length === 0 || filters.some((word) => name.toLowerCase().includes(word))
}

function fail(message: string) {
  sum.failed++
  console.log(`FAILED: ${message}`)
}

/** Every run that is selected; a database server that does not answer is reported. */
async function plan(folder: string): Promise<TestRun[]> {
  const suites = filters.includes('long') ? [['long'], ...SQLITE_RUNS] : SQLITE_RUNS
  const runs = suites.map((names) => sqliteRun(names, folder))
  for (const server of SERVERS) {
    const run = serverRun(server)
    const reason = isSelected(run) ? await whyNot(server) : null
    if (reason === null) {
      runs.unshift(run)
    } else if (filters.length === 0) {
      const message = `${server.name} at ${server.host}:${server.port}: ${reason}`
      env.REQUIRE_DATABASES === '1' ? fail(message) : console.log(`Not running: ${message}`)
    }
  }
  return runs.filter(isSelected)
}

/** The result line that Japa prints last: `Tests  5 passed, 1 failed (6)`. */
function parseCounts(output: string) {
  const line = output.match(/^Tests .*\(\d+\)$/gm)?.at(-1)
  const count = (word: string) => Number(line?.match(`(\\d+) ${word}`)?.[1] ?? 0)
  return line
    ? { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
    : null
}

async function execute({ name, args, env: variables, setup, teardown }: TestRun, folder: string) {
  const started = performance.now()
  await setup?.()
  const child = startNode([...TYPESCRIPT, 'bin/test.ts', ...args], {
    env: {
      ...Object.fromEntries(Object.entries(env).filter(([variable]) => !HIDDEN.test(variable))),
      NODE_ENV: 'test',
      // With ENV_PATH the .env file of the developer's own app is not read.
      ENV_PATH: folder,
      PORT: String(await freePort(0, '127.0.0.1')),
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk) => chunks.push(chunk))
  child.stderr?.on('data', (chunk) => chunks.push(chunk))
  const limit = AbortSignal.any([interrupted, AbortSignal.timeout(TIMEOUT_MS)])
  limit.addEventListener('abort', () => stop(child))
  const { ok, reason } = await ended(child)
  await teardown?.()

  const output = stripVTControlCharacters(Buffer.concat(chunks).toString())
  const counts = parseCounts(output)
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 }
  const seconds = Math.round((performance.now() - started) / 1000)
  const headline = `${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`
  headlines.push(headline)
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
  console.log(ok && passed > 0 ? headline : `\n=== ${headline} ===\n${output}`)
  if (!counts || passed + failed === 0 || (!ok && failed === 0)) {
    fail(`${name}: it ${limit.aborted ? 'was stopped' : reason}, with ${passed} passed tests`)
  }
}

const folder = await mkdtemp(fileURLToPath(new URL('tmp/test-', ROOT)))
try {
  await copyFile(new URL('.env.test', ROOT), `${folder}/.env.test`)
  const waiting = await plan(folder)
  const worker = async () => {
    for (let run = waiting.shift(); run && !interrupted.aborted; run = waiting.shift()) {
      await execute(run, folder).catch((error) => fail(`${run?.name}: ${error}`))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
} finally {
  await rm(folder, { recursive: true, force: true })
}
if (interrupted.aborted || sum.passed === 0) {
  fail(interrupted.aborted ? 'The run was interrupted' : 'No test ran')
}
console.log(`\n${headlines.join('\n')}\n`)
console.log(
  `${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`
)
process.exitCode = sum.failed === 0 ? 0 : 1
