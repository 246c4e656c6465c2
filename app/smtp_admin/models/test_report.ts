import type { Phrase } from '../i18n/types.js'
import type { Encryption } from '../types/main.js'

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

/** How one step went. */
export interface Stage {
  name: StageName
  state: StageState
  /** Milliseconds. */
  ms: number
  /** What was found, or what went wrong, in plain English; may hold words of the server. */
  detail: string
  /** The same for other languages, as sentences. What was kept before there were any has none. */
  phrases?: Phrase[]
}

/** What a failure means and what to do, in English. */
export interface Advice {
  cause: string
  steps: string[]
  /** The same for other languages. What was kept before there were any has none. */
  phrases?: { cause: Phrase; steps: Phrase[] }
  /** Values that would put it right. */
  correction: Correction | null
}

/** Values of a server that advice would change. */
export interface Correction {
  host?: string
  port?: number
  encryption?: Encryption
  username?: string | null
  fromEmail?: string | null
}

/** How a test ended as a whole. */
export type Verdict = 'passed' | 'failed' | 'cancelled'

/** What one look at a sender's domain gave (SPF, DMARC, DKIM), in words. */
export interface SenderFinding {
  name: string
  state: 'good' | 'missing' | 'doubtful' | 'unknown'
  /** In English. */
  text: string
  /** The same for other languages. */
  phrases?: Phrase[]
}

/** How the connection was encrypted, or would have been with the certificate that was refused. */
export interface TlsReport {
  protocol: string
  cipher: string
  certificate: {
    names: string[]
    issuer: string
    /** ISO 8601; empty: it names no time. */
    validFrom: string
    validTo: string
  } | null
}

/** What is kept of a test besides its transcript: plain data. */
export interface TestReport {
  stages: Stage[]
  advice: Advice | null
  sender: SenderFinding[]
  /** Null: there was no encryption, or it did not get that far. */
  tls: TlsReport | null
}
