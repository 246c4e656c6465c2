import { promisify } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { CANDIDATE_COLUMNS, type CandidateRow } from './candidate.js'

/** A connection that reads active configurations and does nothing else. */
export interface DedicatedConnection {
  /** The active rows of some scopes as they are committed now, in any order; at once if it can. */
  read(scopes: string[]): CandidateRow[] | Promise<CandidateRow[]>
  /** Closes it at once, whatever it is waiting for. */
  destroy(): void
}

/** Knex's client: what is used of it to open another connection to the same database. */
interface Dialect {
  driverName: string
  driver: unknown
  config: { connection?: unknown; pool?: { afterCreate?: AfterCreate } }
  connectionSettings: SqliteSettings
  getRuntimeConnectionSettings?: () => Promise<unknown>
  setSchemaSearchPath?: (connection: unknown) => Promise<unknown>
}

interface SqliteSettings {
  filename: string
  options?: { nativeBinding?: string }
}

/** What is used of better-sqlite3. */
type SqliteDriver = new (filename: string, options: object) => SqliteDatabase
interface SqliteDatabase {
  prepare(sql: string): SqliteStatement
  close(): void
}
interface SqliteStatement {
  pluck(): SqliteStatement
  get(...values: string[]): unknown
}

/** What is used of pg. */
interface PostgresDriver {
  Client: new (settings: unknown) => PostgresClient
}
interface PostgresClient {
  on(event: 'error', listener: () => void): void
  connect(): Promise<void>
  query(query: { name?: string; text: string; values: unknown[] }): Promise<{ rows: JsonRow[] }>
  connection: { stream: { destroy(): void } }
}

/** What is used of mysql2. */
interface MysqlDriver {
  createConnection(settings: unknown): MysqlClient
}
interface MysqlClient {
  on(event: 'error', listener: () => void): void
  connect(done: (error: Error | null) => void): void
  execute(sql: string, values: string[], done: (error: Error | null, rows: JsonRow[]) => void): void
  destroy(): void
}

/** A row in one column: drivers spend more time on sixteen columns than on everything else. */
interface JsonRow {
  config: string
}

type AfterCreate = (connection: unknown, done: (error?: Error | null) => void) => void

/** Milliseconds that SQLite may block the process while another connection commits. */
const BUSY_TIMEOUT_MS = 50

/** Milliseconds between two attempts to read a busy SQLite file. */
const BUSY_RETRY_MS = 20

/** Rows whose JSON is remembered. */
const MAX_PARSED_ROWS = 1000

/** PostgreSQL: the name is unknown or in use, as behind a pooler that shares connections. */
const UNPREPARED = ['26000', '42P05']

/**
 * Opens a connection to the client's database that is not in the app's pool, so that a read never waits
 * for connections that the app holds. Null for a database that has none to spare: one in memory, or a
 * driver without support.
 */
export function openDedicatedConnection(client: QueryClientContract): DedicatedConnection | null {
  const { client: dialect }: { client: Dialect } = client.getWriteClient()
  if (!dialect.config.connection) {
    return null
  }
  switch (dialect.driverName) {
    case 'better-sqlite3':
      return isFile(dialect.connectionSettings.filename) ? new SqliteConnection(dialect) : null
    case 'pg':
      return new PostgresConnection(dialect)
    case 'mysql2':
      return new MysqlConnection(dialect)
    default:
      return null
  }
}

function isFile(filename: string): boolean {
  return filename !== '' && !/:memory:|mode=memory/.test(filename)
}

/**
 * Asks SQLite whether anything was committed since the last read (`PRAGMA data_version`), and reads only
 * then. The version is asked first: a commit in between is read twice, never missed.
 */
class SqliteConnection implements DedicatedConnection {
  #opening: Promise<void>
  #database?: SqliteDatabase
  #version?: SqliteStatement
  #statement?: SqliteStatement
  #readAt: unknown = null
  #rows = new Map<string, CandidateRow | undefined>()

  constructor(dialect: Dialect) {
    this.#opening = this.#open(dialect)
    this.#opening.catch(() => {})
  }

  async #open(dialect: Dialect) {
    const { filename, options = {} } = dialect.connectionSettings
    this.#database = new (dialect.driver as SqliteDriver)(filename, {
      nativeBinding: options.nativeBinding,
      fileMustExist: true,
      timeout: BUSY_TIMEOUT_MS,
    })
    await afterCreate(dialect, this.#database)
    this.#version = this.#database.prepare('pragma data_version').pluck()
    const columns = Object.entries(CANDIDATE_COLUMNS)
    const selected = columns.map(([attribute, column]) => `${column} as "${attribute}"`).join(', ')
    this.#statement = this.#database.prepare(
      `select ${selected} from smtp_configs where active_scope = ?`
    )
  }

  read(scopes: string[]): CandidateRow[] | Promise<CandidateRow[]> {
    return (this.#statement && this.#tryToRead(scopes)) ?? this.#readLater(scopes)
  }

  async #readLater(scopes: string[]): Promise<CandidateRow[]> {
    await this.#opening
    for (;;) {
      const rows = this.#tryToRead(scopes)
      if (rows) {
        return rows
      }
      await wait(BUSY_RETRY_MS)
    }
  }

  /** Null: the file is busy. */
  #tryToRead(scopes: string[]): CandidateRow[] | null {
    try {
      return this.#readNow(scopes)
    } catch (error) {
      if (String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) {
        return null
      }
      throw error
    }
  }

  #readNow(scopes: string[]): CandidateRow[] {
    const version = this.#version!.get()
    if (version !== this.#readAt) {
      this.#rows.clear()
      this.#readAt = version
    }
    return scopes.flatMap((scope) => {
      if (!this.#rows.has(scope)) {
        this.#rows.set(scope, this.#statement!.get(scope) as CandidateRow | undefined)
      }
      return this.#rows.get(scope) ?? []
    })
  }

  destroy() {
    this.#database?.close()
  }
}

