import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/lucid'

const migrations = { naturalSort: true, paths: ['database/migrations'] }

/** The models declare their own columns. */
const schemaGeneration = { enabled: false }

const server = {
  host: env.get('DB_HOST', '127.0.0.1'),
  password: env.get('DB_PASSWORD')?.release(),
  database: env.get('DB_DATABASE', 'adonis_smtp_admin'),
}

/** The pragmas every SQLite connection needs: readers beside one writer, and foreign keys that hold. */
const sqlitePool = {
  min: 1,
  max: 1,
  afterCreate(
    connection: { pragma(statement: string): void },
    done: (error: Error | null, connection: unknown) => void
  ) {
    connection.pragma('journal_mode = WAL')
    connection.pragma('foreign_keys = ON')
    done(null, connection)
  },
}

const dbConfig = defineConfig({
  connection: env.get('DB_CONNECTION'),
  connections: {
    sqlite: {
      client: 'better-sqlite3',
      connection: { filename: env.get('DB_FILE') ?? app.tmpPath('db.sqlite3') },
      useNullAsDefault: true,
      pool: sqlitePool,
      migrations,
      schemaGeneration,
    },
    mysql: {
      client: 'mysql2',
      connection: { ...server, port: env.get('DB_PORT', 3306), user: env.get('DB_USER', 'root') },
      migrations,
      schemaGeneration,
    },
    postgres: {
      client: 'pg',
      connection: {
        ...server,
        port: env.get('DB_PORT', 5432),
        user: env.get('DB_USER', 'postgres'),
      },
      migrations,
      schemaGeneration,
    },
  },
})

export default dbConfig
