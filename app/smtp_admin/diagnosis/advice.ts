import type { Encryption } from '../types.js'
import { ADVICE_ROWS } from './advice_rows.js'
import type { StageName } from './stages.js'

/** The settings of a server that advice looks at, or corrects. */
export interface ServerSettings {
  host: string
  port: number
  encryption: Encryption
  username: string | null
  fromEmail: string | null
}

/** What is known of a step that failed. */
export interface StageFailure {
  stage: StageName
  /** Nodemailer's, Node's or OpenSSL's name: EDNS, ETIMEDOUT, CERT_HAS_EXPIRED… */
  kind: string
  /** The server's reply code, if it replied. */
  status: number | null
  /** Its enhanced status code (RFC 3463), as in 5.7.8. */
  enhanced: string | null
  /** What it said, or else what the error says: one plain line. */
  text: string
  settings: ServerSettings
}

/** What a failure means and what to do. */
export interface Advice {
  cause: string
  steps: string[]
  /** Values that would put it right. */
  correction: Partial<ServerSettings> | null
}

/** One line of the table: every condition that it names has to hold. */
export interface AdviceRow {
  stage?: StageName[]
  kind?: RegExp
  status?: number[]
  enhanced?: RegExp
  text?: RegExp
  host?: RegExp
  port?: number[]
  encryption?: Encryption[]
  cause: string
  steps: string[]
  correction?: (settings: ServerSettings) => Partial<ServerSettings> | null
}

/** The advice of the first line that fits; null when none does. */
export function adviceFor(failure: StageFailure): Advice | null {
  const row = ADVICE_ROWS.find((it) => fits(it, failure))
  if (!row) {
    return null
  }
  const { cause, steps, correction } = row
  return { cause, steps, correction: correction?.(failure.settings) ?? null }
}

function fits(row: AdviceRow, { stage, kind, status, enhanced, text, settings }: StageFailure) {
  return (
    (!row.stage || row.stage.includes(stage)) &&
    (!row.kind || row.kind.test(kind)) &&
    (!row.status || (status !== null && row.status.includes(status))) &&
    (!row.enhanced || (enhanced !== null && row.enhanced.test(enhanced))) &&
    (!row.text || row.text.test(text)) &&
    (!row.host || row.host.test(settings.host)) &&
    (!row.port || row.port.includes(settings.port)) &&
    (!row.encryption || row.encryption.includes(settings.encryption))
  )
}
