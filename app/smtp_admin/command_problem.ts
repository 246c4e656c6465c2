import { Exception } from '@adonisjs/core/exceptions'
import { databaseErrorMessage, isDatabaseError } from './resolution/database_error.js'

/**
 * Why a command could not do its work, in one sentence: an operator has no use for a stack.
 *
 * @param schemaProblem tells whether the tables are missing or old, which explains most failures of
 * the database better than its own words
 */
export async function describeCommandProblem(
  error: unknown,
  schemaProblem: () => Promise<string | null>
): Promise<string> {
  if (error instanceof Exception) {
    return `${error.message} [${error.code}]`
  }
  if (!isDatabaseError(error)) {
    return describeOther(error)
  }
  const problem = await schemaProblem()
  return (
    problem ??
    `The database could not be used (${databaseErrorMessage(error)}): is it running, and migrated?`
  )
}

/** The first line of what it says, with its code: what follows is for developers. */
function describeOther(error: unknown): string {
  const [message] = (error instanceof Error ? error.message || error.name : String(error)).split(
    '\n'
  )
  const { code } = (error ?? {}) as { code?: string }
  return code ? `${message} [${code}]` : message
}

/** The message for a configuration that does not exist, with the command that lists them. */
export function configNotFoundMessage(name: string, account?: string): string {
  const owner = account === undefined ? 'the site' : `account ${account}`
  return `There is no SMTP configuration named "${name}" of ${owner}: smtp:list shows them all, and --account=id is for those of an account`
}
