import { type RuleCases, failed, rejected } from './case.js'

const SES = { host: 'email-smtp.eu-west-1.amazonaws.com' }
const MAILGUN = { host: 'smtp.mailgun.org' }

export const ENVELOPE: RuleCases = {
  'ses-sender-not-verified': [
    rejected(
      'message',
      '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: no-reply@example.com',
      SES
    ),
    rejected(
      'message',
      '554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: reader@elsewhere.example, Shop <no-reply@example.com>',
      SES
    ),
    rejected('message', '554 Message rejected: Email address is not verified.', SES),
  ],
  'ses-sandbox': [
    rejected(
      'message',
      '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: reader@elsewhere.example',
      SES
    ),
  ],
  'sendgrid-identity': [
    rejected(
      'message',
      '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements'
    ),
  ],
  'mailgun-sandbox': [
    rejected(
      'message',
      '421 Domain sandbox0123.mailgun.org is not allowed to send: Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients in Account Settings.',
      MAILGUN
    ),
    rejected(
      'recipient',
      '554 Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients in domain settings.',
      MAILGUN
    ),
    rejected(
      'message',
      '550 5.7.1 Domain sandbox0123.mailgun.org is not allowed to send: Free accounts are for test purposes only. Please upgrade or add the address to authorized recipients in Account Settings.',
      MAILGUN
    ),
  ],
  'mailgun-domain-not-allowed': [
    rejected(
      'message',
      '421 Domain mg.example.com is not allowed to send: Please activate your Mailgun account. Check your inbox or log in to your control panel to resend the activation email.',
      MAILGUN
    ),
  ],
  'postmark-signature': [
    rejected(
      'message',
      "550 5.7.1 The 'From' address you supplied (no-reply@example.com) is not a Sender Signature on your account.",
      { host: 'smtp.postmarkapp.com' }
    ),
  ],
  'recipient-inactive': [
    rejected(
      'message',
      '406 You tried to send to recipient(s) that have been marked as inactive. Inactive recipient addresses: reader@example.com',
      { host: 'smtp.postmarkapp.com' }
    ),
    rejected(
      'recipient',
      '550 5.1.1 Recipient address has been suppressed due to an earlier hard bounce'
    ),
  ],
  'sender-not-verified': [
    rejected('sender', '550 5.7.1 Sender domain not verified'),
    rejected('message', '554 5.7.1 Sending from domain example.com is not verified', {
      host: 'smtp.resend.com',
    }),
    rejected('sender', '550 5.7.1 Unverified sender domain example.com'),
  ],
  'sender-blocked-for-spam': [
    rejected('message', '550 5.1.8 Access denied, bad outbound sender AS(42003)', {
      host: 'smtp.office365.com',
    }),
    rejected('sender', '554 5.1.8 Email Outgoing Blocked', { host: 'smtp.zoho.com' }),
    rejected('message', '550 5.4.6 Unusual sending activity detected. Please try after sometime', {
      host: 'smtp.zoho.com',
    }),
  ],
  'office-send-as': [
    rejected('sender', '550 5.7.60 SMTP; Client does not have permissions to send as this sender', {
      host: 'smtp.office365.com',
    }),
    rejected(
      'message',
      '554 5.2.252 SendAsDenied; mailer@example.com not allowed to send as no-reply@example.com; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied'
    ),
    rejected('sender', '550 5.7.1 Client does not have permissions to send as this sender'),
  ],
  'sender-not-owned': [
    rejected(
      'recipient',
      '553 5.7.1 <no-reply@example.com>: Sender address rejected: not owned by user mailer@example.com'
    ),
    rejected('message', '553 Relaying disallowed as no-reply@example.com', {
      host: 'smtp.zoho.com',
    }),
    rejected('sender', '501 mail from address must be same as authorization user', {
      host: 'smtp.qq.com',
    }),
    rejected(
      'sender',
      '550-Requested action not taken: mailbox unavailable\n550 Sender address is not allowed.',
      { host: 'mail.gmx.net' }
    ),
    rejected('message', '550 5.7.1 You are not allowed to send from this sender address'),
  ],
  'sender-domain-unknown': [
    rejected(
      'recipient',
      '450 4.1.8 <no-reply@example.com>: Sender address rejected: Domain not found'
    ),
    rejected(
      'sender',
      '550 5.1.8 <no-reply@example.com>: Sender address rejected: Domain not found'
    ),
    rejected('sender', '553 5.1.8 Domain of sender address no-reply@example.com does not exist'),
    rejected('recipient', '550 Sender verify failed'),
  ],
  'sender-refused-by-policy': [
    rejected('sender', '553 Sender address rejected'),
    rejected('sender', '550 5.7.1 Requested action not taken'),
  ],

  'relay-without-login': [
    rejected('recipient', '554 5.7.1 <reader@example.org>: Relay access denied', {
      username: null,
    }),
    rejected('recipient', '550 relay not permitted', { username: null }),
  ],
  'relay-denied': [
    rejected('recipient', '554 5.7.1 <reader@example.org>: Relay access denied'),
    rejected('recipient', '454 4.7.1 <reader@example.org>: Relay access denied'),
    rejected('recipient', '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain'),
    rejected('recipient', '550 5.7.1 Relaying denied'),
    rejected('recipient', "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"),
    rejected('sender', '550 5.7.1 Unable to relay'),
  ],
  'sending-limit': [
    rejected('message', '454 Throttling failure: Maximum sending rate exceeded.', SES),
    rejected('message', '454 Throttling failure: Daily message quota exceeded.', SES),
    rejected(
      'sender',
      '550-5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550-5.4.5 sending limits go to\n550 5.4.5  https://support.google.com/a/answer/166852 a1 - gsmtp'
    ),
    rejected('recipient', '452 4.5.3 Too many recipients received this hour'),
    rejected('message', '550 Message rejected: account has exceeded the max emails per hour'),
  ],
  'greylisted': [
    rejected(
      'recipient',
      '450 4.2.0 <reader@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html'
    ),
    rejected('recipient', '451 4.7.1 Greylisting in action, please come back later'),
    rejected('recipient', '451 4.7.1 Please try again later'),
    rejected('message', '451 4.7.1 Temporarily deferred, try again in 300 seconds'),
  ],
  'mailbox-full': [
    rejected('recipient', '552 5.2.2 <reader@example.com>: Mailbox full'),
    rejected(
      'recipient',
      "452-4.2.2 The recipient's inbox is out of storage space. Please direct the\n452 4.2.2 recipient to https://support.google.com/mail/?p=OverQuotaTemp - gsmtp"
    ),
    rejected('message', '552 Requested mail action aborted: exceeded storage allocation'),
  ],
  'recipient-unknown': [
    rejected(
      'recipient',
      '550 5.1.1 <reader@example.com>: Recipient address rejected: User unknown in virtual mailbox table'
    ),
    rejected('recipient', '550 No such user here'),
    rejected('recipient', '550 Unrouteable address'),
    rejected(
      'recipient',
      "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or"
    ),
    rejected(
      'recipient',
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'
    ),
    rejected('message', '550 Requested action not taken: mailbox unavailable'),
  ],
  'message-too-large': [
    rejected('message', '552 5.3.4 Message size exceeds fixed limit'),
    rejected('sender', '552 5.3.4 Message size exceeds fixed maximum message size'),
    rejected(
      'message',
      "552-5.3.4 Your message exceeded Google's message size limits. For more information,\n552 5.3.4 go to https://support.google.com/mail/?p=MaxSizeError a1 - gsmtp"
    ),
    rejected('message', '552 Message size exceeds maximum permitted'),
  ],
  'sender-not-authenticated': [
    rejected(
      'message',
      "550-5.7.26 Unauthenticated email from example.com is not accepted due to\n550-5.7.26 domain's DMARC policy. Please contact the administrator of\n550 5.7.26 example.com domain if this was a legitimate mail."
    ),
    rejected(
      'message',
      '550-5.7.26 Your email has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.'
    ),
    rejected(
      'message',
      '550 5.7.509 Access denied, sending domain example.com does not pass DMARC verification and has a DMARC policy of reject.'
    ),
    rejected(
      'recipient',
      '550 5.7.23 The message was rejected because of Sender Policy Framework violation'
    ),
    rejected('sender', '550 SPF check failed'),
  ],
  'attachment-refused': [
    rejected(
      'message',
      '552-5.7.0 This message was blocked because its content presents a potential\n552-5.7.0 security issue. To review our message content and attachment content\n552 5.7.0 guidelines, go to https://support.google.com/mail/?p=BlockedMessage - gsmtp'
    ),
    rejected(
      'message',
      '554 5.7.1 Attachment type not allowed. File "setup.exe" has the unacceptable extension "exe"'
    ),
    rejected('message', '550 5.7.1 Virus found: Eicar-Signature'),
  ],
  'classified-as-spam': [
    rejected('message', '554 5.7.1 Spam message rejected'),
    rejected(
      'message',
      '550-5.7.1 [203.0.113.7] Our system has detected that this message is\n550-5.7.1 likely unsolicited mail. To reduce the amount of spam sent to Gmail,\n550-5.7.1 this message has been blocked.'
    ),
    rejected('message', '554 5.7.1 Message rejected under suspicion of SPAM; https://ya.cc/1IrBc'),
    rejected('message', '550 High probability of spam'),
  ],
}

