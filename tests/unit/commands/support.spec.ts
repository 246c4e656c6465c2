import { Exception } from '@adonisjs/core/exceptions'
import { test } from '@japa/runner'
import knex, { type Knex } from 'knex'
import { formatCommandError } from '../../../commands/_support.js'

/** What a piece of work fails with. */
async function errorOf(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('It did not fail')
}

const describe = (error: unknown) => formatCommandError(error, async () => null)

/** Asks a database something. */
async function ask(config: Knex.Config, question = 'select 1') {
  const database = knex({ ...config, useNullAsDefault: true, log: { warn() {}, error() {} } })
  await database.raw(question).finally(() => database.destroy())
}

const sqlite = (filename: string) => ({ client: 'better-sqlite3', connection: { filename } })

/** Work that fails for the database, its driver or the way to it. */
const DATABASE_PROBLEMS = [
  { what: 'a table is missing', work: () => ask(sqlite(':memory:'), 'select * from nowhere') },
  { what: 'a file cannot be opened', work: () => ask(sqlite('/no/such/folder/db')) },
  {
    what: 'nobody listens',
    work: () => ask({ client: 'pg', connection: { host: '127.0.0.1', port: 1 } }),
  },
  { what: 'the driver is not installed', work: () => ask({ client: 'mssql', connection: {} }) },
]

/** Work that fails for something else. */
const OTHER_PROBLEMS = [
  {
    what: 'a package is missing',
    work: () => import(['@aws-sdk', 'client-sesv2'].join('/')),
    sentence: /^Cannot find package '@aws-sdk\/client-sesv2' .*\[ERR_MODULE_NOT_FOUND\]$/,
  },
  {
    what: 'the code of the app is wrong',
    work: () => (undefined as unknown as { id: number }).id,
    sentence: /^Cannot read properties of undefined/,
  },
  {
    what: 'it is said in several lines',
    work: () => Promise.reject(new Error('The first\nThe second')),
    sentence: /^The first$/,
  },
  {
    what: 'AdonisJS says what is wrong',
    work: () => Promise.reject(new Exception('Missing key', { code: 'E_MISSING_KEY' })),
    sentence: /^Missing key \[E_MISSING_KEY\]$/,
  },
]

test.group('Why a command could not do its work', () => {
  test('is the database where {what}')
    .with(DATABASE_PROBLEMS)
    .run(async ({ assert }, { work }) => {
      assert.match(await describe(await errorOf(work)), /^The database could not be read \(/)
    })

  test('is not the database, and in one line, where {what}')
    .with(OTHER_PROBLEMS)
    .run(async ({ assert }, { work, sentence }) => {
      assert.match(await describe(await errorOf(work)), sentence)
    })
})
