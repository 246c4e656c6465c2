/** What has to do with who we are, whenever a server chooses to say it. */
export default {
  'too-many-connections.cause':
    'The server has enough connections open from here, or altogether, and takes no more for the moment.',
  'too-many-connections.step1': 'Wait a few minutes and test again.',
  'too-many-connections.step2':
    'Check whether another app or another process on this machine uses the same account.',
  'too-many-connections.step3':
    'If it happens often, ask the provider how many connections you may have at once.',

  'no-reverse-name.cause':
    'The server wants to know the name of this machine and finds none: its IP address has no reverse entry (PTR) in DNS.',
  'no-reverse-name.step1':
    'Ask your hosting company to set a reverse name for the IP address of this machine.',
  'no-reverse-name.step2':
    'Or send through the server of a mail provider, with a login: it does not ask for that.',

  'brevo-unknown-ip.cause':
    'The login may be right, but the account takes it only from IP addresses on a list, and that of this machine is not on it.',
  'brevo-unknown-ip.step1':
    'At Brevo, add the public IP address of this machine under Security, Authorised IPs. Brevo has sent you an e-mail that names it.',
  'brevo-unknown-ip.step2':
    'If the address of this machine changes, switch the list off for SMTP keys instead.',

  'google-relay-unknown.cause':
    'The relay of Google Workspace does not know this machine: its IP address, or the domain of the sender, is not registered.',
  'google-relay-unknown.step1':
    'In the Google Admin console, open Apps, Google Workspace, Gmail, Routing, SMTP relay service, and add the public IP address of this machine.',
  'google-relay-unknown.step2': 'Check that the from address is in a domain of your Workspace.',

  'google-relay-ehlo.cause':
    'The relay of Google Workspace does not like the name by which this app introduces itself.',
  'google-relay-ehlo.step1':
    'Set the EHLO name to a domain of your Workspace, for example mail.example.com.',

  'blocklisted.cause':
    'The IP address of this machine is on a list of senders of spam, or has a bad name with the server. That happens to addresses of cloud machines without anything having been sent from here.',
  'blocklisted.step1':
    'Send through the server of a mail provider, with a login, on port 587: lists like these are meant for servers without one.',
  'blocklisted.step2':
    'Otherwise follow the address in the answer of the server: it says how to be taken off the list.',
  'blocklisted.step3': 'Make sure that nothing on this machine sends mail that it should not.',

  'ip-not-allowed.cause':
    'The server takes mail only from machines that it knows, and this is none of them.',
  'ip-not-allowed.step1':
    'Ask the operator of the server to let in the public IP address of this machine.',
  'ip-not-allowed.step2': 'Or use a port with a login: mostly 587 with STARTTLS.',
}
