import type { TlsInfo } from '../models/test_report.js'

/** What happens on a connection. Texts are redacted. */
export type ConnectionEvent =
  | { type: 'resolved'; addresses: string[] }
  | { type: 'connected'; address: string }
  | { type: 'secured'; tls: TlsInfo }
  | { type: 'said'; by: 'client'; text: string; command: string }
  /** `status` is the reply code; 0: the line does not begin with one. */
  | { type: 'said'; by: 'server'; text: string; status: number }
  | { type: 'accepted'; command: 'MAIL FROM' | 'RCPT TO' }

/** Receives the events in the order in which they happen. */
export type EmitConnectionEvent = (event: ConnectionEvent) => void
