/** What servers say of a message, and of the domain that it is from. */
export default {
  'too-big.cause': 'The message is larger than the server takes.',
  'too-big.step1': 'Send large files as links instead of attachments.',
  'too-big.step2':
    'The introduction (EHLO) says how much the server takes; attachments grow by a third on the way.',

  'sender-not-authenticated.cause':
    'The domain of {sender} does not vouch for this server: its DNS entries (SPF, DKIM, DMARC) do not name it, and the server does not take mail like that.',
  'sender-not-authenticated.cause_unnamed':
    'The domain of the from address does not vouch for this server: its DNS entries (SPF, DKIM, DMARC) do not name it, and the server does not take mail like that.',
  'sender-not-authenticated.step1':
    'Look up at your provider which SPF and DKIM entries the domain needs, and add them where its DNS is kept.',
  'sender-not-authenticated.step2':
    'Set the from address to a domain that this provider sends for.',
  'sender-not-authenticated.step3':
    'The check of the sender’s domain in this test says what is missing.',

  'attachment-refused.cause':
    'The server refused what is in the message: an attachment, or something that looks like a virus.',
  'attachment-refused.step1': 'Send the file as a link, or in a form that the server takes.',
  'attachment-refused.step2': 'Make sure that the file is clean.',

  'taken-for-spam.cause': 'The server takes the message for spam.',
  'taken-for-spam.step1':
    'Set up SPF, DKIM and DMARC for the domain of the from address: mail without them is suspect.',
  'taken-for-spam.step2':
    'Change the text: few links, no shortened links, and a subject that says what it is.',
  'taken-for-spam.step3': 'The answer of the server may hold an address where it says more.',

  'sender-refused-by-policy.cause': 'The server does not take mail from {sender}.',
  'sender-refused-by-policy.cause_unnamed': 'The server does not take mail from the from address.',
  'sender-refused-by-policy.step1':
    'Set the from address to one that belongs to this account, or to a domain that the server sends for.',
  'sender-refused-by-policy.step2':
    'Check at the provider whether the address or its domain has to be verified first.',
}
