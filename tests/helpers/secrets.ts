import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { format, inspect, promisify } from 'node:util'
import db from '@adonisjs/lucid/services/db'

interface Login {
  username: string
  password: string
}

/** Every form in which a login may show: in clear, as AUTH LOGIN sends it, as AUTH PLAIN does. */
export function formsOf({ username, password }: Login): string[] {
  const forms = [password, base64(password), base64(`\0${username}\0${password}`)]
  return forms.flatMap((form) => [form, form.replace(/=+$/, '')])
}

/** Looks for a login in whatever it is shown, and remembers where it was. */
export class SecretSearch {
  readonly #forms: string[]
  /** Where the login was found. */
  readonly found: string[] = []
  /** Where it was looked for. */
  readonly places: string[] = []

  constructor(login: Login) {
    this.#forms = formsOf(login)
  }

  in(place: string, text: string) {
    this.places.push(place)
    if (this.#forms.some((form) => text.includes(form))) {
      this.found.push(place)
    }
  }

  /** In everything that printing, logging or sending a value could show of it. */
  inValue(place: string, value: unknown) {
    this.in(place, printed(value))
  }

  /** In all rows of all tables and, on SQLite, in the bytes of the file and of its log. */
  async inDatabase(place: string) {
    const connection = db.connection()
    for (const table of await connection.getAllTables(['public'])) {
      this.in(`${place}: table ${table}`, JSON.stringify(await db.from(table).select('*')))
    }
    for (const file of filesOfDatabase()) {
      this.in(`${place}: ${file}`, await bytesOf(file))
    }
  }
}

function printed(value: unknown): string {
  const { message, stack, cause } = Object(value)
  return [
    format('%s %o %O', value, value, value),
    inspect(value, { depth: 6, showHidden: true }),
    inspect(value, { depth: 6, showHidden: true, customInspect: false }),
    JSON.stringify(value),
    ...[message, stack, inspect(cause)],
  ].join('\n')
}

function filesOfDatabase(): string[] {
  const { connection } = db.manager.get(db.primaryConnectionName)!.config
  const { filename } = Object(connection)
  return ['', '-wal', '-shm'].map((suffix) => `${filename}${suffix}`).filter(existsSync)
}

/**
 * Read by another process: closing a file drops every lock that this process has on it, SQLite's
 * included, and the next process to leave would take the log away from under our connection.
 */
async function bytesOf(file: string): Promise<string> {
  const script = 'fs.createReadStream(process.argv[1]).pipe(process.stdout)'
  const options = { encoding: 'latin1', maxBuffer: 2 ** 28 } as const
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, file], options)
  return stdout
}

function base64(text: string) {
  return Buffer.from(text).toString('base64')
}