/** Reads with a named prepared statement, or an unnamed one behind a pooler that loses names. */
class PostgresConnection implements DedicatedConnection {
  static #isNamed = true
  #opening: Promise<void>
  #client?: PostgresClient
  #parser = new RowParser()
  #isDestroyed = false

  constructor(dialect: Dialect) {
    this.#opening = this.#open(dialect)
    this.#opening.catch(() => {})
  }

  async #open(dialect: Dialect) {
    const settings = await (dialect.getRuntimeConnectionSettings?.() ?? dialect.connectionSettings)
    if (this.#isDestroyed) {
      return
    }
    const client = new (dialect.driver as PostgresDriver).Client(settings)
    this.#client = client
    client.on('error', () => this.destroy())
    await client.connect()
    await dialect.setSchemaSearchPath?.(client)
    await afterCreate(dialect, client)
  }

  async read(scopes: string[]): Promise<CandidateRow[]> {
    await this.#opening
    const columns = Object.values(CANDIDATE_COLUMNS).join(', ')
    const text = `select json_build_array(${columns})::text as config from smtp_configs where active_scope = any($1)`
    const name = PostgresConnection.#isNamed ? 'smtp_admin_active_configs' : undefined
    try {
      const { rows } = await this.#client!.query({ name, text, values: [scopes] })
      return this.#parser.parse(rows)
    } catch (error) {
      if (UNPREPARED.includes((error as { code: string }).code)) {
        PostgresConnection.#isNamed = false
      }
      throw error
    }
  }

  destroy() {
    this.#isDestroyed = true
    this.#client?.connection.stream.destroy()
  }
}

/** Reads with a prepared statement, which the driver keeps by its text. */
class MysqlConnection implements DedicatedConnection {
  #opening: Promise<void>
  #connection?: MysqlClient
  #parser = new RowParser()
  #isDestroyed = false

  constructor(dialect: Dialect) {
    this.#opening = this.#open(dialect)
    this.#opening.catch(() => {})
  }

  async #open(dialect: Dialect) {
    const settings = await (dialect.getRuntimeConnectionSettings?.() ?? dialect.connectionSettings)
    if (this.#isDestroyed) {
      return
    }
    const connection = (dialect.driver as MysqlDriver).createConnection(settings)
    this.#connection = connection
    connection.on('error', () => this.destroy())
    await promisify(connection.connect).call(connection)
    await afterCreate(dialect, connection)
  }

  async read(scopes: string[]): Promise<CandidateRow[]> {
    await this.#opening
    const values = padded(scopes)
    const columns = Object.values(CANDIDATE_COLUMNS).join(', ')
    const sql = `select cast(json_array(${columns}) as char) as config from smtp_configs where active_scope in (${values.map(() => '?').join(', ')})`
    const { promise, resolve, reject } = Promise.withResolvers<JsonRow[]>()
    this.#connection!.execute(sql, values, (error, rows) => (error ? reject(error) : resolve(rows)))
    return this.#parser.parse(await promise)
  }

  destroy() {
    this.#isDestroyed = true
    this.#connection?.destroy()
  }
}

/** To a power of two, so that few statements serve any number of scopes. */
function padded(scopes: string[]): string[] {
  const length = 2 ** Math.ceil(Math.log2(scopes.length))
  return scopes.concat(Array(length - scopes.length).fill(scopes[0]))
}

/** Parses rows. A row that has not changed is the same object again. */
class RowParser {
  #rows = new Map<string, CandidateRow>()

  parse(rows: JsonRow[]): CandidateRow[] {
    return rows.map(({ config }) => this.#rows.get(config) ?? this.#add(config))
  }

  #add(config: string): CandidateRow {
    const values: unknown[] = JSON.parse(config)
    const entries = Object.keys(CANDIDATE_COLUMNS).map((attribute, i) => [attribute, values[i]])
    const row: CandidateRow = Object.fromEntries(entries)
    if (this.#rows.size >= MAX_PARSED_ROWS) {
      this.#rows.clear()
    }
    this.#rows.set(config, row)
    return row
  }
}

/** The hook by which an app sets up its connections: pragmas, a key, a time zone. */
async function afterCreate({ config: { pool } }: Dialect, connection: unknown) {
  if (pool?.afterCreate) {
    await promisify(pool.afterCreate)(connection)
  }
}
