import type { FailureFacts } from '../delivery/failure.js'
import type { CertificateFacts } from '../delivery/tls_facts.js'
import type { Candidate } from '../resolution/candidate.js'
import type { Encryption } from '../types.js'
import { describeCertificate } from './certificate.js'
import type { Extensions } from './extensions.js'
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
  const { message, code, kind, responseCode, response, reason } = error as Error &
    Partial<FailureFacts> & { code?: string }
  const { host, port, encryption, username, fromEmail } = candidate
  return {
    stage,
    kind: kind ?? code ?? 'EUNKNOWN',
    status: responseCode ?? null,
    enhanced: ENHANCED.exec(response ?? '')?.[1] ?? null,
    text: response ?? reason ?? message,
    offers,
    certificate: null,
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

/** What went wrong, in one sentence: the server's own words if it said any. */
export function describeStageFailure(failure: StageFailure, { timeout }: Candidate): string {
  const { stage, kind, status, text, certificate, settings } = failure
  if (status !== null) {
    const what = stage === 'tls' ? 'STARTTLS' : 'logging in'
    const before = isNotOffered(failure) ? `The server does not offer ${what}, and answered` : null
    return `${before ?? 'The server answered'}: ${text}`
  }
  if (IN_TIME.test(kind)) {
    return `${AWAITED[stage] ?? 'No answer'} within ${inSeconds(timeout)}`
  }
  const words = WORDS[kind]?.(settings.host, settings.port) ?? (inWords(text) || kind)
  return certificate ? `${words}: it is ${describeCertificate(certificate)}` : words
}

/** OpenSSL wraps its reason in the places of its source. */
function inWords(text: string) {
  const [, reason] = /^[0-9A-F]+:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+)/.exec(text) ?? []
  return reason ? `The encryption failed: ${reason}` : text
}

function inSeconds(timeout: number) {
  return timeout === 1 ? '1 second' : `${timeout} seconds`
}

const AWAITED: Partial<Record<StageName, string>> = {
  lookup: 'No name server said where the server is',
  connect: 'No connection came about',
  greeting: 'The server took the connection and did not greet',
  tls: 'The encryption was not agreed on',
}

const NO_NAME = (host: string) => `${host} does not exist in DNS`
const NO_DNS = (host: string) => `DNS does not answer, so it is not known where ${host} is`
const NO_WAY = (host: string) => `There is no way from here to ${host}`
const NO_TLS = (_: string, port: number) => `What answers on port ${port} does not speak TLS`
const UNKNOWN_ISSUER = () => 'The certificate is signed by an authority that is not trusted here'
const OLD_TLS = () => 'The server only knows encryption that is too old to be safe'

const WORDS: Record<string, (host: string, port: number) => string> = {
  EDNS: (host) => `${host} does not exist in DNS, or DNS does not answer`,
  ENOTFOUND: NO_NAME,
  ENODATA: NO_NAME,
  EAI_AGAIN: NO_DNS,
  ESERVFAIL: NO_DNS,
  EREFUSED: NO_DNS,
  ECONNREFUSED: (host, port) => `${host} was reached, and nothing listens on port ${port}`,
  EHOSTUNREACH: NO_WAY,
  ENETUNREACH: NO_WAY,
  EADDRNOTAVAIL: NO_WAY,
  ECONNRESET: () => 'The server cut the connection',
  EPIPE: () => 'The server cut the connection',
  ECONNECTION: () => 'The server closed the connection',
  EWANTSTLS: (_, port) => `The server says nothing: on port ${port} it waits for TLS`,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: NO_TLS,
  ERR_SSL_UNSUPPORTED_PROTOCOL: OLD_TLS,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: OLD_TLS,
  ERR_SSL_DH_KEY_TOO_SMALL: OLD_TLS,
  ETLS: () => 'The encryption failed: nothing was sent in clear',
  CERT_HAS_EXPIRED: () => 'The certificate of the server has expired',
  CERT_NOT_YET_VALID: () => 'The certificate of the server is not valid yet',
  CERT_REVOKED: () => 'The certificate of the server has been revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => `The certificate of the server is not for ${host}`,
  DEPTH_ZERO_SELF_SIGNED_CERT: () => 'The certificate of the server is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_ISSUER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => 'The server does not show who signed its certificate',
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_ISSUER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_ISSUER,
}
