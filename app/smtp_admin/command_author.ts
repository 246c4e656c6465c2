import { userInfo } from 'node:os'
import type { Author } from './types/main.js'

/** Who runs a command, for the history: the name of the account on the machine. */
export function commandAuthor(): Author {
  return { id: null, label: accountName(), source: 'command', ip: null }
}

/** A container may run under a user id that has no name. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}
