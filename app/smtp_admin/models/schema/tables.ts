import type { BaseSchema } from '@adonisjs/lucid/schema'
import { SITE_SCOPE } from '../scope.js'

type Table = Parameters<Parameters<BaseSchema['schema']['createTable']>[1]>[0]

const ACTIVE_SCOPE = 'varchar(100) generated always as (case when is_active then scope end) stored'

const SINGLE_LINE_COLUMNS = [
  'scope',
  'name',
  'host',
  'username',
  'from_email',
  'from_name',
  'reply_to',
  'ehlo_name',
  'notes',
]

/** Columns that the database computes for the list: type and expression. */
const GENERATED_COLUMNS = {
  is_account: ['boolean', `case when scope = '${SITE_SCOPE}' then false else true end`],
  test_status: [
    'varchar(10)',
    `case
      when latest_test_id is null then 'untested'
      when tested_settings_hash = settings_hash
        then case when tested_verdict = 'passed' then 'working' else 'failing' end
      else 'stale' end`,
  ],
} as const

/** A page of the list needs no sorting, and the counts of the filters read an index only. */
const LIST_INDEXES = {
  smtp_configs_order_index: 'is_account, scope, is_active desc, name_key, id',
  smtp_configs_filters_index:
    'encryption_key_id, test_status, is_active, use_tls, use_ssl, is_account',
}

/** The tables of the newest version, in the order in which they are created. */
export const TABLES = ['smtp_configs', 'smtp_history', 'smtp_test_runs'] as const

/** The part of a Lucid migration that is used. */
type Migration = Pick<BaseSchema, 'schema' | 'db'>

/** Two versions of the tables; 0: there are none. */
export interface Versions {
  from: number
  to: number
}

/**
 * The tables. A published migration names only the versions. The database refuses rows that must not
 * exist, whatever writes them: the same SQL on SQLite, MySQL 8 or MariaDB 10.6, and PostgreSQL.
 */
export class SmtpAdminTables {
  #migration: Migration
  /** How each version is reached from the one before it, and left again. */
  #steps = [
    {
      up: () => [this.#createConfigs(), this.#createHistory(), this.#createTestRuns()],
      down: () => [...TABLES].reverse().forEach((table) => this.#drop(table)),
    },
  ]

  /** @param migration the published one: `new SmtpAdminTables(this)` */
  constructor(migration: Migration) {
    this.#migration = migration
  }

  /** Changes the tables to a later version, for the `up` of a migration. */
  upgrade({ from, to }: Versions) {
    for (const step of this.#steps.slice(from, to)) {
      step.up()
    }
  }

  /** Returns the tables to an earlier version, for the `down` of a migration. */
  downgrade({ from, to }: Versions) {
    for (const step of this.#steps.slice(to, from).reverse()) {
      step.down()
    }
  }

  /** `smtp_configs`: one row per configuration. */
  #createConfigs() {
    this.#migration.schema.createTable('smtp_configs', (table) => {
      table.string('id', 36).primary()
      this.#caseSensitiveString(table, 'scope', 100).notNullable()
      table.string('name', 100).notNullable()
      this.#caseSensitiveString(table, 'name_key', 200).notNullable()
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
      this.#caseSensitiveString(table, 'settings_hash', 64).nullable()
      this.#caseSensitiveString(table, 'encryption_key_id', 64).nullable()
      table.bigInteger('latest_test_id').nullable()
      this.#caseSensitiveString(table, 'tested_settings_hash', 64).nullable()
      table.string('tested_verdict', 20).nullable()
      const searchText = table.text('search_text').nullable()
      if (this.#isMysql) {
        searchText.collate('utf8mb4_bin')
      }
      table.string('created_by', 191).nullable()
      table.string('updated_by', 191).nullable()
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()

      // Null for an inactive row, and a unique index admits any number of nulls.
      table.specificType('active_scope', this.#collated(ACTIVE_SCOPE))
      table.unique(['active_scope'], { indexName: 'smtp_configs_active_scope_unique' })
      table.unique(['scope', 'name_key'], { indexName: 'smtp_configs_scope_name_unique' })

      table.check('not (use_tls and use_ssl)', undefined, 'smtp_configs_one_encryption')
      table.check('port between 1 and 65535', undefined, 'smtp_configs_port')
      table.check('timeout between 1 and 300', undefined, 'smtp_configs_timeout')
      table.check(noUrlCharacters('host'), undefined, 'smtp_configs_host')
      for (const column of SINGLE_LINE_COLUMNS) {
        table.check(singleLine(column), undefined, `smtp_configs_${column}_line`)
      }
    })
    for (const [column, [type, expression]] of Object.entries(GENERATED_COLUMNS)) {
      this.#addGenerated(column, type, expression)
    }
    for (const [index, columns] of Object.entries(LIST_INDEXES)) {
      this.#migration.schema.raw(`create index ${index} on smtp_configs (${columns})`)
    }
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
      table.index(['scope', 'id'], 'smtp_history_scope_index')
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

  /** A generated column. SQLite cannot add one that is stored. */
  #addGenerated(column: string, type: string, expression: string) {
    const { name } = this.#migration.db.dialect
    const kind = name === 'postgres' || name === 'mysql' ? 'stored' : 'virtual'
    const definition = `${type} generated always as (${expression}) ${kind}`
    this.#migration.schema.raw(
      `alter table smtp_configs add column ${column} ${type === 'boolean' ? definition : this.#binaryCollation(definition)}`
    )
  }

  #drop(table: string) {
    this.#migration.schema.dropTable(table)
  }

  get #isMysql() {
    return this.#migration.db.dialect.name === 'mysql'
  }

  /** MySQL compares text without regard to case and accents unless told; the others never do so. */
  #caseSensitiveString(table: Table, name: string, length: number) {
    const column = table.string(name, length)
    return this.#isMysql ? column.collate('utf8mb4_bin') : column
  }

  /** PostgreSQL's locales ignore some characters when they sort. */
  #binaryCollation(type: string) {
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

function noUrlCharacters(column: string) {
  return ['/', '@', ' '].map((character) => `${column} not like '%${character}%'`).join(' and ')
}
