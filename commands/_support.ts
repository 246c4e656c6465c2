import { userInfo } from 'node:os'
import { Exception } from '@adonisjs/core/exceptions'
import {
  databaseErrorMessage,
  isDatabaseError,
} from '../app/smtp_admin/resolution/database_error.js'
import type { Author } from '../app/smtp_admin/types/main.js'

const GRACE_MS = 2000

/** Who runs a command, for the history: the account on the machine. */
export function commandActor(): Author {
  return { id: null, label: accountName(), source: 'command', ip: null }
}

/**
 * Why a command failed, in one sentence without a stack.
 *
 * @param schemaMismatch how the tables differ from those of this version, which explains most errors of
 * the database
 */
export async function formatCommandError(
  error: unknown,
  schemaMismatch: () => Promise<string | null>
): Promise<string> {
  if (error instanceof Exception) {
    return `${error.message} [${error.code}]`
  }
  if (!isDatabaseError(error)) {
    return formatOther(error)
  }
  const mismatch = await schemaMismatch()
  return (
    mismatch ??
    `The database could not be read (${databaseErrorMessage(error)}). Check that it is running and migrated.`
  )
}

/** The message for a configuration that does not exist. */
export function configNotFoundMessage(name: string, account?: string): string {
  const owner = account === undefined ? 'for the site' : `for account ${account}`
  return `There is no SMTP configuration named "${name}" ${owner}. Run "node ace smtp:list" to see all; --account=id selects those of an account.`
}

/** Runs work that the first Ctrl-C aborts. The second one ends the process. */
export async function abortOnSigint<Result>(
  work: (signal: AbortSignal) => Promise<Result>
): Promise<Result> {
  const controller = new AbortController()
  const abort = () => controller.abort()
  process.once('SIGINT', abort)
  try {
    return await work(controller.signal)
  } finally {
    process.off('SIGINT', abort)
  }
}

/** Ends the process although a connection to a database that does not respond keeps it alive. */
export function exitAfterGrace(exitCode: number) {
  setTimeout(() => process.exit(exitCode), GRACE_MS).unref()
}

/** A container may run under a user id without a name. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}

/** The first line of the message, with the code: the rest is for developers. */
function formatOther(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error)
  const [message] = text.split('\n')
  const { code } = (error ?? {}) as { code?: string }
  return code ? `${message} [${code}]` : message
}
