import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ace } from '../scripts/lib/ace.ts'
import { createDatabase, dropDatabase, SERVERS } from '../scripts/lib/databases.ts'

/** A database of its own, migrated, and the environment of an app that uses it. */
export interface BenchmarkDatabase {
  environment: NodeJS.ProcessEnv
  /** Removes it; the app has ended by then. */
  cleanUp: () => Promise<void>
}

/**
 * Creates a database and runs the migrations.
 *
 * @param connection `sqlite`, `mysql` or `postgres`
 * @param folder where an SQLite file goes; the caller removes it
 */
export async function prepareDatabase(
  connection: string,
  name: string,
  folder: string
): Promise<BenchmarkDatabase> {
  const ownFolder = join(folder, name)
  await mkdir(ownFolder)
  await writeFile(join(ownFolder, '.env'), '')
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ENV_PATH: ownFolder,
    NODE_ENV: 'production',
    TZ: 'UTC',
    LOG_LEVEL: 'warn',
    HOST: 'localhost',
    PORT: '3490',
    APP_URL: 'http://localhost:3490',
    APP_KEY: 'a-key-for-benchmarks-only-0123456789',
    SESSION_DRIVER: 'cookie',
    DB_CONNECTION: connection,
    DB_FILE: join(ownFolder, 'app.sqlite3'),
  }
  const server = SERVERS.find((it) => it.connection === connection)
  if (server) {
    const { host, port, user, password } = server
    await createDatabase(server, name)
    Object.assign(environment, {
      DB_HOST: host,
      DB_PORT: String(port),
      DB_USER: user,
      DB_PASSWORD: password,
      DB_DATABASE: name,
    })
  }
  const { ok, output } = await ace(['migration:run', '--force'], environment)
  if (!ok) {
    throw new Error(`The migrations failed:\n${output}`)
  }
  return { environment, cleanUp: async () => server && dropDatabase(server, name) }
}
