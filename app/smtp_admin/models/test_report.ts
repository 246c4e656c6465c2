import type { Message, MessageKey, MessageParams } from '../i18n/types.js'
import type { Encryption } from '../types/common.js'

export type StageName =
  | 'settings'
  | 'lookup'
  | 'connect'
  | 'greeting'
  | 'ehlo'
  | 'tls'
  | 'authentication'
  | 'sender'
  | 'recipient'
  | 'message'

/**
 * `skipped`: these settings do not need the stage; `not_reached`: an earlier stage failed;
 * `cancelled`: the test was stopped during the stage.
 */
export type StageState = 'passed' | 'failed' | 'skipped' | 'not_reached' | 'cancelled'

export interface Stage {
  name: StageName
  state: StageState
  /** Milliseconds. */
  ms: number
  /** What was found or what went wrong. Parameters may hold the server's reply. */
  messages: Message[]
}

type RuleIn<Key> = Key extends `advice.${infer Name}.cause` ? Name : never

/** The rules are the keys of their messages: `advice.<rule>.cause` and `advice.<rule>.step1`. */
export type RuleName = RuleIn<MessageKey>

/** The rule that explains a failure. Its messages say what the failure means and what to do. */
export interface Advice {
  rule: RuleName
  /** Null for a parameter that is not known, such as the sender's address. */
  params: MessageParams
  /** Settings that would fix the failure; null: none can be named. */
  correction: Correction | null
}

export interface Correction {
  host?: string
  port?: number
  encryption?: Encryption
  username?: string | null
  fromEmail?: string | null
}

export type Verdict = 'passed' | 'failed' | 'cancelled'

/** `unknown`: DNS did not answer, or the name of the record is not known. */
export type FindingState = 'good' | 'missing' | 'doubtful' | 'unknown'

/** What a DNS lookup says about one of the sender domain's email authentication records. */
export interface Finding {
  name: 'SPF' | 'DMARC' | 'DKIM'
  state: FindingState
  messages: Message[]
}

export interface CertificateInfo {
  /** The names of its subjectAltName, else its common name (RFC 9525). */
  names: string[]
  issuer: string
  /** ISO 8601; empty: the certificate names no valid time. */
  validFrom: string
  validTo: string
}

/** How the connection is encrypted, or would be with the certificate that was rejected. */
export interface TlsInfo {
  /** As in `TLSv1.3`. */
  protocol: string
  /** As in `TLS_AES_256_GCM_SHA384`. */
  cipher: string
  /** Null: the server sent none. */
  certificate: CertificateInfo | null
}

/** The stored result of a test: codes and parameters, formatted where they are displayed. */
export interface TestReport {
  stages: Stage[]
  advice: Advice | null
  emailAuth: Finding[]
  /** Null: the connection was not encrypted, or the test did not get that far. */
  tls: TlsInfo | null
}

/** The result of a test, stored or not. */
export interface TestResult {
  verdict: Verdict
  /** Milliseconds. */
  ms: number
  report: TestReport
  /** The dialogue with the server, with every credential redacted. */
  transcript: string
}
