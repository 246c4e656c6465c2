import type { StageName } from '../models/test_report.js'
import type { Encryption } from '../types/main.js'

export type { Stage, StageName, StageState } from '../models/test_report.js'

/** The steps of a test in their order: TLS from the start comes before the greeting. */
export function stagesFor(encryption: Encryption): StageName[] {
  const handshake: StageName[] =
    encryption === 'tls' ? ['tls', 'greeting', 'ehlo'] : ['greeting', 'ehlo', 'tls']
  return ['policy', 'lookup', 'connect', ...handshake, 'login', 'sender', 'recipient', 'message']
}
