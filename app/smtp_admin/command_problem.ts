import { Exception } from '@adonisjs/core/exceptions'
import { describeDatabaseProblem } from './resolution/database_problem.js'

/** Why a command could not do its work, in one sentence: an operator has no use for a stack. */
export function describeCommandProblem(error: unknown): string {
  if (error instanceof Exception) {
    return `${error.message} [${error.code}]`
  }
  return `The database could not be used (${describeDatabaseProblem(error)}): is it running, and migrated?`
}
