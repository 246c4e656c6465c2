/** The steps of a test, what is found at each, and how a test ended. */
export default {
  'title.settings': 'Settings',
  'title.lookup': 'Name lookup',
  'title.connect': 'Connection',
  'title.greeting': 'Greeting',
  'title.ehlo': 'Introduction',
  'title.tls': 'Encryption',
  'title.authentication': 'Login',
  'title.sender': 'Sender',
  'title.recipient': 'Recipient',
  'title.message': 'Message',

  'state.passed': 'Passed',
  'state.failed': 'Failed',
  'state.skipped': 'Skipped',
  'state.not_reached': 'Not reached',
  'state.cancelled': 'Cancelled',

  'finding.good': 'Good',
  'finding.missing': 'Missing',
  'finding.doubtful': 'Doubtful',
  'finding.unknown': 'Not known',

  'verdict.passed': 'Works',
  'verdict.cancelled': 'Cancelled',
  'verdict.failed': 'Does not work',
  'verdict.settings': 'Does not work: the settings are not valid',
  'verdict.lookup': 'Does not work: the name was not found',
  'verdict.connect': 'Does not work: no connection',
  'verdict.greeting': 'Does not work: no greeting',
  'verdict.ehlo': 'Does not work: the introduction was refused',
  'verdict.tls': 'Does not work: encryption failed',
  'verdict.authentication': 'Does not work: login failed',
  'verdict.sender': 'Does not work: the sender was refused',
  'verdict.recipient': 'Does not work: the recipient was refused',
  'verdict.message': 'Does not work: the message was refused',

  'try.host': 'Try host {host}',
  'try.port': 'Try port {port}',
  'try.port_none': 'Try port {port} without encryption',
  'try.port_starttls': 'Try port {port} with STARTTLS',
  'try.port_tls': 'Try port {port} with TLS',
  'try.none': 'Try without encryption',
  'try.starttls': 'Try with STARTTLS',
  'try.tls': 'Try with TLS',
  'try.username': 'Try username {username}',
  'try.no_username': 'Try no username',
  'try.from': 'Try from address {address}',

  'verbatim': '{text}',
  'cancelled': 'Cancelled',
  'valid': 'The settings are valid',
  'found': 'Found {addresses}',
  'connected': 'Connected to {address}, port {port}',
  'greeted': 'The server says: {words}',
  'not_encrypted': 'No encryption is set: everything can be read on the way',
  'no_login': 'No username is set: mail is sent without logging in',
  'logged_in': 'Logged in as {username}',
  'no_from_address': 'No sender is known: the configuration has no from address',
  'no_sender': 'No sender is known',
  'accepted': '{address} is accepted',
  'no_mailbox':
    '{address} is no mailbox of this server, which says nothing of others. Name a recipient to try one',
  'no_message': 'No message was asked for',
  'sent': 'A message to {address} was accepted: {words}',

  'offers.nothing': 'Offers nothing beyond the basics',
  'offers.starttls': 'Offers STARTTLS',
  'offers.login': 'Offers login by {methods}',
  'offers.size': 'Offers messages up to {megabytes} MB',
  'offers.starttls_login': 'Offers STARTTLS, login by {methods}',
  'offers.starttls_size': 'Offers STARTTLS, messages up to {megabytes} MB',
  'offers.login_size': 'Offers login by {methods}, messages up to {megabytes} MB',
  'offers.starttls_login_size':
    'Offers STARTTLS, login by {methods}, messages up to {megabytes} MB',

  'secured': '{protocol} with {cipher}',
  'secured.valid': {
    one: '{protocol} with {cipher}; the certificate is for {names}, issued by {issuer}, valid for a day more',
    other:
      '{protocol} with {cipher}; the certificate is for {names}, issued by {issuer}, valid for {count} days more',
  },
  'secured.ending':
    '{protocol} with {cipher}; the certificate is for {names}, issued by {issuer}, valid for less than a day more',
  'secured.expired': {
    one: '{protocol} with {cipher}; the certificate is for {names}, issued by {issuer}, expired a day ago',
    other:
      '{protocol} with {cipher}; the certificate is for {names}, issued by {issuer}, expired {count} days ago',
  },
  'secured.just_expired':
    '{protocol} with {cipher}; the certificate is for {names}, issued by {issuer}, expired less than a day ago',

  'days_left': {
    one: '{count} day left when it was tested',
    other: '{count} days left when it was tested',
  },
  'days_expired': 'expired when it was tested',
  'days_unreadable': 'a time that cannot be read',
}
