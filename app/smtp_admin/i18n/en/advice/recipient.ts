/** The recipient, and how much may be sent. */
export default {
  'relay-without-login.cause':
    'The server does not pass mail on to other domains (relay) for somebody who is not logged in, and no username is set.',
  'relay-without-login.step1': 'Enter a username and a password.',
  'relay-without-login.step2':
    'If the server is a relay of your own network without logins, let it take mail from the address of this machine.',

  'relay-denied.cause':
    'The server does not pass mail on to other domains (relay) for this account, although the login passed.',
  'relay-denied.step1':
    'Use the server for outgoing mail (SMTP) of your provider, not the one that takes mail for your domain (MX).',
  'relay-denied.step2':
    'Set the from address to the one of the account: some servers pass on only that.',
  'relay-denied.step3': 'Ask the provider whether the account may send to other domains.',

  'sending-limit.cause':
    'More was sent than the provider allows in this time, so it takes nothing for a while.',
  'sending-limit.step1': 'Wait: limits are mostly counted by the hour or by the day.',
  'sending-limit.step2': 'Send less at once, or ask the provider for a higher limit.',
  'sending-limit.step3':
    'If you did not send much, look for an app or a person that uses the same account.',

  'greylisted.cause':
    'The server does not know this sender yet and lets it come a second time (greylisting). That is no fault: spam mostly does not come twice.',
  'greylisted.step1': 'Test again after five to fifteen minutes.',
  'greylisted.step2': 'Mail that the app sends comes a second time only if it is queued for that.',

  'mailbox-full.cause': 'The mailbox of the recipient is full. The server and these settings work.',
  'mailbox-full.step1': 'Test with another recipient, or make room in that mailbox.',

  'recipient-unknown.cause':
    'The server knows no such recipient. The server and these settings work so far.',
  'recipient-unknown.step1': 'Look for a typing error in the address of the recipient.',
  'recipient-unknown.step2': 'Test with another recipient, for example yourself.',
}
