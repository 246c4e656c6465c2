import { isIP } from 'node:net'
import { findPresetByHost } from '../presets/presets.js'
import { TIMEOUT, type StageFailure } from '../stage_failure.js'
import { LOCALHOST, type Rule, SESSION, endpoint } from './rule.js'

const MAX_LISTED_NAMES = 5

/** OpenSSL's errors for a reply that is not TLS. */
const NO_TLS =
  /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL|RECORD_LAYER_FAILURE|BAD_RECORD_TYPE)$/

const CLOSED = /^(ECONNECTION|ECONNRESET|EPIPE|ETLS)$/

const OLD_TLS =
  /UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|NO_PROTOCOLS_AVAILABLE|(DH|EE|CA)_KEY_TOO_SMALL|CA_MD_TOO_WEAK|UNSAFE_LEGACY|WRONG_SIGNATURE_TYPE|LEGACY_SIGALG|BAD_DH_VALUE|UNSUPPORTED_ELLIPTIC_CURVE/

const REQUIRES_ENCRYPTION =
  /must issue a starttls|starttls (command )?(is )?(required|first)|(encryption|tls|ssl|secure connection) (is )?(required|needed|necessary)|requires? (encryption|tls|ssl|starttls|a secure)|confidentiality required|only (allowed|available|supported) (over|with|on|via) (a )?(tls|ssl|secure|encrypted)|\buse (tls|ssl|starttls)\b/i

/** Certificates and encryption. */
export const TLS_RULES: Rule[] = [
  {
    name: 'certificate-expired',
    kind: /^CERT_HAS_EXPIRED$/,
  },
  {
    name: 'certificate-not-yet-valid',
    kind: /^CERT_NOT_YET_VALID$/,
  },
  {
    name: 'certificate-revoked',
    kind: /^CERT_REVOKED$/,
  },
  {
    name: 'certificate-alternative-name',
    kind: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    when: (failure) => certificateHost(failure) !== null,
    params: (failure) => ({
      ...endpoint(failure),
      names: listNames(failure),
      name: certificateHost(failure),
    }),
    correction: (failure) => ({ host: certificateHost(failure)! }),
  },
  {
    name: 'certificate-name-mismatch',
    kind: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    params: (failure) => ({ ...endpoint(failure), names: listNames(failure) }),
  },
  {
    name: 'certificate-self-signed',
    kind: /^DEPTH_ZERO_SELF_SIGNED_CERT$/,
  },
  {
    name: 'certificate-private-authority',
    kind: /^SELF_SIGNED_CERT_IN_CHAIN$/,
  },
  {
    name: 'certificate-chain-incomplete',
    kind: /^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT|GET_ISSUER_CERT_LOCALLY)$/,
  },
  {
    name: 'certificate-refused',
    kind: /^(CERT_|ERR_TLS_CERT|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH|UNABLE_TO_|ERROR_IN_CERT)/,
  },
  {
    name: 'tls-on-plain-port',
    stage: ['tls'],
    encryption: ['tls'],
    kind: NO_TLS,
    params: endpoint,
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'tls-unanswered-on-plain-port',
    stage: ['tls'],
    encryption: ['tls'],
    port: [25, 587, 2525, 2587],
    when: ({ kind, status }) => status === null && (TIMEOUT.test(kind) || CLOSED.test(kind)),
    params: endpoint,
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'encryption-required',
    stage: SESSION,
    encryption: ['none'],
    when: ({ text, status, enhanced }) =>
      status !== null &&
      (REQUIRES_ENCRYPTION.test(text) || status === 538 || enhanced === '5.7.11'),
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'starttls-not-needed-here',
    stage: ['tls'],
    host: LOCALHOST,
    notOffered: true,
    correction: () => ({ encryption: 'none' }),
  },
  {
    name: 'starttls-not-offered',
    stage: ['tls'],
    notOffered: true,
    params: endpoint,
    correction: () => ({ port: 465, encryption: 'tls' }),
  },
  {
    name: 'starttls-refused-now',
    stage: ['tls'],
    status: /^4/,
  },
  {
    name: 'starttls-refused',
    stage: ['tls'],
    status: /^5/,
    correction: () => ({ port: 465, encryption: 'tls' }),
  },
  {
    name: 'tls-too-old',
    stage: ['tls'],
    kind: OLD_TLS,
  },
  {
    name: 'client-certificate-required',
    stage: ['tls'],
    kind: /CERTIFICATE_REQUIRED|ALERT_NO_CERTIFICATE/,
  },
  {
    name: 'server-name-unknown',
    stage: ['tls'],
    kind: /UNRECOGNIZED_NAME/,
    params: endpoint,
  },
  {
    name: 'tls-refused',
    stage: ['tls'],
    kind: /HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|ALERT_/,
  },
  {
    name: 'tls-unanswered',
    stage: ['tls'],
    when: ({ kind, status }) => status === null && (TIMEOUT.test(kind) || CLOSED.test(kind)),
    params: endpoint,
  },
  {
    name: 'tls-protocol-error',
    stage: ['tls'],
    kind: /^(ERR_SSL_|ERR_TLS_(?!CERT)|EPROTO$|ERR_OSSL)/,
    params: endpoint,
  },
]

/** The host name to use instead; null: the certificate leaves doubt. */
function certificateHost({ certificate, settings }: StageFailure): string | null {
  const names = (certificate?.names ?? []).filter((name) => !isIP(name))
  const hosts = names.filter(isHostName).map((name) => name.toLowerCase())
  const host = hosts.find((it) => findPresetByHost(it)) ?? (names.length === 1 ? hosts[0] : null)
  return host && host !== settings.host ? host : null
}

/** False for wildcards and arbitrary text. */
function isHostName(name: string) {
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]+$/i.test(name)
}

function listNames({ certificate }: StageFailure): string | null {
  return certificate?.names.slice(0, MAX_LISTED_NAMES).join(', ') || null
}
