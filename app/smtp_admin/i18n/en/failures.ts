/** What went wrong at a step of a test, one sentence each. */
export default {
  'answered': 'The server answered: {answer}',
  'answered.no_starttls': 'The server does not offer STARTTLS, and answered: {answer}',
  'answered.no_login': 'The server does not offer logging in, and answered: {answer}',

  'late': {
    one: 'No answer within {count} second',
    other: 'No answer within {count} seconds',
  },
  'late.lookup': {
    one: 'No name server said where the server is within {count} second',
    other: 'No name server said where the server is within {count} seconds',
  },
  'late.connect': {
    one: 'No connection came about within {count} second',
    other: 'No connection came about within {count} seconds',
  },
  'late.greeting': {
    one: 'The server took the connection and did not greet within {count} second',
    other: 'The server took the connection and did not greet within {count} seconds',
  },
  'late.tls': {
    one: 'The encryption was not agreed on within {count} second',
    other: 'The encryption was not agreed on within {count} seconds',
  },

  'password_unreadable':
    'The stored password of “{name}” cannot be decrypted: APP_KEY has changed, or the row was altered outside the app. Enter the password again.',
  'no_name_or_dns': '{host} does not exist in DNS, or DNS does not answer',
  'no_name': '{host} does not exist in DNS',
  'no_dns': 'DNS does not answer, so it is not known where {host} is',
  'refused': '{host} was reached, and nothing listens on port {port}',
  'no_way': 'There is no way from here to {host}',
  'cut': 'The server cut the connection',
  'closed': 'The server closed the connection',
  'waits_for_tls': 'The server says nothing: on port {port} it waits for TLS',
  'no_tls': 'What answers on port {port} does not speak TLS',
  'old_tls': 'The server only knows encryption that is too old to be safe',
  'tls_failed': 'The encryption failed: nothing was sent in clear',
  'tls_failed_for': 'The encryption failed: {reason}',

  'certificate_expired': 'The certificate of the server has expired',
  'certificate_not_yet_valid': 'The certificate of the server is not valid yet',
  'certificate_revoked': 'The certificate of the server has been revoked',
  'certificate_for_another': 'The certificate of the server is not for {host}',
  'certificate_self_signed': 'The certificate of the server is signed by itself',
  'certificate_unknown_issuer':
    'The certificate is signed by an authority that is not trusted here',
  'certificate_without_chain': 'The server does not show who signed its certificate',

  'certificate.valid': {
    one: 'It is for {names}, issued by {issuer}, valid for a day more',
    other: 'It is for {names}, issued by {issuer}, valid for {count} days more',
  },
  'certificate.ending': 'It is for {names}, issued by {issuer}, valid for less than a day more',
  'certificate.expired': {
    one: 'It is for {names}, issued by {issuer}, expired a day ago',
    other: 'It is for {names}, issued by {issuer}, expired {count} days ago',
  },
  'certificate.just_expired': 'It is for {names}, issued by {issuer}, expired less than a day ago',
}
