import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ROOT, ended, startNode, stop, stopAll, TYPESCRIPT } from '../scripts/lib/child.ts'
import { interruption } from '../scripts/lib/interruption.ts'
import { prepareDatabase } from './database.ts'
import { type DatabaseResult, formatTables } from './sending/table.ts'
import type { Measurement } from './sending/worker.ts'

const DATABASES: Record<string, string> = {
  sqlite: 'SQLite',
  mysql: 'MariaDB',
  postgres: 'PostgreSQL',
}

const { values: options } = parseArgs({
  options: {
    databases: { type: 'string', default: Object.keys(DATABASES).join(',') },
    rounds: { type: 'string', default: '5' },
    ms: { type: 'string', default: '1000' },
    levels: { type: 'string', default: '1,5,20,100' },
    only: { type: 'string', default: '' },
    profile: { type: 'boolean', default: false },
  },
})

/** Sends to a sink in a process of its own, from another process, on each database. */
async function benchmark() {
  const folder = await mkdtemp(fileURLToPath(new URL('tmp/sending-', ROOT)))
  const sink = startNode([...TYPESCRIPT, path('sending/sink.ts')], {
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  try {
    const [{ port }] = await once(sink, 'message')
    const results: DatabaseResult[] = []
    for (const connection of options.databases.split(',')) {
      const measurements = await measure(connection, port, folder)
      results.push({ database: DATABASES[connection], measurements })
    }
    console.log('Messages per second: median (lowest-highest) of the rounds.\n')
    console.log(formatTables(results))
  } finally {
    await stop(sink)
    await stopAll()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(connection: string, port: number, folder: string): Promise<Measurement[]> {
  const database = await prepareDatabase(connection, `benchmark_sending_${connection}`, folder)
  const profiling = options.profile ? ['--cpu-prof', `--cpu-prof-dir=tmp/profile`] : []
  const { rounds, ms, levels, only } = options
  const args = [path('sending/worker.ts'), String(port), rounds, ms, levels, only]
  const worker = startNode([...profiling, ...TYPESCRIPT, ...args], {
    env: database.environment,
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const measurements: Measurement[] = []
  worker.on('message', (measurement: Measurement) => measurements.push(measurement))
  const { ok, reason } = await ended(worker)
  await database.cleanUp()
  if (!ok) {
    throw new Error(`The worker ${reason}; what it printed is above.`)
  }
  return measurements
}

function path(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url))
}

const interrupted = interruption()
interrupted.addEventListener('abort', () => stopAll())
await benchmark().catch((error: Error) => {
  console.error(interrupted.aborted ? 'Interrupted: nothing was measured.' : error.message)
  process.exitCode = 1
})
