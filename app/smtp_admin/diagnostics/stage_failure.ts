import type { FailureFacts } from '../mail/delivery_error.js'
import type { CertificateFacts } from '../mail/tls_info.js'
import type { Candidate } from '../resolution/candidate.js'
import type { Encryption } from '../types/main.js'
import type { Problem } from '../models/problem.js'
import type { Extensions } from './ehlo.js'
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
  /** What the server offers; null: it did not come to that. */
  offers: Extensions | null
  /** The certificate that was refused, where one was and could be seen. */
  certificate: CertificateFacts | null
  /** What is wrong with the settings themselves, if that is known. */
  problems: Problem[]
  settings: ServerSettings
}

/** Connecting, a greeting, a login: whatever did not come in time. */
export const IN_TIME = /^(ETIMEDOUT|ETIMEOUT|ERR_SOCKET_CONNECTION_TIMEOUT|EABORT)$/

/** Some write it with a sharp: `550 #5.1.0 Address rejected`. */
const ENHANCED = /^\d{3}[ -]#?(\d\.\d{1,3}\.\d{1,3})\b/

/** What is known of the step that ended with this error. */
export function stageFailureOf(
  error: unknown,
  stage: StageName,
  candidate: Candidate,
  offers: Extensions | null
): StageFailure {
  const { message, code, kind, responseCode, response, reason, problems } = error as Error &
    Partial<FailureFacts> & { code?: string; problems?: Problem[] }
  const { host, port, encryption, username, fromEmail } = candidate
  return {
    stage,
    kind: kind ?? code ?? 'EUNKNOWN',
    status: responseCode ?? null,
    enhanced: ENHANCED.exec(response ?? '')?.[1] ?? null,
    text: response ?? reason ?? message,
    offers,
    certificate: null,
    problems: problems ?? [],
    settings: { host, port, encryption, username, fromEmail },
  }
}

/** Whether the server said that it does not do what these settings ask for. */
export function isNotOffered({ stage, offers, settings }: StageFailure): boolean {
  if (stage === 'tls' && settings.encryption === 'starttls') {
    return offers?.startTls === false
  }
  return stage === 'login' && offers?.authMethods.length === 0
}
