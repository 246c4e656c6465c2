import type { AdviceRow } from '../advice.js'
import { IN_TIME } from '../stage_failure.js'
import { THIS_MACHINE, placeOf } from './places.js'

const USUAL_PORTS =
  'Check the port: most providers take mail on 587 with STARTTLS, or on 465 with TLS from the start.'

/** Getting a connection at all. */
export const CONNECTING: AdviceRow[] = [
  {
    name: 'port-25-blocked',
    stage: ['connect'],
    kind: IN_TIME,
    port: [25],
    cause:
      'Nothing answered on port 25. Most hosting companies and internet providers block this port on the way out, because spam uses it.',
    steps: [
      'Use port 587 with STARTTLS instead: it is made for apps that send mail.',
      'If your provider has only port 25, ask your hosting company to open it for you.',
    ],
    correction: () => ({ port: 587, encryption: 'starttls' }),
  },
  {
    name: 'no-answer',
    stage: ['connect'],
    kind: IN_TIME,
    cause: (failure) =>
      `Nothing answered at ${placeOf(failure)}. Usually a firewall swallows the connection: that of this machine, of your hosting company, or of the server.`,
    steps: [
      USUAL_PORTS,
      'Ask your hosting company whether it blocks the ports of mail: many do until they are asked to open them.',
      'If your provider offers port 2525 as well, try it: it is blocked less often.',
      'If the server is only slow, raise the timeout.',
    ],
  },
  {
    name: 'refused-on-this-machine',
    stage: ['connect'],
    kind: /^ECONNREFUSED$/,
    host: THIS_MACHINE,
    cause: ({ settings }) => `No mail server runs on this machine on port ${settings.port}.`,
    steps: [
      'Start the mail server, or correct the port.',
      'In a container, localhost is the container itself: use the name of the service, or host.docker.internal for the machine around it.',
    ],
  },
  {
    name: 'connection-refused',
    stage: ['connect'],
    kind: /^ECONNREFUSED$/,
    cause: ({ settings }) =>
      `The machine ${settings.host} was reached, but says that nothing listens on port ${settings.port}.`,
    steps: [
      USUAL_PORTS,
      'Check that the host is the one for outgoing mail (SMTP).',
      'On a server of your own, check that it runs, and that it listens on more than localhost.',
    ],
  },
  {
    name: 'no-route',
    stage: ['connect'],
    kind: /^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/,
    cause: ({ settings }) =>
      `There is no way from this machine to ${settings.host}: the network is down, or the server is in a network that cannot be reached from here.`,
    steps: [
      'Check that this machine is on the network, and that the VPN is up if the server is behind one.',
      'If the step names an address with colons (IPv6) and this machine has no IPv6, ask the operator of the server for an IPv4 address.',
    ],
  },
  {
    name: 'not-permitted',
    stage: ['connect'],
    kind: /^(EACCES|EPERM|ERR_ACCESS_DENIED)$/,
    cause: ({ settings }) =>
      `This machine does not let the app connect to port ${settings.port}: a rule of its own firewall or of its sandbox forbids it.`,
    steps: [
      'Allow outgoing connections of the app to this host and port in the firewall, the container or the permissions of Node.',
    ],
  },
  {
    name: 'connection-cut',
    stage: ['connect'],
    kind: /^(ECONNRESET|EPIPE|ECONNECTION|ECONNABORTED)$/,
    cause: (failure) =>
      `Something at ${placeOf(failure)}, or on the way to it, cut the connection at once.`,
    steps: [
      'Check that the server lets the address of this machine in: some keep a list.',
      'Ask your hosting company whether a firewall cuts connections to mail servers.',
      USUAL_PORTS,
    ],
  },
]
