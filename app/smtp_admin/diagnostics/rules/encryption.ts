import type { AdviceRow } from '../advice.js'
import { TIMEOUT } from '../stage_failure.js'
import { DIALOGUE, THIS_MACHINE, place } from './places.js'

/** What OpenSSL says of an answer that is no TLS. */
const NO_TLS =
  /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL|RECORD_LAYER_FAILURE|BAD_RECORD_TYPE)$/

const HUNG_UP = /^(ECONNECTION|ECONNRESET|EPIPE|ETLS)$/

const OLD_TLS =
  /UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|NO_PROTOCOLS_AVAILABLE|(DH|EE|CA)_KEY_TOO_SMALL|CA_MD_TOO_WEAK|UNSAFE_LEGACY|WRONG_SIGNATURE_TYPE|LEGACY_SIGALG|BAD_DH_VALUE|UNSUPPORTED_ELLIPTIC_CURVE/

const WANTS_ENCRYPTION =
  /must issue a starttls|starttls (command )?(is )?(required|first)|(encryption|tls|ssl|secure connection) (is )?(required|needed|necessary)|requires? (encryption|tls|ssl|starttls|a secure)|confidentiality required|only (allowed|available|supported) (over|with|on|via) (a )?(tls|ssl|secure|encrypted)|\buse (tls|ssl|starttls)\b/i

/** Whether the two agree on how to encrypt. */
export const ENCRYPTION: AdviceRow[] = [
  {
    name: 'tls-on-plain-port',
    stage: ['tls'],
    encryption: ['tls'],
    kind: NO_TLS,
    values: place,
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'tls-unanswered-on-plain-port',
    stage: ['tls'],
    encryption: ['tls'],
    port: [25, 587, 2525, 2587],
    when: ({ kind, status }) => status === null && (TIMEOUT.test(kind) || HUNG_UP.test(kind)),
    values: place,
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'encryption-wanted',
    stage: DIALOGUE,
    encryption: ['none'],
    when: ({ text, status, enhanced }) =>
      status !== null && (WANTS_ENCRYPTION.test(text) || status === 538 || enhanced === '5.7.11'),
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'starttls-not-needed-here',
    stage: ['tls'],
    host: THIS_MACHINE,
    onlyIf: 'not offered',
    correction: () => ({ encryption: 'none' }),
  },
  {
    name: 'starttls-not-offered',
    stage: ['tls'],
    onlyIf: 'not offered',
    values: place,
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
    name: 'client-certificate-wanted',
    stage: ['tls'],
    kind: /CERTIFICATE_REQUIRED|ALERT_NO_CERTIFICATE/,
  },
  {
    name: 'server-name-unknown',
    stage: ['tls'],
    kind: /UNRECOGNIZED_NAME/,
    values: place,
  },
  {
    name: 'tls-refused',
    stage: ['tls'],
    kind: /HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|ALERT_/,
  },
  {
    name: 'tls-unanswered',
    stage: ['tls'],
    when: ({ kind, status }) => status === null && (TIMEOUT.test(kind) || HUNG_UP.test(kind)),
    values: place,
  },
  {
    name: 'tls-garbled',
    stage: ['tls'],
    kind: /^(ERR_SSL_|ERR_TLS_(?!CERT)|EPROTO$|ERR_OSSL)/,
    values: place,
  },
]
