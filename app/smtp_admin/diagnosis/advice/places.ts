import type { StageFailure } from '../stage_failure.js'
import type { StageName } from '../stages.js'

/** From the first word of the server on. */
export const DIALOGUE: readonly StageName[] = [
  ...(['greeting', 'ehlo', 'tls', 'login', 'sender', 'recipient', 'message'] as const),
]

/** From the sender on. */
export const ENVELOPE: readonly StageName[] = ['sender', 'recipient', 'message']

/** The machine itself. */
export const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|::1)$/i

/** As in `mail.example.com, port 587`. */
export function placeOf({ settings }: StageFailure): string {
  return `${settings.host}, port ${settings.port}`
}

/** The from address, or words for it. */
export function senderOf({ settings }: StageFailure): string {
  return settings.fromEmail ?? 'the from address'
}
