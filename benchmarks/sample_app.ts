import { fileURLToPath } from 'node:url'
import { ace } from '../scripts/lib/ace.ts'
import { ended, startNode, TYPESCRIPT } from '../scripts/lib/child.ts'
import { startServer } from '../scripts/lib/server.ts'
import { prepareDatabase } from './database.ts'
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
  const connection = process.env.DB_CONNECTION || 'sqlite'
  const { environment, cleanUp } = await prepareDatabase(connection, name, folder)
  const person = ['--name=Benchmark', `--email=${LOGIN.email}`, '--role=administrator']
  await run('user:create', person, { ...environment, USER_PASSWORD: LOGIN.password })
  await fill(configs, environment)
  const { url } = await startServer(environment, NO_SERVER)
  return { visitor: await Visitor.signIn(url, LOGIN), cleanUp }
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
