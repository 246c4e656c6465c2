import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ace } from '../scripts/lib/ace.ts'
import { ended, startNode, TYPESCRIPT } from '../scripts/lib/child.ts'
import { createDatabase, dropDatabase, SERVERS } from '../scripts/lib/databases.ts'
import { startServer } from '../scripts/lib/server.ts'
import { Visitor } from './visitor.ts'

const FILL = fileURLToPath(new URL('fill.ts', import.meta.url))
const LOGIN = { email: 'admin@example.com', password: 'only for the benchmark' }

/** The environment's server: nothing is sent, so nothing has to listen. */
const NO_SERVER = { host: 'localhost', port: 25 }

/** A running app with so many configurations, and somebody who is signed in to it. */
export interface SampleApp {
  visitor: Visitor
  /** Removes its database; the app itself has ended by then. */
  cleanUp: () => Promise<void>
}

/**
 * Starts the app as in production, on a database of its own: SQLite, or that of `DB_CONNECTION`.
 *
 * @param folder where it keeps its files, which are the caller's to remove
 */
export async function startSampleApp(configs: number, folder: string): Promise<SampleApp> {
  const name = `benchmark_${configs}`
  const { environment, cleanUp } = await databaseOf(name, folder)
  await run('migration:run', ['--force'], environment)
  const person = ['--name=Benchmark', `--email=${LOGIN.email}`, '--role=administrator']
  await run('user:create', person, { ...environment, USER_PASSWORD: LOGIN.password })
  await fill(configs, environment)
  const { url } = await startServer(environment, NO_SERVER)
  return { visitor: await Visitor.signIn(url, LOGIN), cleanUp }
}

async function databaseOf(name: string, folder: string) {
  const connection = process.env.DB_CONNECTION || 'sqlite'
  const ownFolder = join(folder, name)
  await mkdir(ownFolder)
  await writeFile(join(ownFolder, '.env'), '')
  const environment = {
    ...process.env,
    ...{ ENV_PATH: ownFolder, NODE_ENV: 'production', TZ: 'UTC', LOG_LEVEL: 'warn' },
    ...{ HOST: 'localhost', PORT: '3490', APP_URL: 'http://localhost:3490' },
    ...{ APP_KEY: 'a-key-for-benchmarks-only-0123456789', SESSION_DRIVER: 'cookie' },
    ...{ DB_CONNECTION: connection, DB_FILE: join(ownFolder, 'app.sqlite3') },
  }
  const server = SERVERS.find((it) => it.connection === connection)
  if (!server) {
    return { environment, cleanUp: async () => {} }
  }
  const { host, port, user, password } = server
  await createDatabase(server, name)
  return {
    environment: {
      ...environment,
      ...{ DB_HOST: host, DB_PORT: String(port), DB_USER: user, DB_PASSWORD: password },
      DB_DATABASE: name,
    },
    cleanUp: () => dropDatabase(server, name),
  }
}

async function run(command: string, args: string[], environment: NodeJS.ProcessEnv) {
  const { ok, output } = await ace([command, ...args], environment)
  if (!ok) {
    throw new Error(`"node ace ${command}" failed:\n${output}`)
  }
}

async function fill(configs: number, environment: NodeJS.ProcessEnv) {
  const { ok, reason } = await ended(
    startNode([...TYPESCRIPT, FILL, String(configs)], { env: environment, stdio: 'inherit' })
  )
  if (!ok) {
    throw new Error(`Filling the database ${reason}; what was printed is above.`)
  }
}
