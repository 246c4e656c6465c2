import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { ROOT } from './lib/child.ts'
import { SERVERS, whyNot } from './lib/databases.ts'
import { interruption } from './lib/interruption.ts'
import { resultLines, totals } from './lib/results.ts'
import { runSuites, type Result } from './lib/run_suites.ts'
import { longRun, runOnServer, runsOnSqlite, type Run } from './lib/runs.ts'
import { sideBySide } from './lib/side_by_side.ts'

const required = process.env.REQUIRE_DATABASES === '1'
const wanted = process.argv.slice(2).map((word) => word.toLowerCase())
const interrupted = interruption()

/** Everything on SQLite, then what depends on the database on the servers that answer. */
async function planned(directory: string) {
  const runs = runsOnSqlite(directory)
  const missing: string[] = []
  for (const server of SERVERS) {
    const reason = await whyNot(server)
    if (reason === null) {
      runs.push(runOnServer(server))
    } else {
      const address = `${server.host}:${server.port}`
      missing.push(
        `${server.name} does not answer at ${address}: its suites were not run (${reason})`
      )
    }
  }
  if (wanted.includes('long')) {
    runs.push(longRun(directory))
  }
  return { runs: runs.filter(isWanted), missing: wanted.length === 0 ? missing : [] }
}

/** Without arguments everything is; else, what a word of the arguments names, such as "browser". */
function isWanted({ name }: Run) {
  return wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word))
}

/**
 * The folder holds the databases, and the one file of variables that tests see: with ENV_PATH set to
 * it, the .env of the developer's own app has no part in them.
 */
const directory = await mkdtemp(fileURLToPath(new URL('tmp/test-', ROOT)))
try {
  await copyFile(new URL('.env.test', ROOT), `${directory}/.env.test`)
  const { runs, missing } = await planned(directory)
  const results: Result[] = []

  missing.forEach((sentence) => console.log(sentence))
  await sideBySide(runs, availableParallelism(), async (run) => {
    if (interrupted.aborted) {
      return
    }
    const result = await runSuites(run, directory, interrupted)
    results.push(result)
    console.log(resultLines(result).join('\n'))
  })

  if (interrupted.aborted) {
    missing.push('It was interrupted: not everything was run')
  }
  const { lines, succeeded } = totals(results, missing, required || interrupted.aborted)
  console.log(lines.join('\n'))
  process.exitCode = succeeded ? 0 : 1
} finally {
  await rm(directory, { recursive: true, force: true })
}
