import type { StageFailure } from '../stage_failure.js'
import type { StageName } from '../../models/test_report.js'

/** From the first word of the server on. */
export const DIALOGUE: readonly StageName[] = [
  ...(['greeting', 'ehlo', 'tls', 'authentication', 'sender', 'recipient', 'message'] as const),
]

/** From the sender on. */
export const ENVELOPE: readonly StageName[] = ['sender', 'recipient', 'message']

/** The machine itself. */
export const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|::1)$/i

/** Where the server is. */
export function place({ settings: { host, port } }: StageFailure) {
  return { host, port }
}

/** From whom the message is. */
export function sender({ settings: { fromEmail } }: StageFailure) {
  return { sender: fromEmail }
}

/** From whom it is, and who logged in. */
export function account({ settings: { fromEmail, username } }: StageFailure) {
  return { sender: fromEmail, username }
}
