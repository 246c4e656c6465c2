import type { BaseSchema } from '@adonisjs/lucid/schema'
import { backFillForList } from './back_fill_for_list.js'
import { COLUMNS_FOR_LIST, INDEXES_FOR_LIST, MADE_FOR_LIST } from './tables_for_list.js'

type Table = Parameters<Parameters<BaseSchema['schema']['createTable']>[1]>[0]

const ACTIVE_SCOPE = 'varchar(100) generated always as (case when is_active then scope end) stored'

const SINGLE_LINE_COLUMNS = [
  ...['scope', 'name', 'host', 'username', 'from_email', 'from_name', 'reply_to', 'ehlo_name'],
  'notes',
]

/** The tables of the newest version, in the order in which they are made. */
export const TABLES = ['smtp_configs', 'smtp_history', 'smtp_test_runs'] as const

/** What a migration of Lucid has to offer. */
type Migration = Pick<BaseSchema, 'schema' | 'db' | 'defer'>

/** Two versions of the tables; 0 is before there are any. */
export interface Versions {
  from: number
  to: number
}

/**
 * The tables, in one place: a published migration only says from which version to which. What must
 * never be true of a row is refused by the database itself, whoever writes: the same SQL on SQLite,
 * MySQL 8 or MariaDB 10.6, and PostgreSQL.
 */
