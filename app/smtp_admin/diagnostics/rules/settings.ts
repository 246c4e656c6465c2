import { nearestKnownHost } from '../presets/nearest_host.js'
import type { StageFailure } from '../stage_failure.js'
import type { AdviceRow } from '../advice.js'
import { place } from './places.js'

const NO_SUCH_NAME = /^(EDNS|ENOTFOUND|ENODATA|ENONAME|EAI_NONAME|EAI_NODATA)$/

function nearest({ settings }: StageFailure) {
  return nearestKnownHost(settings.host)
}

/** Before anything goes over the network, and finding out where the server is. */
export const SETTINGS_AND_NAMES: AdviceRow[] = [
  {
    name: 'password-unreadable',
    stage: ['settings'],
    kind: /^E_SMTP_PASSWORD_UNREADABLE$/,
  },
  {
    name: 'settings-invalid',
    stage: ['settings'],
    kind: /^ECONFIG$/,
  },
  {
    name: 'host-mistyped',
    stage: ['lookup'],
    kind: NO_SUCH_NAME,
    when: (failure) => nearest(failure) !== null,
    values: (failure) => ({ ...place(failure), name: nearest(failure) }),
    correction: (failure) => ({ host: nearest(failure)! }),
  },
  {
    name: 'host-unknown',
    stage: ['lookup'],
    kind: NO_SUCH_NAME,
    values: place,
  },
  {
    name: 'name-servers-silent',
    stage: ['lookup'],
    kind: /^(EAI_|ETIMEOUT|ETIMEDOUT|ESERVFAIL|EREFUSED|ECONNREFUSED|EABORT)/,
    values: place,
  },
]
