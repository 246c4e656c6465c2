import type { AdviceRow } from '../advice.js'
import { TIMEOUT } from '../stage_failure.js'
import { DIALOGUE, place } from './places.js'

const HUNG_UP = /^(ECONNECTION|ECONNRESET|EPIPE)$/

const WITHOUT_TLS_FIRST = ['none', 'starttls'] as const

const WAITS_FOR_TLS = {
  values: place,
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
    when: ({ kind, status }) => status === null && (TIMEOUT.test(kind) || HUNG_UP.test(kind)),
    ...WAITS_FOR_TLS,
  },
  {
    name: 'web-server',
    stage: ['greeting', 'ehlo'],
    text: /\bHTTP\/\d|<!doctype|<html/i,
    values: place,
  },
  {
    name: 'mailbox-server',
    stage: ['greeting', 'ehlo'],
    text: /(^|: )(\* OK|\+OK)|\b(IMAP4?|POP3)\b/,
    correction: ({ settings }) =>
      settings.encryption === 'tls'
        ? { port: 465, encryption: 'tls' }
        : { port: 587, encryption: 'starttls' },
  },
  {
    name: 'greets-nobody',
    stage: ['greeting'],
    kind: TIMEOUT,
    values: place,
  },
  {
    name: 'hangs-up-before-greeting',
    stage: ['greeting'],
    kind: HUNG_UP,
    when: ({ status }) => status === null,
    values: place,
  },
  {
    name: 'takes-no-mail',
    stage: ['greeting'],
    status: /^(521|554|556)$/,
  },
  {
    name: 'ehlo-name-refused',
    stage: DIALOGUE,
    text: /\b(HELO|EHLO)\b.{0,80}\b(reject|invalid|refus|denied|bogus|bad|need|require|syntax|not found|mismatch|fully)|\b(reject|invalid|refus|bad|bogus|syntax|malformed)\w*.{0,40}\b(HELO|EHLO)\b/i,
  },
  {
    name: 'ehlo-unknown',
    stage: ['ehlo'],
    status: /^50[02]$/,
  },
  {
    name: 'ehlo-refused',
    stage: ['ehlo'],
    status: /^5/,
  },
  {
    name: 'no-smtp',
    stage: ['greeting', 'ehlo'],
    kind: /^EPROTOCOL$/,
    when: ({ status }) => status === null || status < 400,
    values: place,
  },
]