export class SmtpAdminTables {
  #migration: Migration
  /** How each version is reached from the one before it, and left again. */
  #steps = [
    {
      up: () => [this.#createConfigs(), this.#createHistory()],
      down: () => [this.#drop('smtp_history'), this.#drop('smtp_configs')],
    },
    {
      up: () => this.#createTestRuns(),
      down: () => this.#drop('smtp_test_runs'),
    },
    {
      up: () => this.#addForList(),
      down: () => this.#dropForList(),
    },
  ]

  /** @param migration the published one: `new SmtpAdminTables(this)` */
  constructor(migration: Migration) {
    this.#migration = migration
  }

  /** Brings the tables to a later version, for the `up` of a migration. */
  upgrade({ from, to }: Versions) {
    for (const step of this.#steps.slice(from, to)) {
      step.up()
    }
  }

  /** Takes them back to an earlier version, for the `down` of a migration. */
  downgrade({ from, to }: Versions) {
    for (const step of this.#steps.slice(to, from).reverse()) {
      step.down()
    }
  }

  /** `smtp_configs`: one row per configuration. */
  #createConfigs() {
    this.#migration.schema.createTable('smtp_configs', (table) => {
      table.string('id', 36).primary()
      this.#exactString(table, 'scope', 100).notNullable()
      this.#exactString(table, 'name', 100).notNullable()
      table.string('host', 255).notNullable()
      table.integer('port').notNullable()
      table.boolean('use_tls').notNullable().defaultTo(false)
      table.boolean('use_ssl').notNullable().defaultTo(false)
      table.string('username', 255).nullable()
      table.text('password').nullable()
      table.string('from_email', 254).nullable()
      table.string('from_name', 255).nullable()
      table.string('reply_to', 254).nullable()
      table.integer('timeout').notNullable().defaultTo(10)
      table.boolean('is_active').notNullable().defaultTo(false)
      table.integer('fallback_order').nullable()
      table.boolean('verify_certificate').notNullable().defaultTo(true)
      table.string('ehlo_name', 255).nullable()
      table.integer('rate_limit_per_minute').nullable()
      table.string('notes', 500).nullable()
      table.integer('revision').notNullable().defaultTo(1)
      table.string('created_by', 191).nullable()
      table.string('updated_by', 191).nullable()
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()

      // Null for an inactive row, and a unique index admits any number of nulls.
      table.specificType('active_scope', this.#collated(ACTIVE_SCOPE))
      table.unique(['active_scope'], { indexName: 'smtp_configs_active_scope_unique' })
      table.unique(['scope', 'name'], { indexName: 'smtp_configs_scope_name_unique' })

      table.check('not (use_tls and use_ssl)', undefined, 'smtp_configs_one_encryption')
      table.check('port between 1 and 65535', undefined, 'smtp_configs_port')
      table.check('timeout between 1 and 300', undefined, 'smtp_configs_timeout')
      table.check(bareName('host'), undefined, 'smtp_configs_host')
      for (const column of SINGLE_LINE_COLUMNS) {
        table.check(singleLine(column), undefined, `smtp_configs_${column}_line`)
      }
    })
  }

  /** `smtp_history`: one row per change of a configuration; it outlives the configuration. */
  #createHistory() {
    this.#migration.schema.createTable('smtp_history', (table) => {
      table.bigIncrements('id')
      table.string('config_id', 36).notNullable()
      table.string('scope', 100).notNullable()
      table.string('config_name', 100).notNullable()
      table.string('action', 20).notNullable()
      table.text('changes').notNullable()
      table.string('actor_id', 100).nullable()
      table.string('actor_label', 191).nullable()
      table.string('source', 20).notNullable()
      table.string('ip', 45).nullable()
      table.dateTime('created_at').notNullable()
      table.index(['config_id', 'id'], 'smtp_history_config_id_index')
    })
  }

  /** `smtp_test_runs`: one row per test of a server; it outlives the configuration. */
  #createTestRuns() {
    this.#migration.schema.createTable('smtp_test_runs', (table) => {
      table.bigIncrements('id')
      table.string('config_id', 36).nullable()
      table.string('scope', 100).notNullable()
      table.string('config_name', 100).notNullable()
      table.string('host', 255).notNullable()
      table.integer('port').notNullable()
      table.string('encryption', 10).notNullable()
      table.string('username', 255).nullable()
      table.integer('revision').nullable()
      table.string('settings_hash', 64).nullable()
      table.string('verdict', 20).notNullable()
      table.integer('ms').notNullable()
      table.text('report', 'mediumtext').notNullable()
      table.text('transcript', 'mediumtext').notNullable()
      table.string('actor_id', 100).nullable()
      table.string('actor_label', 191).nullable()
      table.string('source', 20).notNullable()
      table.string('ip', 45).nullable()
      table.dateTime('created_at').notNullable()
      table.index(['config_id', 'id'], 'smtp_test_runs_config_id_index')
      table.index(['created_at'], 'smtp_test_runs_created_at_index')
    })
  }

  /** What the database has to know to list configurations by their status, and faster look-ups. */
  #addForList() {
    this.#migration.schema.alterTable('smtp_configs', (table) => {
      this.#exactString(table, 'settings_hash', 64).nullable()
      this.#exactString(table, 'password_key', 64).nullable()
      table.bigInteger('latest_test_id').nullable()
      this.#exactString(table, 'tested_hash', 64).nullable()
      table.string('tested_verdict', 20).nullable()
      const searchText = table.text('search_text').nullable()
      if (this.#isMysql) {
        searchText.collate('utf8mb4_bin')
      }
    })
    for (const [column, [type, expression]] of Object.entries(MADE_FOR_LIST)) {
      this.#addMade(column, type, expression)
    }
    for (const [index, columns] of Object.entries(INDEXES_FOR_LIST)) {
      this.#migration.schema.raw(`create index ${index} on smtp_configs (${columns})`)
    }
    this.#migration.schema.alterTable('smtp_history', (table) => {
      table.index(['scope', 'id'], 'smtp_history_scope_index')
    })
    this.#migration.defer(backFillForList)
  }

  #dropForList() {
    this.#migration.schema.alterTable('smtp_history', (table) => {
      table.dropIndex(['scope', 'id'], 'smtp_history_scope_index')
    })
    this.#migration.schema.alterTable('smtp_configs', (table) => {
      for (const index of Object.keys(INDEXES_FOR_LIST)) {
        table.dropIndex([], index)
      }
    })
    // By hand: on SQLite the query builder makes the table anew, without its checks.
    for (const column of COLUMNS_FOR_LIST) {
      this.#migration.schema.raw(`alter table smtp_configs drop column ${column}`)
    }
  }

  /** A column that the database makes; SQLite adds none that it would have to store. */
  #addMade(column: string, type: string, expression: string) {
    const { name } = this.#migration.db.dialect
    const kind = name === 'postgres' || name === 'mysql' ? 'stored' : 'virtual'
    const made = `${type} generated always as (${expression}) ${kind}`
    this.#migration.schema.raw(
      `alter table smtp_configs add column ${column} ${type === 'boolean' ? made : this.#letterByLetter(made)}`
    )
  }

  #drop(table: string) {
    this.#migration.schema.dropTable(table)
  }

  get #isMysql() {
    return this.#migration.db.dialect.name === 'mysql'
  }

  /** MySQL compares text without regard to case and accents unless told; the others never do so. */
  #exactString(table: Table, name: string, length: number) {
    const column = table.string(name, length)
    return this.#isMysql ? column.collate('utf8mb4_bin') : column
  }

  /** PostgreSQL's locales pass over some characters when they sort. */
  #letterByLetter(type: string) {
    const isPostgres = this.#migration.db.dialect.name === 'postgres'
    return isPostgres ? type.replace(' ', ' collate "C" ') : this.#collated(type)
  }

  #collated(type: string) {
    return this.#isMysql ? type.replace(' ', ' character set utf8mb4 collate utf8mb4_bin ') : type
  }
}

function singleLine(column: string) {
  return `${column} not like '%\r%' and ${column} not like '%\n%'`
}

function bareName(column: string) {
  return ['/', '@', ' '].map((character) => `${column} not like '%${character}%'`).join(' and ')
}
