import mysql from 'mysql2/promise'
import pg from 'pg'

/** A database server on which the suites run beside SQLite. */
export interface Server {
  name: string
  connection: 'mysql' | 'postgres'
  host: string
  port: number
  user: string
  password: string
}

const { env } = process

/** The database that is dropped and created anew for a run. */
export const TEST_DATABASE = env.TEST_DATABASE || 'adonis_smtp_admin_test'

export const SERVERS: Server[] = [
  {
    name: 'MySQL/MariaDB',
    connection: 'mysql',
    host: env.MYSQL_HOST || '127.0.0.1',
    port: Number(env.MYSQL_PORT || 3306),
    user: env.MYSQL_USER || 'root',
    password: env.MYSQL_PASSWORD ?? '',
  },
  {
    name: 'PostgreSQL',
    connection: 'postgres',
    host: env.PG_HOST || '127.0.0.1',
    port: Number(env.PG_PORT || 5432),
    user: env.PG_USER || 'postgres',
    password: env.PG_PASSWORD ?? '',
  },
]

/** Runs statements one after the other on a connection of their own. */
async function execute({ connection, host, port, user, password }: Server, statements: string[]) {
  if (connection === 'mysql') {
    const client = await mysql.createConnection({
      host,
      port,
      user,
      password,
      connectTimeout: 5000,
    })
    try {
      for (const statement of statements) {
        await client.query(statement)
      }
    } finally {
      await client.end()
    }
    return
  }

  const server = { host, port, user, password, database: 'postgres' }
  const client = new pg.Client({ ...server, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    for (const statement of statements) {
      await client.query(statement)
    }
  } finally {
    await client.end()
  }
}

/** Says why a server cannot be used, or nothing when it answers. */
export async function whyNot(server: Server) {
  try {
    await execute(server, ['select 1'])
    return null
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    return message || code || 'no reason given'
  }
}

function dropping({ connection }: Server, name: string) {
  return connection === 'mysql'
    ? `drop database if exists \`${name}\``
    : `drop database if exists "${name}" with (force)`
}

function creating({ connection }: Server, name: string) {
  return connection === 'mysql'
    ? `create database \`${name}\` character set utf8mb4`
    : `create database "${name}"`
}

/** Makes a database anew: one of this name is dropped first. */
export function createDatabase(server: Server, name = TEST_DATABASE) {
  return execute(server, [dropping(server, name), creating(server, name)])
}

/** Drops a database, if it is there. */
export function dropDatabase(server: Server, name = TEST_DATABASE) {
  return execute(server, [dropping(server, name)])
}
