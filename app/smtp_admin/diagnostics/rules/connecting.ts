import type { AdviceRow } from '../advice.js'
import { TIMEOUT } from '../stage_failure.js'
import { THIS_MACHINE, place } from './places.js'

/** Getting a connection at all. */
export const CONNECTING: AdviceRow[] = [
  {
    name: 'port-25-blocked',
    stage: ['connect'],
    kind: TIMEOUT,
    port: [25],
    correction: () => ({ port: 587, encryption: 'starttls' }),
  },
  {
    name: 'no-answer',
    stage: ['connect'],
    kind: TIMEOUT,
    values: place,
  },
  {
    name: 'refused-on-this-machine',
    stage: ['connect'],
    kind: /^ECONNREFUSED$/,
    host: THIS_MACHINE,
    values: place,
  },
  {
    name: 'connection-refused',
    stage: ['connect'],
    kind: /^ECONNREFUSED$/,
    values: place,
  },
  {
    name: 'no-route',
    stage: ['connect'],
    kind: /^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/,
    values: place,
  },
  {
    name: 'not-permitted',
    stage: ['connect'],
    kind: /^(EACCES|EPERM|ERR_ACCESS_DENIED)$/,
    values: place,
  },
  {
    name: 'connection-cut',
    stage: ['connect'],
    kind: /^(ECONNRESET|EPIPE|ECONNECTION|ECONNABORTED)$/,
    values: place,
  },
]
