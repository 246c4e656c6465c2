import type { AdviceRow } from '../advice.js'
import { IN_TIME } from '../stage_failure.js'
import { DIALOGUE } from './places.js'

const ITS_WORDS = 'Its answer, in the step above, is the best hint there is.'
const RECORD = 'The record below shows all that was said.'

/** What is left, at every step something: nobody gets no advice. */
export const FALLBACKS: AdviceRow[] = [
  {
    name: 'closing',
    stage: DIALOGUE,
    status: /^421$/,
    cause: 'The server ends the connection: it is busy, being restarted, or tired of this machine.',
    steps: ['Test again in some minutes.', ITS_WORDS],
  },
  {
    name: 'not-now',
    stage: DIALOGUE,
    status: /^4/,
    cause:
      'The server cannot go on at the moment. By its own word that passes: a code that begins with 4 means “not now”.',
    steps: [
      'Test again in some minutes.',
      'If it stays like that, ask the provider; on a server of your own, look at its log.',
      ITS_WORDS,
    ],
  },
  {
    name: 'stopped-answering',
    stage: DIALOGUE,
    kind: IN_TIME,
    cause: 'The server began well and then did not answer, or not in time.',
    steps: [
      'Raise the timeout and test again: it may only be slow.',
      'If it stops at the same step every time, a firewall in between may inspect mail; ask your hosting company.',
      RECORD,
    ],
  },
  {
    name: 'hung-up',
    stage: DIALOGUE,
    kind: /^(ECONNECTION|ECONNRESET|EPIPE|ECONNABORTED|ETLS)$/,
    cause: 'The server began well and then hung up.',
    steps: [
      'Test again in some minutes: it may have been restarted.',
      'If it hangs up at the same step every time, it does not like what it is told there: check the values that belong to the step.',
      RECORD,
    ],
  },
  {
    name: 'makes-no-sense',
    stage: DIALOGUE,
    kind: /^EPROTOCOL$/,
    when: ({ status }) => status === null || status < 400,
    cause: 'The server answered with something that makes no sense at this step.',
    steps: [
      'Check host, port and encryption.',
      'Ask your hosting company whether something in between changes mail connections.',
      RECORD,
    ],
  },
  {
    name: 'fallback-policy',
    stage: ['policy'],
    cause: 'These settings are not allowed here, so nothing was connected to.',
    steps: ['Correct what the step names, and test again.'],
  },
  {
    name: 'fallback-lookup',
    stage: ['lookup'],
    cause: ({ settings }) => `It could not be found out where ${settings.host} is.`,
    steps: ['Check the host, and the name servers of this machine.', 'Test again in a minute.'],
  },
  {
    name: 'fallback-connect',
    stage: ['connect'],
    cause: 'No connection to the server came about.',
    steps: ['Check host and port.', 'Check that this machine may connect to the outside.'],
  },
  {
    name: 'fallback-greeting',
    stage: ['greeting'],
    cause: 'The server answered, and did not bid welcome.',
    steps: ['Check host, port and encryption.', ITS_WORDS],
  },
  {
    name: 'fallback-ehlo',
    stage: ['ehlo'],
    cause: 'The server did not accept the introduction (EHLO).',
    steps: ['Set the EHLO name to a complete name of this machine.', ITS_WORDS],
  },
  {
    name: 'fallback-tls',
    stage: ['tls'],
    cause: 'The connection could not be encrypted, and nothing was sent in clear.',
    steps: ['Check port and encryption: 465 goes with TLS, 587 and 25 with STARTTLS.', RECORD],
  },
  {
    name: 'fallback-login',
    stage: ['login'],
    cause: 'The server refused the login, for a reason of its own.',
    steps: ['Check username and password, and that the account may send by SMTP.', ITS_WORDS],
  },
  {
    name: 'fallback-sender',
    stage: ['sender'],
    cause: 'The server refused the sender, for a reason of its own.',
    steps: ['Check the from address, and that this account may use it.', ITS_WORDS],
  },
  {
    name: 'fallback-recipient',
    stage: ['recipient'],
    cause: 'The server refused the recipient, for a reason of its own.',
    steps: ['Test with another recipient.', ITS_WORDS],
  },
  {
    name: 'fallback-message',
    stage: ['message'],
    cause: 'The server refused the message, for a reason of its own.',
    steps: ['Test with another recipient.', ITS_WORDS, RECORD],
  },
]
