import { join } from 'node:path'
import { createDatabase, dropDatabase, TEST_DATABASE, type Server } from './databases.ts'

/** Suites that one process runs on one database of its own. */
export interface Run {
  name: string
  suites: string[]
  environment: NodeJS.ProcessEnv
  prepare?: () => Promise<void>
  cleanUp?: () => Promise<void>
}

/** Everything, on SQLite: no server has to be there for it. The longest come first. */
export function runsOnSqlite(directory: string): Run[] {
  return [
    ['host'],
    ['states'],
    ['console'],
    ['unit', 'configure'],
    ['functional'],
    ['browser'],
    ['database', 'servers'],
  ].map((suites) => onSqlite(suites, directory))
}

function onSqlite(suites: string[], directory: string): Run {
  return {
    name: `SQLite: ${suites.join(', ')}`,
    suites,
    environment: {
      DB_CONNECTION: 'sqlite',
      DB_FILE: join(directory, `${suites.join('_')}.sqlite3`),
    },
  }
}

/** What takes too long for every day: run when it is asked for by name. */
export function longRun(directory: string): Run {
  return onSqlite(['long'], directory)
}

/** The suites whose outcome may depend on the database, on a server. */
export function runOnServer(server: Server): Run {
  const suites = ['database', 'functional']
  return {
    name: `${server.name}: ${suites.join(', ')}`,
    suites,
    environment: {
      DB_CONNECTION: server.connection,
      DB_HOST: server.host,
      DB_PORT: String(server.port),
      DB_USER: server.user,
      DB_PASSWORD: server.password,
      DB_DATABASE: TEST_DATABASE,
    },
    prepare: () => createDatabase(server),
    cleanUp: () => dropDatabase(server),
  }
}
