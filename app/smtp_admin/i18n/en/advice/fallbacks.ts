const AGAIN_SOON = 'Test again in some minutes.'

const ITS_WORDS = 'Its answer, in the step above, is the best hint there is.'

const RECORD = 'The record below shows all that was said.'

const CHECK_SERVER = 'Check host, port and encryption.'

const OTHER_RECIPIENT = 'Test with another recipient.'

/** What is left, at every step something. */
export default {
  'closing.cause':
    'The server ends the connection: it is busy, being restarted, or tired of this machine.',
  'closing.step1': AGAIN_SOON,
  'closing.step2': ITS_WORDS,

  'not-now.cause':
    'The server cannot go on at the moment. By its own word that passes: a code that begins with 4 means “not now”.',
  'not-now.step1': AGAIN_SOON,
  'not-now.step2':
    'If it stays like that, ask the provider; on a server of your own, look at its log.',
  'not-now.step3': ITS_WORDS,

  'stopped-answering.cause': 'The server began well and then did not answer, or not in time.',
  'stopped-answering.step1': 'Raise the timeout and test again: it may only be slow.',
  'stopped-answering.step2':
    'If it stops at the same step every time, a firewall in between may inspect mail; ask your hosting company.',
  'stopped-answering.step3': RECORD,

  'hung-up.cause': 'The server began well and then hung up.',
  'hung-up.step1': 'Test again in some minutes: it may have been restarted.',
  'hung-up.step2':
    'If it hangs up at the same step every time, it does not like what it is told there: check the values that belong to the step.',
  'hung-up.step3': RECORD,

  'makes-no-sense.cause': 'The server answered with something that makes no sense at this step.',
  'makes-no-sense.step1': CHECK_SERVER,
  'makes-no-sense.step2':
    'Ask your hosting company whether something in between changes mail connections.',
  'makes-no-sense.step3': RECORD,

  'fallback-settings.cause': 'These settings are not allowed here, so nothing was connected to.',
  'fallback-settings.step1': 'Correct what the step names, and test again.',

  'fallback-lookup.cause': 'It could not be found out where {host} is.',
  'fallback-lookup.step1': 'Check the host, and the name servers of this machine.',
  'fallback-lookup.step2': 'Test again in a minute.',

  'fallback-connect.cause': 'No connection to the server came about.',
  'fallback-connect.step1': 'Check host and port.',
  'fallback-connect.step2': 'Check that this machine may connect to the outside.',

  'fallback-greeting.cause': 'The server answered, and did not bid welcome.',
  'fallback-greeting.step1': CHECK_SERVER,
  'fallback-greeting.step2': ITS_WORDS,

  'fallback-ehlo.cause': 'The server did not accept the introduction (EHLO).',
  'fallback-ehlo.step1': 'Set the EHLO name to a complete name of this machine.',
  'fallback-ehlo.step2': ITS_WORDS,

  'fallback-tls.cause': 'The connection could not be encrypted, and nothing was sent in clear.',
  'fallback-tls.step1': 'Check port and encryption: 465 goes with TLS, 587 and 25 with STARTTLS.',
  'fallback-tls.step2': RECORD,

  'fallback-authentication.cause': 'The server refused the login, for a reason of its own.',
  'fallback-authentication.step1':
    'Check username and password, and that the account may send by SMTP.',
  'fallback-authentication.step2': ITS_WORDS,

  'fallback-sender.cause': 'The server refused the sender, for a reason of its own.',
  'fallback-sender.step1': 'Check the from address, and that this account may use it.',
  'fallback-sender.step2': ITS_WORDS,

  'fallback-recipient.cause': 'The server refused the recipient, for a reason of its own.',
  'fallback-recipient.step1': OTHER_RECIPIENT,
  'fallback-recipient.step2': ITS_WORDS,

  'fallback-message.cause': 'The server refused the message, for a reason of its own.',
  'fallback-message.step1': OTHER_RECIPIENT,
  'fallback-message.step2': ITS_WORDS,
  'fallback-message.step3': RECORD,
}
