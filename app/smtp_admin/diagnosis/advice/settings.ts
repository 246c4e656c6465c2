import { nearestKnownHost } from '../presets/nearest_host.js'
import type { StageFailure } from '../stage_failure.js'
import type { AdviceRow } from '../advice.js'

const NO_SUCH_NAME = /^(EDNS|ENOTFOUND|ENODATA|ENONAME|EAI_NONAME|EAI_NODATA)$/

function nearest({ settings }: StageFailure) {
  return nearestKnownHost(settings.host)
}

/** Before anything goes over the network, and finding out where the server is. */
export const SETTINGS_AND_NAMES: AdviceRow[] = [
  {
    name: 'password-unreadable',
    stage: ['policy'],
    kind: /^E_SMTP_PASSWORD_UNREADABLE$/,
    cause:
      'The stored password cannot be decrypted. It was stored with another APP_KEY, or the row in the database was changed from outside. Nothing was connected to.',
    steps: [
      'If APP_KEY was changed by accident, put the old one back and test again.',
      'Otherwise enter the password once more and save: it is then stored with the key of today.',
    ],
  },
  {
    name: 'settings-invalid',
    stage: ['policy'],
    kind: /^ECONFIG$/,
    cause: 'Some of the settings cannot be right, so nothing was connected to.',
    steps: ['Correct what the step names, save, and test again.'],
  },
  {
    name: 'host-mistyped',
    stage: ['lookup'],
    kind: NO_SUCH_NAME,
    when: (failure) => nearest(failure) !== null,
    cause: (failure) =>
      `There is no ${failure.settings.host} in DNS. It looks like ${nearest(failure)} with a typing error.`,
    steps: [
      (failure) => `Set the host to ${nearest(failure)}, if that is your provider.`,
      'Enter the password again then: it belongs to the server that it was entered for.',
    ],
    correction: (failure) => ({ host: nearest(failure)! }),
  },
  {
    name: 'host-unknown',
    stage: ['lookup'],
    kind: NO_SUCH_NAME,
    cause: ({ settings }) =>
      `There is no ${settings.host} in DNS, the directory of names on the network.`,
    steps: [
      'Look for a typing error in the host.',
      'Copy the name of the outgoing server (SMTP) from the help pages of your provider: it is often not the name of the website.',
      'If the name is known only inside your network, this machine has to use the name servers of that network.',
    ],
  },
  {
    name: 'name-servers-silent',
    stage: ['lookup'],
    kind: /^(EAI_|ETIMEOUT|ETIMEDOUT|ESERVFAIL|EREFUSED|ECONNREFUSED|EABORT)/,
    cause: ({ settings }) =>
      `The name servers that this machine asks do not answer, so nobody can say where ${settings.host} is. The host may well be right.`,
    steps: [
      'Test again in a minute.',
      'Check that this machine is on the network, and which name servers it uses (/etc/resolv.conf; in a container, the DNS setting of the container).',
      'Check that a firewall lets DNS through (port 53).',
    ],
  },
]
