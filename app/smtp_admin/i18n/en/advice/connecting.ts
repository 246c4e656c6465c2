const USUAL_PORTS =
  'Check the port: most providers take mail on 587 with STARTTLS, or on 465 with TLS from the start.'

/** Getting a connection at all. */
export default {
  'port-25-blocked.cause':
    'Nothing answered on port 25. Most hosting companies and internet providers block this port on the way out, because spam uses it.',
  'port-25-blocked.step1':
    'Use port 587 with STARTTLS instead: it is made for apps that send mail.',
  'port-25-blocked.step2':
    'If your provider has only port 25, ask your hosting company to open it for you.',

  'no-answer.cause':
    'Nothing answered at {host}, port {port}. Usually a firewall swallows the connection: that of this machine, of your hosting company, or of the server.',
  'no-answer.step1': USUAL_PORTS,
  'no-answer.step2':
    'Ask your hosting company whether it blocks the ports of mail: many do until they are asked to open them.',
  'no-answer.step3': 'If your provider offers port 2525 as well, try it: it is blocked less often.',
  'no-answer.step4': 'If the server is only slow, raise the timeout.',

  'refused-on-this-machine.cause': 'No mail server runs on this machine on port {port}.',
  'refused-on-this-machine.step1': 'Start the mail server, or correct the port.',
  'refused-on-this-machine.step2':
    'In a container, localhost is the container itself: use the name of the service, or host.docker.internal for the machine around it.',

  'connection-refused.cause':
    'The machine {host} was reached, but says that nothing listens on port {port}.',
  'connection-refused.step1': USUAL_PORTS,
  'connection-refused.step2': 'Check that the host is the one for outgoing mail (SMTP).',
  'connection-refused.step3':
    'On a server of your own, check that it runs, and that it listens on more than localhost.',

  'no-route.cause':
    'There is no way from this machine to {host}: the network is down, or the server is in a network that cannot be reached from here.',
  'no-route.step1':
    'Check that this machine is on the network, and that the VPN is up if the server is behind one.',
  'no-route.step2':
    'If the step names an address with colons (IPv6) and this machine has no IPv6, ask the operator of the server for an IPv4 address.',

  'not-permitted.cause':
    'This machine does not let the app connect to port {port}: a rule of its own firewall or of its sandbox forbids it.',
  'not-permitted.step1':
    'Allow outgoing connections of the app to this host and port in the firewall, the container or the permissions of Node.',

  'connection-cut.cause':
    'Something at {host}, port {port}, or on the way to it, cut the connection at once.',
  'connection-cut.step1':
    'Check that the server lets the address of this machine in: some keep a list.',
  'connection-cut.step2':
    'Ask your hosting company whether a firewall cuts connections to mail servers.',
  'connection-cut.step3': USUAL_PORTS,
}
