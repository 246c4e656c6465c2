/** What SQLite, MySQL, PostgreSQL's SQLSTATE and a network on the way to a database call their errors. */
const DATABASE_CODE =
  /^(SQLITE_\w+|ER_\w+|PROTOCOL_\w+|(?=.*\d)[0-9A-Z]{5}|ECONN\w+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE)$/
const DRIVER_FILE =
  /node_modules[\\/](knex|tarn|pg|pg-pool|pg-protocol|mysql2|better-sqlite3|sqlite3|libsql|tedious|oracledb|@adonisjs[\\/]lucid)[\\/]/

/**
 * Whether an error is one of the database, its driver or the way to it: by its code, or else by
 * whose code made it, for drivers give some of their errors no code.
 */
export function isDatabaseError(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false
  }
  if (DATABASE_CODE.test((error as { code?: string }).code ?? '')) {
    return true
  }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  const origin = frames.find((line) => !line.includes('node:'))
  return origin !== undefined && DRIVER_FILE.test(origin)
}

/** The database's own words, without the statement that the query builder puts in front of them. */
export function databaseErrorMessage(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error)
  const { code } = error as { code?: string }
  const words = message
    .slice(message.lastIndexOf(' - ') + 1)
    .replace(/^- /, '')
    .slice(0, 200)
  return code && !words.includes(code) ? `${code}: ${words}` : words
}

/**
 * Waits for some work. The work itself goes on.
 *
 * @param seconds for the error message, and how long to wait unless `ms` says otherwise
 */
export async function withTimeout<Result>(
  work: Promise<Result>,
  seconds: number,
  ms = seconds * 1000
): Promise<Result> {
  const { promise: timeout, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${seconds} s`)), ms)
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}
