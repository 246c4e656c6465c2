import type { AdviceRow } from '../advice.js'
import { IN_TIME } from '../stage_failure.js'
import { DIALOGUE, THIS_MACHINE, placeOf } from './places.js'

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
    cause: ({ settings }) =>
      `On port ${settings.port} the server begins in clear and encrypts when it is asked to. These settings begin with TLS, which it does not understand.`,
    steps: ['Set the encryption to STARTTLS, and leave the port as it is.'],
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'tls-unanswered-on-plain-port',
    stage: ['tls'],
    encryption: ['tls'],
    port: [25, 587, 2525, 2587],
    when: ({ kind, status }) => status === null && (IN_TIME.test(kind) || HUNG_UP.test(kind)),
    cause: ({ settings }) =>
      `The server did not answer to TLS on port ${settings.port}. This port mostly begins in clear and goes on with STARTTLS.`,
    steps: [
      'Set the encryption to STARTTLS, and leave the port as it is.',
      'Or keep TLS from the start, and set the port to 465.',
    ],
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'encryption-wanted',
    stage: DIALOGUE,
    encryption: ['none'],
    when: ({ text, status, enhanced }) =>
      status !== null && (WANTS_ENCRYPTION.test(text) || status === 538 || enhanced === '5.7.11'),
    cause:
      'The server wants the connection to be encrypted before it goes on, and these settings say no encryption.',
    steps: ['Set the encryption to STARTTLS, and leave the port as it is.'],
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'starttls-not-needed-here',
    stage: ['tls'],
    host: THIS_MACHINE,
    onlyIf: 'not offered',
    cause:
      'The mail server on this machine does not offer STARTTLS, which is usual: what it is told does not leave the machine.',
    steps: ['Set the encryption to none. For a server on another machine, do not.'],
    correction: () => ({ encryption: 'none' }),
  },
  {
    name: 'starttls-not-offered',
    stage: ['tls'],
    onlyIf: 'not offered',
    cause: ({ settings }) =>
      `On port ${settings.port} the server does not offer STARTTLS, so nothing can be encrypted, and nothing was sent.`,
    steps: [
      'Try port 465 with TLS from the start: most providers have it.',
      'If your provider promises STARTTLS on this port, something in between takes it out: a firewall that inspects mail, an antivirus program, or somebody who wants to read along. Ask your hosting company.',
      'Choose no encryption only for a server in a network of your own.',
    ],
    correction: () => ({ port: 465, encryption: 'tls' }),
  },
  {
    name: 'starttls-refused-now',
    stage: ['tls'],
    status: /^4/,
    cause: 'The server offers STARTTLS, but cannot encrypt at the moment.',
    steps: [
      'Test again in a few minutes.',
      'On a server of your own, look at its log: mostly the certificate or its key cannot be read.',
    ],
  },
  {
    name: 'starttls-refused',
    stage: ['tls'],
    status: /^5/,
    cause: 'The server offers STARTTLS and then refuses it.',
    steps: [
      'Try port 465 with TLS from the start.',
      'On a server of your own, look at its log for the reason.',
    ],
    correction: () => ({ port: 465, encryption: 'tls' }),
  },
  {
    name: 'tls-too-old',
    stage: ['tls'],
    kind: OLD_TLS,
    cause:
      'The server only knows encryption that is too old to be safe (before TLS 1.2, or with keys that are too short), and this app does not use that.',
    steps: [
      'Ask the operator to update the server, or look for a newer host name in the help pages of your provider.',
      'Until then the app can be started with NODE_OPTIONS="--tls-min-v1.0 --tls-cipher-list=DEFAULT@SECLEVEL=0". That weakens every connection that it makes.',
    ],
  },
  {
    name: 'client-certificate-wanted',
    stage: ['tls'],
    kind: /CERTIFICATE_REQUIRED|ALERT_NO_CERTIFICATE/,
    cause: 'The server wants a certificate from us, and there is none in these settings.',
    steps: ['Ask the operator for a port or a host that takes a username and a password instead.'],
  },
  {
    name: 'server-name-unknown',
    stage: ['tls'],
    kind: /UNRECOGNIZED_NAME/,
    cause: ({ settings }) =>
      `The server has no certificate for ${settings.host}: it knows itself by another name.`,
    steps: ['Set the host to the name that your provider gives for outgoing mail (SMTP).'],
  },
  {
    name: 'tls-refused',
    stage: ['tls'],
    kind: /HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|ALERT_/,
    cause:
      'The server broke the encryption off: it found no way of encrypting that both sides know.',
    steps: [
      'Ask the operator to update the server: it should offer TLS 1.2 or 1.3.',
      'On a server of your own, look at its log for the reason.',
    ],
  },
  {
    name: 'tls-unanswered',
    stage: ['tls'],
    when: ({ kind, status }) => status === null && (IN_TIME.test(kind) || HUNG_UP.test(kind)),
    cause: (failure) =>
      `The server at ${placeOf(failure)} took the connection, and then did not go on with the encryption.`,
    steps: [
      'Check port and encryption: 465 goes with TLS from the start, 587 and 25 with STARTTLS.',
      'Ask your hosting company whether a firewall inspects encrypted mail.',
      'On a server of your own, look at its log for the reason.',
    ],
  },
  {
    name: 'tls-garbled',
    stage: ['tls'],
    kind: /^(ERR_SSL_|ERR_TLS_(?!CERT)|EPROTO$|ERR_OSSL)/,
    cause: (failure) =>
      `What came back from ${placeOf(failure)} when the encryption was to begin was no encryption that makes sense.`,
    steps: [
      'Check port and encryption: 465 goes with TLS from the start, 587 and 25 with STARTTLS.',
      'Ask your hosting company whether something between here and there changes the connection.',
    ],
  },
]
