import { createDatabase, dropDatabase, TEST_DATABASE, type Server } from './databases.ts'

/** Suites that one process runs on a database of their own. */
export interface TestRun {
  name: string
  /** Arguments of bin/test.ts. */
  args: string[]
  env: NodeJS.ProcessEnv
  setup?: () => Promise<void>
  teardown?: () => Promise<void>
}

/** All suites on SQLite, the longest first, so that the runs end at about the same time. */
export const SQLITE_RUNS = [
  ['host'],
  ['functional'],
  ['states'],
  ['browser'],
  ['console'],
  ['database', 'servers'],
  ['unit', 'configure'],
]

/** @param folder where the database file is created */
export function sqliteRun(suites: string[], folder: string): TestRun {
  return {
    name: `SQLite: ${suites.join(', ')}`,
    args: suites,
    env: { DB_CONNECTION: 'sqlite', DB_FILE: `${folder}/${suites.join('_')}.sqlite3` },
  }
}

/** The tests whose result may depend on the database. */
export function serverRun(server: Server): TestRun {
  return {
    name: `${server.name}: tests tagged @db`,
    args: ['database', 'functional', '--tags=@db'],
    env: {
      DB_CONNECTION: server.connection,
      DB_HOST: server.host,
      DB_PORT: String(server.port),
      DB_USER: server.user,
      DB_PASSWORD: server.password,
      DB_DATABASE: TEST_DATABASE,
    },
    setup: () => createDatabase(server),
    teardown: () => dropDatabase(server),
  }
}
