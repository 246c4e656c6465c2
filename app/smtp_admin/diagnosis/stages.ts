import type { Encryption } from '../types.js'

/** The steps of a test. */
export type StageName =
  | 'policy'
  | 'lookup'
  | 'connect'
  | 'greeting'
  | 'ehlo'
  | 'tls'
  | 'login'
  | 'sender'
  | 'recipient'
  | 'message'

/**
 * How a step ended. `skipped`: these settings do not ask for it; `not_reached`: an earlier one
 * failed; `cancelled`: somebody stopped the test.
 */
export type StageState = 'passed' | 'failed' | 'skipped' | 'not_reached' | 'cancelled'

/** How one step went: plain data, fit for JSON and for the database. */
export interface Stage {
  name: StageName
  state: StageState
  /** Milliseconds. */
  ms: number
  /** What was found, or what went wrong, in plain words; may hold the server's. */
  detail: string
}

/** The steps of a test in their order: TLS from the start comes before the greeting. */
export function stagesFor(encryption: Encryption): StageName[] {
  const handshake: StageName[] =
    encryption === 'tls' ? ['tls', 'greeting', 'ehlo'] : ['greeting', 'ehlo', 'tls']
  return ['policy', 'lookup', 'connect', ...handshake, 'login', 'sender', 'recipient', 'message']
}
