import { type RuleCases, failed, rejected } from './case.js'

const AT_HOME = { host: 'localhost' }

export const CONNECTING: RuleCases = {
  'password-unreadable': [failed('settings', 'E_SMTP_PASSWORD_UNREADABLE')],
  'settings-invalid': [failed('settings', 'ECONFIG')],
  'host-mistyped': [
    failed('lookup', 'ENOTFOUND', { host: 'smtp.gmial.com' }),
    failed('lookup', 'ENOTFOUND', { host: 'smtp.ofice365.com' }),
  ],
  'host-unknown': [
    failed('lookup', 'ENOTFOUND', { host: 'mail.nowhere.example' }),
    failed('lookup', 'EDNS', { host: 'mail.nowhere.example' }),
    failed('lookup', 'ENODATA', { host: 'mail.nowhere.example' }),
  ],
  'dns-timeout': [
    failed('lookup', 'EAI_AGAIN'),
    failed('lookup', 'ETIMEOUT'),
    failed('lookup', 'ETIMEDOUT'),
    failed('lookup', 'ESERVFAIL'),
    failed('lookup', 'EAI_AGAIN', { host: 'smtp.gmial.com' }),
  ],
  'port-25-blocked': [
    failed('connect', 'ETIMEDOUT', { port: 25, encryption: 'none' }),
    failed('connect', 'ERR_SOCKET_CONNECTION_TIMEOUT', { port: 25 }),
  ],
  'no-answer': [
    failed('connect', 'ETIMEDOUT', { port: 587 }),
    failed('connect', 'ETIMEDOUT', { port: 465, encryption: 'tls' }),
  ],
  'refused-on-this-machine': [
    failed('connect', 'ECONNREFUSED', AT_HOME),
    failed('connect', 'ECONNREFUSED', { host: '127.0.0.1', port: 1025 }),
    failed('connect', 'ECONNREFUSED', { host: '::1', port: 25 }),
  ],
  'connection-refused': [
    failed('connect', 'ECONNREFUSED'),
    failed('connect', 'ECONNREFUSED', { port: 25 }),
  ],
  'no-route': [
    failed('connect', 'EHOSTUNREACH'),
    failed('connect', 'ENETUNREACH'),
    failed('connect', 'EADDRNOTAVAIL'),
  ],
  'not-permitted': [failed('connect', 'EACCES'), failed('connect', 'ERR_ACCESS_DENIED')],
  'connection-reset': [failed('connect', 'ECONNRESET'), failed('connect', 'EPIPE')],

  'too-many-connections': [
    rejected('greeting', '421 4.7.0 mail.example.com Error: too many connections from 203.0.113.7'),
    rejected('greeting', '421 Too many concurrent SMTP connections; please try again later.'),
    rejected(
      'greeting',
      '421 4.3.2 The maximum number of concurrent server connections has exceeded a limit, closing transmission channel'
    ),
    rejected('sender', '452 4.4.5 Too many connections from your host'),
    rejected(
      'message',
      '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.'
    ),
  ],
  'no-reverse-name': [
    rejected(
      'greeting',
      '554 5.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7]'
    ),
    rejected(
      'recipient',
      '450 4.7.1 Client host rejected: cannot find your hostname, [203.0.113.7]'
    ),
    rejected(
      'message',
      '550-5.7.25 [203.0.113.7] The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not match'
    ),
  ],
  'google-relay-unknown': [
    rejected(
      'sender',
      "550-5.7.1 Invalid credentials for relay [203.0.113.7]. The IP address you've\n550-5.7.1 registered in your Workspace SMTP Relay service does not match the\n550 5.7.1 domain of the account this email is being sent from.",
      { host: 'smtp-relay.gmail.com' }
    ),
  ],
  'google-relay-ehlo': [
    rejected(
      'ehlo',
      '421-4.7.0 Try again later, closing connection. (EHLO)\n421 4.7.0  For more information, go to https://support.google.com/a/answer/3221692 a1si123 - gsmtp',
      { host: 'smtp-relay.gmail.com' }
    ),
  ],
  'blocklisted': [
    rejected(
      'greeting',
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org'
    ),
    rejected(
      'recipient',
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using b.barracudacentral.org; http://www.barracudanetworks.com/reputation/?pr=1&ip=203.0.113.7'
    ),
    rejected(
      'recipient',
      '550 5.7.606 Access denied, banned sending IP [203.0.113.7]. To request removal from this list please visit https://sender.office.com/ and follow the directions.'
    ),
    rejected(
      'message',
      '421-4.7.0 [203.0.113.7] Our system has detected an unusual rate of\n421-4.7.0 unsolicited mail originating from your IP address.'
    ),
    rejected(
      'sender',
      '550 5.7.1 Mail from IP 203.0.113.7 was rejected due to listing in Spamhaus SBL. For details please see http://www.spamhaus.org/query/bl?ip=203.0.113.7'
    ),
  ],
  'ip-not-allowed': [
    rejected('greeting', '554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: Access denied'),
    rejected('recipient', '554 5.7.1 You are not allowed to connect.'),
    rejected(
      'message',
      "550-5.7.1 [203.0.113.7] The IP you're using to send mail is not authorized to\n550-5.7.1 send email directly to our servers. Please use the SMTP relay at your\n550-5.7.1 service provider instead."
    ),
  ],

  'implicit-tls-expected': [
    failed('greeting', 'EWANTSTLS', { port: 465 }),
    failed('greeting', 'EWANTSTLS', { port: 8465, encryption: 'none' }),
  ],
  'implicit-tls-expected-on-465': [
    failed('greeting', 'ETIMEDOUT', { port: 465 }),
    failed('greeting', 'ECONNECTION', { port: 465, encryption: 'none' }),
    failed('greeting', 'ECONNRESET', { port: 2465 }),
  ],
  'web-server': [
    rejected('greeting', 'HTTP/1.1 400 Bad Request'),
    rejected('ehlo', '<!DOCTYPE html><html><head><title>400</title>'),
  ],
  'mailbox-server': [
    rejected(
      'greeting',
      '* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE] Dovecot ready.',
      { port: 993, encryption: 'tls' }
    ),
    rejected('greeting', '+OK Dovecot ready.', { port: 110 }),
    rejected('greeting', '* OK Gimap ready for requests from 203.0.113.7 a1mb1234', { port: 143 }),
  ],
  'no-greeting': [failed('greeting', 'ETIMEDOUT'), failed('greeting', 'ETIMEDOUT', { port: 25 })],
  'connection-closed-before-greeting': [
    failed('greeting', 'ECONNECTION'),
    failed('greeting', 'ECONNRESET', { port: 465, encryption: 'tls' }),
  ],
  'no-mail-service': [
    rejected('greeting', '554 mx.example.com No SMTP service here'),
    rejected('greeting', '521 5.3.2 mail.example.com does not accept mail'),
    rejected(
      'greeting',
      "554-mail.example.com\n554 Your access to this mail system has been rejected due to the sending MTA's poor standing."
    ),
  ],
  'ehlo-name-refused': [
    rejected(
      'recipient',
      '504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname'
    ),
    rejected('ehlo', '501 Syntactically invalid EHLO argument(s)'),
    rejected('recipient', '450 4.7.1 <app-7f6a2f0e>: Helo command rejected: Host not found'),
    rejected('sender', '550 5.7.1 <[127.0.0.1]>: Helo command rejected: You are not me'),
    rejected('recipient', '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)'),
  ],
  'ehlo-unknown': [
    rejected('ehlo', '502 5.5.2 Error: command not recognized'),
    rejected('ehlo', '500 5.5.1 Unrecognized command'),
  ],
  'ehlo-refused': [
    rejected('ehlo', '501 5.5.4 Invalid domain name'),
    rejected('ehlo', '550 5.7.1 Access denied'),
  ],
  'no-smtp': [
    rejected('greeting', 'SSH-2.0-OpenSSH_9.6'),
    rejected('greeting', '250 Hello'),
    failed('greeting', 'EPROTOCOL'),
  ],
}
