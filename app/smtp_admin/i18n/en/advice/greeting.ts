const WAITS_FOR_TLS =
  'The server waits for the encryption to begin, and says nothing before. On port {port} that is TLS from the start, while these settings expect a greeting in clear.'

const SET_TLS = 'Set the encryption to TLS from the start.'

const LET_IN = 'Check that the server lets the address of this machine in.'

/** The first words of a server, and its answer to ours. */
export default {
  'waits-for-tls.cause': WAITS_FOR_TLS,
  'waits-for-tls.step1': SET_TLS,

  'waits-for-tls-on-465.cause': WAITS_FOR_TLS,
  'waits-for-tls-on-465.step1': SET_TLS,

  'web-server.cause': 'A web server answers at {host}, port {port}, not a mail server.',
  'web-server.step1': 'Set the port to 587 with STARTTLS, or to 465 with TLS from the start.',
  'web-server.step2':
    'Check that the host is the one for outgoing mail (SMTP), not that of the website.',

  'mailbox-server.cause':
    'This is a server for reading mail (IMAP or POP3). For sending, providers have another port, and often another host.',
  'mailbox-server.step1': 'Set the port to 465 with TLS from the start, or to 587 with STARTTLS.',
  'mailbox-server.step2':
    'If the host begins with imap or pop, look up the one for outgoing mail (SMTP).',

  'greets-nobody.cause':
    'The server at {host}, port {port} took the connection and then did not finish its greeting. Either it is no mail server, or it is overloaded, or it lets machines wait that it does not trust, or a firewall on the way stands in for it.',
  'greets-nobody.step1': 'Check host and port.',
  'greets-nobody.step2':
    'Raise the timeout to 30 seconds and test again: some servers let strangers wait.',
  'greets-nobody.step3':
    'Ask your hosting company whether something between here and there reads along.',

  'hangs-up-before-greeting.cause':
    'The server at {host}, port {port} took the connection and hung up without a word. Mostly it does not let this machine in, or wants encryption from the first byte.',
  'hangs-up-before-greeting.step1':
    'Check host, port and encryption: 465 goes with TLS from the start.',
  'hangs-up-before-greeting.step2': LET_IN,
  'hangs-up-before-greeting.step3':
    'Wait a few minutes: some servers hang up on who connects too often.',

  'takes-no-mail.cause':
    'The server answers, and says that it takes no mail from here, or none at all.',
  'takes-no-mail.step1':
    'Check that the host is the one for outgoing mail (SMTP) of your provider.',
  'takes-no-mail.step2':
    'Its answer may name the reason: often the address of this machine is not trusted.',

  'ehlo-name-refused.cause':
    'The server does not like the name by which this app introduces itself (EHLO): mostly it wants a complete name like mail.example.com.',
  'ehlo-name-refused.step1':
    'Set the EHLO name to a complete name of this machine, one that DNS knows.',
  'ehlo-name-refused.step2': 'If this machine has none, take the domain of your from address.',

  'ehlo-unknown.cause':
    'The server does not know EHLO, without which there is neither encryption nor login. It is very old, or a firewall in between hides what it can do.',
  'ehlo-unknown.step1':
    'Switch off the inspection of SMTP in the firewall (“SMTP fixup”, “ESMTP inspection”).',
  'ehlo-unknown.step2':
    'Try port 587, or 465 with TLS from the start: firewalls mostly leave those alone.',

  'ehlo-refused.cause':
    'The server refused the name by which this app introduces itself (EHLO), or this machine.',
  'ehlo-refused.step1':
    'Set the EHLO name to a complete name of this machine that DNS knows, for example mail.example.com.',
  'ehlo-refused.step2': LET_IN,

  'no-smtp.cause': 'What answers at {host}, port {port} does not speak SMTP.',
  'no-smtp.step1':
    'Check host and port: mail goes out over 587 with STARTTLS, or 465 with TLS from the start.',
  'no-smtp.step2': 'Look at what it said, in the record below: it often names itself.',
}
