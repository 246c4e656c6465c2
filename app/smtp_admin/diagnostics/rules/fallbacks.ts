import type { AdviceRow } from '../advice.js'
import { TIMEOUT } from '../stage_failure.js'
import { DIALOGUE, place } from './places.js'

/** What is left, at every step something: nobody gets no advice. */
export const FALLBACKS: AdviceRow[] = [
  {
    name: 'closing',
    stage: DIALOGUE,
    status: /^421$/,
  },
  {
    name: 'not-now',
    stage: DIALOGUE,
    status: /^4/,
  },
  {
    name: 'stopped-answering',
    stage: DIALOGUE,
    kind: TIMEOUT,
  },
  {
    name: 'hung-up',
    stage: DIALOGUE,
    kind: /^(ECONNECTION|ECONNRESET|EPIPE|ECONNABORTED|ETLS)$/,
  },
  {
    name: 'makes-no-sense',
    stage: DIALOGUE,
    kind: /^EPROTOCOL$/,
    when: ({ status }) => status === null || status < 400,
  },
  {
    name: 'fallback-settings',
    stage: ['settings'],
  },
  {
    name: 'fallback-lookup',
    stage: ['lookup'],
    values: place,
  },
  {
    name: 'fallback-connect',
    stage: ['connect'],
  },
  {
    name: 'fallback-greeting',
    stage: ['greeting'],
  },
  {
    name: 'fallback-ehlo',
    stage: ['ehlo'],
  },
  {
    name: 'fallback-tls',
    stage: ['tls'],
  },
  {
    name: 'fallback-authentication',
    stage: ['authentication'],
  },
  {
    name: 'fallback-sender',
    stage: ['sender'],
  },
  {
    name: 'fallback-recipient',
    stage: ['recipient'],
  },
  {
    name: 'fallback-message',
    stage: ['message'],
  },
]
