const SET_STARTTLS = 'Set the encryption to STARTTLS, and leave the port as it is.'

const SEE_LOG = 'On a server of your own, look at its log for the reason.'

const PORT_AND_ENCRYPTION =
  'Check port and encryption: 465 goes with TLS from the start, 587 and 25 with STARTTLS.'

/** Whether the two agree on how to encrypt. */
export default {
  'tls-on-plain-port.cause':
    'On port {port} the server begins in clear and encrypts when it is asked to. These settings begin with TLS, which it does not understand.',
  'tls-on-plain-port.step1': SET_STARTTLS,

  'tls-unanswered-on-plain-port.cause':
    'The server did not answer to TLS on port {port}. This port mostly begins in clear and goes on with STARTTLS.',
  'tls-unanswered-on-plain-port.step1': SET_STARTTLS,
  'tls-unanswered-on-plain-port.step2': 'Or keep TLS from the start, and set the port to 465.',

  'encryption-wanted.cause':
    'The server wants the connection to be encrypted before it goes on, and these settings say no encryption.',
  'encryption-wanted.step1': SET_STARTTLS,

  'starttls-not-needed-here.cause':
    'The mail server on this machine does not offer STARTTLS, which is usual: what it is told does not leave the machine.',
  'starttls-not-needed-here.step1':
    'Set the encryption to none. For a server on another machine, do not.',

  'starttls-not-offered.cause':
    'On port {port} the server does not offer STARTTLS, so nothing can be encrypted, and nothing was sent.',
  'starttls-not-offered.step1': 'Try port 465 with TLS from the start: most providers have it.',
  'starttls-not-offered.step2':
    'If your provider promises STARTTLS on this port, something in between takes it out: a firewall that inspects mail, an antivirus program, or somebody who wants to read along. Ask your hosting company.',
  'starttls-not-offered.step3': 'Choose no encryption only for a server in a network of your own.',

  'starttls-refused-now.cause': 'The server offers STARTTLS, but cannot encrypt at the moment.',
  'starttls-refused-now.step1': 'Test again in a few minutes.',
  'starttls-refused-now.step2':
    'On a server of your own, look at its log: mostly the certificate or its key cannot be read.',

  'starttls-refused.cause': 'The server offers STARTTLS and then refuses it.',
  'starttls-refused.step1': 'Try port 465 with TLS from the start.',
  'starttls-refused.step2': SEE_LOG,

  'tls-too-old.cause':
    'The server only knows encryption that is too old to be safe (before TLS 1.2, or with keys that are too short), and this app does not use that.',
  'tls-too-old.step1':
    'Ask the operator to update the server, or look for a newer host name in the help pages of your provider.',
  'tls-too-old.step2':
    'Until then the app can be started with NODE_OPTIONS="--tls-min-v1.0 --tls-cipher-list=DEFAULT@SECLEVEL=0". That weakens every connection that it makes.',

  'client-certificate-wanted.cause':
    'The server wants a certificate from us, and there is none in these settings.',
  'client-certificate-wanted.step1':
    'Ask the operator for a port or a host that takes a username and a password instead.',

  'server-name-unknown.cause':
    'The server has no certificate for {host}: it knows itself by another name.',
  'server-name-unknown.step1':
    'Set the host to the name that your provider gives for outgoing mail (SMTP).',

  'tls-refused.cause':
    'The server broke the encryption off: it found no way of encrypting that both sides know.',
  'tls-refused.step1': 'Ask the operator to update the server: it should offer TLS 1.2 or 1.3.',
  'tls-refused.step2': SEE_LOG,

  'tls-unanswered.cause':
    'The server at {host}, port {port} took the connection, and then did not go on with the encryption.',
  'tls-unanswered.step1': PORT_AND_ENCRYPTION,
  'tls-unanswered.step2': 'Ask your hosting company whether a firewall inspects encrypted mail.',
  'tls-unanswered.step3': SEE_LOG,

  'tls-garbled.cause':
    'What came back from {host}, port {port} when the encryption was to begin was no encryption that makes sense.',
  'tls-garbled.step1': PORT_AND_ENCRYPTION,
  'tls-garbled.step2':
    'Ask your hosting company whether something between here and there changes the connection.',
}
