import type { FailureFacts } from '../delivery/failure.js'
import type { Candidate } from '../resolution/candidate.js'
import type { StageFailure } from './advice.js'
import type { StageName } from './stages.js'

/** Connecting, a greeting, a login: whatever did not come in time. */
const IN_TIME = /^(ETIMEDOUT|EABORT)$/

/** What is known of the step that ended with this error. */
export function stageFailureOf(
  error: unknown,
  stage: StageName,
  candidate: Candidate
): StageFailure {
  const { message, code, kind, responseCode, response } = error as Error &
    Partial<FailureFacts> & { code?: string }
  const { host, port, encryption, username, fromEmail } = candidate
  return {
    stage,
    kind: kind ?? code ?? 'EUNKNOWN',
    status: responseCode ?? null,
    enhanced: /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? null,
    text: response ?? message,
    settings: { host, port, encryption, username, fromEmail },
  }
}

/** What went wrong, in one sentence: the server's own words if it said any. */
export function describeStageFailure(failure: StageFailure, { timeout }: Candidate): string {
  const { stage, kind, status, text, settings } = failure
  const { host, port } = settings
  if (status !== null) {
    return `The server answered: ${text}`
  }
  if (IN_TIME.test(kind)) {
    return `${AWAITED[stage] ?? 'No answer'} within ${timeout} seconds`
  }
  return (WORDS[kind] ?? (() => text))(host, port)
}

const AWAITED: Partial<Record<StageName, string>> = {
  lookup: 'The name was not found',
  connect: 'No connection came about',
  greeting: 'The server took the connection and did not greet',
  tls: 'The encryption was not agreed on',
}

const WORDS: Record<string, (host: string, port: number) => string> = {
  EDNS: (host) => `${host} does not exist in DNS, or DNS does not answer`,
  ENOTFOUND: (host) => `${host} does not exist in DNS`,
  ECONNREFUSED: (host, port) => `${host} was reached, and nothing listens on port ${port}`,
  EHOSTUNREACH: (host) => `There is no way from here to ${host}`,
  ENETUNREACH: (host) => `There is no way from here to ${host}`,
  ECONNRESET: () => 'The server cut the connection',
  ECONNECTION: () => 'The server closed the connection',
  EWANTSTLS: (_, port) => `The server says nothing: on port ${port} it waits for TLS`,
  ERR_SSL_WRONG_VERSION_NUMBER: (_, port) => `What answers on port ${port} does not speak TLS`,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: (_, port) => `What answers on port ${port} does not speak TLS`,
  ETLS: () => 'The server does not offer STARTTLS, or it failed: nothing was sent in clear',
  CERT_HAS_EXPIRED: () => 'The certificate of the server has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => `The certificate of the server is not for ${host}`,
  DEPTH_ZERO_SELF_SIGNED_CERT: () => 'The certificate of the server is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: () => 'The certificate is signed by an authority not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => 'The server does not show who signed its certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: () => 'The certificate is signed by nobody known here',
}