export const FALLBACKS: RuleCases = {
  'service-closing': [
    rejected('greeting', '421 4.3.0 Temporary System Problem. Try again later - gsmtp'),
    rejected('sender', '421 4.4.2 mail.example.com Error: timeout exceeded'),
    rejected('recipient', '421 4.3.2 Service shutting down', { host: 'smtp.sendgrid.net' }),
    rejected('message', '421 Service not available, closing transmission channel'),
  ],
  'temporary-failure': [
    rejected('sender', '451 4.3.0 Error: queue file write error'),
    rejected('message', '451 4.3.2 Please try again later'),
    rejected('recipient', '450 Requested mail action not taken'),
    rejected('ehlo', '451 4.3.5 Server configuration problem'),
    rejected('greeting', '450 4.3.2 Service currently unavailable'),
  ],
  'response-timeout': [
    failed('ehlo', 'ETIMEDOUT'),
    failed('authentication', 'ETIMEDOUT'),
    failed('message', 'ETIMEDOUT'),
  ],
  'connection-closed': [
    failed('ehlo', 'ECONNECTION'),
    failed('authentication', 'ECONNRESET'),
    failed('recipient', 'EPIPE'),
  ],
  'protocol-error': [failed('authentication', 'EPROTOCOL'), failed('tls', 'EPROTOCOL')],
  'fallback-settings': [failed('settings', 'E_HOST_NOT_ALLOWED')],
  'fallback-lookup': [failed('lookup', 'ESOMETHING')],
  'fallback-connect': [failed('connect', 'EMFILE')],
  'fallback-greeting': [rejected('greeting', '530 5.7.0 Go away')],
  'fallback-ehlo': [failed('ehlo', 'ESOMETHING')],
  'fallback-tls': [failed('tls', 'ESOMETHING')],
  'fallback-authentication': [
    rejected('authentication', '573 5.7.99 Moon in the wrong phase'),
    failed('authentication', 'EAUTH'),
  ],
  'fallback-sender': [
    rejected('sender', '501 5.1.7 Bad sender address syntax'),
    rejected('sender', '999 What'),
  ],
  'fallback-recipient': [rejected('recipient', '550 No'), failed('recipient', 'EENVELOPE')],
  'fallback-message': [
    rejected('message', '554 Transaction failed'),
    failed('message', 'EMESSAGE'),
  ],
}
