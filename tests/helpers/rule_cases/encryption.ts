import { type RuleCases, failed, rejectedCertificate, rejected } from './case.js'

const TLS = { encryption: 'tls' } as const
const NONE = { encryption: 'none', port: 25 } as const
const NO_STARTTLS = { capabilities: { startTls: false } }

export const ENCRYPTION: RuleCases = {
  'tls-on-plain-port': [
    failed('tls', 'ERR_SSL_WRONG_VERSION_NUMBER', { ...TLS, port: 587 }),
    failed('tls', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', { ...TLS, port: 25 }),
    failed('tls', 'ERR_SSL_WRONG_VERSION_NUMBER', { ...TLS, port: 2525 }),
  ],
  'tls-unanswered-on-plain-port': [
    failed('tls', 'ETIMEDOUT', { ...TLS, port: 587 }),
    failed('tls', 'ECONNRESET', { ...TLS, port: 25 }),
  ],
  'encryption-required': [
    rejected('sender', '530 5.7.0 Must issue a STARTTLS command first', NONE),
    rejected(
      'authentication',
      '538 5.7.11 Encryption required for requested authentication mechanism',
      NONE
    ),
    rejected('sender', '530 Must issue a STARTTLS command first', { ...NONE, username: null }),
    rejected(
      'authentication',
      '530-5.7.0 Must issue a STARTTLS command first. For more information, go to\n530 5.7.0  https://support.google.com/a/answer/3221692 a1-20020a05600c - gsmtp',
      NONE
    ),
    rejected(
      'authentication',
      '554 5.7.3 Unable to initialize security subsystem: TLS required',
      NONE
    ),
  ],
  'starttls-not-needed-here': [
    rejected('tls', '502 5.5.1 Command not implemented', {
      host: 'localhost',
      port: 1025,
      ...NO_STARTTLS,
    }),
  ],
  'starttls-not-offered': [
    rejected('tls', '502 5.5.2 Error: command not recognized', NO_STARTTLS),
    rejected('tls', '454 TLS not available', { port: 25, ...NO_STARTTLS }),
    failed('tls', 'ECONNECTION', NO_STARTTLS),
  ],
  'starttls-refused-now': [
    rejected('tls', '454 4.7.0 TLS not available due to local problem'),
    rejected('tls', '454 4.3.0 TLS not available due to temporary reason'),
  ],
  'starttls-refused': [rejected('tls', '554 5.7.3 Unable to initialize security subsystem')],
  'tls-too-old': [
    failed('tls', 'ERR_SSL_UNSUPPORTED_PROTOCOL'),
    failed('tls', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', TLS),
    failed('tls', 'ERR_SSL_DH_KEY_TOO_SMALL'),
    failed('tls', 'ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED'),
  ],
  'client-certificate-required': [failed('tls', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', TLS)],
  'server-name-unknown': [failed('tls', 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME', TLS)],
  'tls-refused': [
    failed('tls', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'),
    failed('tls', 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', TLS),
    failed('tls', 'ERR_SSL_NO_SHARED_CIPHER'),
  ],
  'tls-unanswered': [
    failed('tls', 'ETIMEDOUT'),
    failed('tls', 'ECONNRESET', { ...TLS, port: 465 }),
    failed('tls', 'ETLS'),
  ],
  'tls-protocol-error': [
    failed('tls', 'ERR_SSL_WRONG_VERSION_NUMBER'),
    failed('tls', 'ERR_SSL_BAD_RECORD_TYPE'),
    failed('tls', 'EPROTO'),
  ],

  'certificate-expired': [rejectedCertificate('CERT_HAS_EXPIRED', ['mail.example.com'])],
  'certificate-not-yet-valid': [rejectedCertificate('CERT_NOT_YET_VALID', ['mail.example.com'])],
  'certificate-revoked': [failed('tls', 'CERT_REVOKED')],
  'certificate-alternative-name': [
    rejectedCertificate('ERR_TLS_CERT_ALTNAME_INVALID', ['server12.hosting.example']),
    rejectedCertificate('ERR_TLS_CERT_ALTNAME_INVALID', ['www.example.com', 'smtp.gmail.com']),
  ],
  'certificate-name-mismatch': [
    rejectedCertificate('ERR_TLS_CERT_ALTNAME_INVALID', ['*.hosting.example']),
    rejectedCertificate('ERR_TLS_CERT_ALTNAME_INVALID', ['one.example.com', 'two.example.com']),
    rejectedCertificate('ERR_TLS_CERT_ALTNAME_INVALID', ['192.0.2.1']),
    rejectedCertificate('ERR_TLS_CERT_ALTNAME_INVALID', ['Mail server of the month']),
    failed('tls', 'ERR_TLS_CERT_ALTNAME_INVALID'),
  ],
  'certificate-self-signed': [rejectedCertificate('DEPTH_ZERO_SELF_SIGNED_CERT', ['localhost'])],
  'certificate-private-authority': [
    rejectedCertificate('SELF_SIGNED_CERT_IN_CHAIN', ['mail.example.com']),
  ],
  'certificate-chain-incomplete': [
    rejectedCertificate('UNABLE_TO_VERIFY_LEAF_SIGNATURE', ['mail.example.com']),
    rejectedCertificate('UNABLE_TO_GET_ISSUER_CERT_LOCALLY', ['mail.example.com']),
  ],
  'certificate-refused': [failed('tls', 'CERT_UNTRUSTED'), failed('tls', 'INVALID_CA')],
}
