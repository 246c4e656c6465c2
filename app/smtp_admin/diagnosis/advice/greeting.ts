import type { AdviceRow } from '../advice.js'
import { IN_TIME, type StageFailure } from '../stage_failure.js'
import { DIALOGUE, placeOf } from './places.js'

const HUNG_UP = /^(ECONNECTION|ECONNRESET|EPIPE)$/

const WITHOUT_TLS_FIRST = ['none', 'starttls'] as const

const WAITS_FOR_TLS = {
  cause: ({ settings }: StageFailure) =>
    `The server waits for the encryption to begin, and says nothing before. On port ${settings.port} that is TLS from the start, while these settings expect a greeting in clear.`,
  steps: ['Set the encryption to TLS from the start.'],
  correction: () => ({ encryption: 'tls' as const }),
}

/** The first words of a server, and its answer to ours. */
export const GREETING: AdviceRow[] = [
  {
    name: 'waits-for-tls',
    kind: /^EWANTSTLS$/,
    ...WAITS_FOR_TLS,
  },
  {
    name: 'waits-for-tls-on-465',
    stage: ['greeting'],
    encryption: WITHOUT_TLS_FIRST,
    port: [465, 2465],
    when: ({ kind, status }) => status === null && (IN_TIME.test(kind) || HUNG_UP.test(kind)),
    ...WAITS_FOR_TLS,
  },
  {
    name: 'web-server',
    stage: ['greeting', 'ehlo'],
    text: /\bHTTP\/\d|<!doctype|<html/i,
    cause: (failure) => `A web server answers at ${placeOf(failure)}, not a mail server.`,
    steps: [
      'Set the port to 587 with STARTTLS, or to 465 with TLS from the start.',
      'Check that the host is the one for outgoing mail (SMTP), not that of the website.',
    ],
  },
  {
    name: 'mailbox-server',
    stage: ['greeting', 'ehlo'],
    text: /(^|: )(\* OK|\+OK)|\b(IMAP4?|POP3)\b/,
    cause:
      'This is a server for reading mail (IMAP or POP3). For sending, providers have another port, and often another host.',
    steps: [
      'Set the port to 465 with TLS from the start, or to 587 with STARTTLS.',
      'If the host begins with imap or pop, look up the one for outgoing mail (SMTP).',
    ],
    correction: ({ settings }) =>
      settings.encryption === 'tls'
        ? { port: 465, encryption: 'tls' }
        : { port: 587, encryption: 'starttls' },
  },
  {
    name: 'greets-nobody',
    stage: ['greeting'],
    kind: IN_TIME,
    cause: (failure) =>
      `The server at ${placeOf(failure)} took the connection and then did not finish its greeting. Either it is no mail server, or it is overloaded, or it lets machines wait that it does not trust, or a firewall on the way stands in for it.`,
    steps: [
      'Check host and port.',
      'Raise the timeout to 30 seconds and test again: some servers let strangers wait.',
      'Ask your hosting company whether something between here and there reads along.',
    ],
  },
  {
    name: 'hangs-up-before-greeting',
    stage: ['greeting'],
    kind: HUNG_UP,
    when: ({ status }) => status === null,
    cause: (failure) =>
      `The server at ${placeOf(failure)} took the connection and hung up without a word. Mostly it does not let this machine in, or wants encryption from the first byte.`,
    steps: [
      'Check host, port and encryption: 465 goes with TLS from the start.',
      'Check that the server lets the address of this machine in.',
      'Wait a few minutes: some servers hang up on who connects too often.',
    ],
  },
  {
    name: 'takes-no-mail',
    stage: ['greeting'],
    status: /^(521|554|556)$/,
    cause: 'The server answers, and says that it takes no mail from here, or none at all.',
    steps: [
      'Check that the host is the one for outgoing mail (SMTP) of your provider.',
      'Its answer may name the reason: often the address of this machine is not trusted.',
    ],
  },
  {
    name: 'ehlo-name-refused',
    stage: DIALOGUE,
    text: /\b(HELO|EHLO)\b.{0,80}\b(reject|invalid|refus|denied|bogus|bad|need|require|syntax|not found|mismatch|fully)|\b(reject|invalid|refus|bad|bogus|syntax|malformed)\w*.{0,40}\b(HELO|EHLO)\b/i,
    cause:
      'The server does not like the name by which this app introduces itself (EHLO): mostly it wants a complete name like mail.example.com.',
    steps: [
      'Set the EHLO name to a complete name of this machine, one that DNS knows.',
      'If this machine has none, take the domain of your from address.',
    ],
  },
  {
    name: 'ehlo-unknown',
    stage: ['ehlo'],
    status: /^50[02]$/,
    cause:
      'The server does not know EHLO, without which there is neither encryption nor login. It is very old, or a firewall in between hides what it can do.',
    steps: [
      'Switch off the inspection of SMTP in the firewall (“SMTP fixup”, “ESMTP inspection”).',
      'Try port 587, or 465 with TLS from the start: firewalls mostly leave those alone.',
    ],
  },
  {
    name: 'ehlo-refused',
    stage: ['ehlo'],
    status: /^5/,
    cause:
      'The server refused the name by which this app introduces itself (EHLO), or this machine.',
    steps: [
      'Set the EHLO name to a complete name of this machine that DNS knows, for example mail.example.com.',
      'Check that the server lets the address of this machine in.',
    ],
  },
  {
    name: 'no-smtp',
    stage: ['greeting', 'ehlo'],
    kind: /^EPROTOCOL$/,
    when: ({ status }) => status === null || status < 400,
    cause: (failure) => `What answers at ${placeOf(failure)} does not speak SMTP.`,
    steps: [
      'Check host and port: mail goes out over 587 with STARTTLS, or 465 with TLS from the start.',
      'Look at what it said, in the record below: it often names itself.',
    ],
  },
]
