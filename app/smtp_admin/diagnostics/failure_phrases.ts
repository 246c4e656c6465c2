import { phraseOf } from '../models/problem.js'
import type { Candidate } from '../resolution/candidate.js'
import type { Phrase, TextKey, Values } from '../i18n/types.js'
import { certificatePhrase } from './certificate.js'
import { IN_TIME, isNotOffered, type StageFailure } from './stage_failure.js'

/** What went wrong, a sentence or two: the server's own words if it said any. */
export function failurePhrases(failure: StageFailure, candidate: Candidate): Phrase[] {
  const { kind, status, text, certificate, problems } = failure
  if (status !== null) {
    return [{ key: answerKey(failure), values: { answer: text } }]
  }
  if (IN_TIME.test(kind)) {
    return [{ key: lateKey(failure), values: { count: candidate.timeout } }]
  }
  if (problems.length > 0) {
    return problems.map((problem) => phraseOf(problem) ?? verbatim(problem.message))
  }
  const { name, host, port } = candidate
  const what = phraseOfKind(kind, { name, host, port }) ?? phraseOfWords(text || kind)
  return certificate ? [what, certificatePhrase(certificate)] : [what]
}

function answerKey(failure: StageFailure): TextKey {
  if (!isNotOffered(failure)) {
    return 'failures.answered'
  }
  return failure.stage === 'tls' ? 'failures.answered.no_starttls' : 'failures.answered.no_login'
}

function lateKey({ stage }: StageFailure): TextKey {
  switch (stage) {
    case 'lookup':
    case 'connect':
    case 'greeting':
    case 'tls':
      return `failures.late.${stage}`
    default:
      return 'failures.late'
  }
}

function phraseOfKind(kind: string, values: Values): Phrase | null {
  const key = KINDS[kind]
  return key ? { key, values } : null
}

/** OpenSSL wraps its reason in the places of its source. */
function phraseOfWords(text: string): Phrase {
  const [, reason] = /^[0-9A-F]+:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+)/.exec(text) ?? []
  return reason ? { key: 'failures.tls_failed_for', values: { reason } } : verbatim(text)
}

/** Words that nobody can translate. */
function verbatim(text: string): Phrase {
  return { key: 'stages.verbatim', values: { text } }
}

const KINDS: Record<string, TextKey> = {
  E_SMTP_PASSWORD_UNREADABLE: 'failures.password_unreadable',
  EDNS: 'failures.no_name_or_dns',
  ENOTFOUND: 'failures.no_name',
  ENODATA: 'failures.no_name',
  EAI_AGAIN: 'failures.no_dns',
  ESERVFAIL: 'failures.no_dns',
  EREFUSED: 'failures.no_dns',
  ECONNREFUSED: 'failures.refused',
  EHOSTUNREACH: 'failures.no_way',
  ENETUNREACH: 'failures.no_way',
  EADDRNOTAVAIL: 'failures.no_way',
  ECONNRESET: 'failures.cut',
  EPIPE: 'failures.cut',
  ECONNECTION: 'failures.closed',
  EWANTSTLS: 'failures.waits_for_tls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'failures.no_tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'failures.no_tls',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'failures.old_tls',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'failures.old_tls',
  ERR_SSL_DH_KEY_TOO_SMALL: 'failures.old_tls',
  ETLS: 'failures.tls_failed',
  CERT_HAS_EXPIRED: 'failures.certificate_expired',
  CERT_NOT_YET_VALID: 'failures.certificate_not_yet_valid',
  CERT_REVOKED: 'failures.certificate_revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'failures.certificate_for_another',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'failures.certificate_self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'failures.certificate_unknown_issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'failures.certificate_without_chain',
  UNABLE_TO_GET_ISSUER_CERT: 'failures.certificate_unknown_issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'failures.certificate_unknown_issuer',
}
