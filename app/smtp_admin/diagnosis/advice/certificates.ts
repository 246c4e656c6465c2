import { isIP } from 'node:net'
import type { AdviceRow } from '../advice.js'
import { presetOfHost } from '../presets/presets.js'
import type { StageFailure } from '../stage_failure.js'

const TRUST_AUTHORITY =
  'Or trust the authority that signed it: start the app with NODE_EXTRA_CA_CERTS set to the file of its certificate.'

const SWITCH_OFF =
  'Only for a server in a network of your own: set Certificate to “Do not check it”. Anybody in between could then pass for the server and read the password.'

/** The name that the server should have been called, if its certificate leaves no doubt. */
function nameOnCertificate({ certificate, settings }: StageFailure): string | null {
  const names = (certificate?.names ?? []).filter((name) => !isIP(name))
  const usable = names.filter(isName).map((name) => name.toLowerCase())
  const name = usable.find((it) => presetOfHost(it)) ?? (names.length === 1 ? usable[0] : null)
  return name && name !== settings.host ? name : null
}

/** Neither a pattern nor an address nor a text that somebody wrote into it. */
function isName(name: string) {
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]+$/i.test(name)
}

function namesOf({ certificate }: StageFailure) {
  const names = certificate?.names.slice(0, 5).join(', ')
  return names ? `, but for ${names}` : ''
}

/** Certificates that were refused, each for its own reason. */
export const CERTIFICATES: AdviceRow[] = [
  {
    name: 'certificate-expired',
    kind: /^CERT_HAS_EXPIRED$/,
    cause:
      'The certificate of the server has expired, so that nobody vouches for the server any more.',
    steps: [
      'Tell the operator of the server: the certificate has to be renewed. On a server of your own, renew it and let the mail server load it again.',
      'Check that the clock of this machine is right.',
      'If the provider has moved, look up the current host in its help pages.',
    ],
  },
  {
    name: 'certificate-not-yet-valid',
    kind: /^CERT_NOT_YET_VALID$/,
    cause:
      'The certificate of the server is valid only from a later time on, going by the clock here.',
    steps: [
      'Check that the clock of this machine is right: that is nearly always it.',
      'Otherwise wait, or ask the operator of the server.',
    ],
  },
  {
    name: 'certificate-revoked',
    kind: /^CERT_REVOKED$/,
    cause: 'The certificate of the server has been withdrawn by the authority that issued it.',
    steps: ['Do not send through this server. Tell its operator.'],
  },
  {
    name: 'certificate-names-another',
    kind: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    when: (failure) => nameOnCertificate(failure) !== null,
    cause: (failure) =>
      `The certificate of the server is not for ${failure.settings.host}${namesOf(failure)}. Mostly that is the real name of the same server.`,
    steps: [
      (failure) =>
        `Set the host to ${nameOnCertificate(failure)}, if that is a name of your provider.`,
      'If you do not know this name, ask your provider first: somebody might be in between.',
      'Enter the password again then: it belongs to the server that it was entered for.',
    ],
    correction: (failure) => ({ host: nameOnCertificate(failure)! }),
  },
  {
    name: 'certificate-for-others',
    kind: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    cause: (failure) =>
      `The certificate of the server is not for ${failure.settings.host}${namesOf(failure)}.`,
    steps: [
      'Set the host to the name that your provider gives for outgoing mail (SMTP): with shared hosting it is often the name of the machine, not of your domain.',
      'On a server of your own, get a certificate for this name.',
      SWITCH_OFF,
    ],
  },
  {
    name: 'certificate-self-signed',
    kind: /^DEPTH_ZERO_SELF_SIGNED_CERT$/,
    cause:
      'The server has signed its certificate itself, so that nobody else vouches for it. A new mail server comes with such a one; a provider never does.',
    steps: [
      'On a server of your own, get a certificate from an authority, for example from Let’s Encrypt, free of charge.',
      'Or trust this one: start the app with NODE_EXTRA_CA_CERTS set to a file with it.',
      SWITCH_OFF,
    ],
  },
  {
    name: 'certificate-private-authority',
    kind: /^SELF_SIGNED_CERT_IN_CHAIN$/,
    cause:
      'The certificate of the server is signed by an authority that this machine does not know: one of a company, or of a program that reads along in encrypted connections.',
    steps: [
      'With a public provider, look for an antivirus program or a firewall that opens encrypted mail, and except the mail server from it.',
      TRUST_AUTHORITY,
      SWITCH_OFF,
    ],
  },
  {
    name: 'certificate-chain-incomplete',
    kind: /^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT|GET_ISSUER_CERT_LOCALLY)$/,
    cause:
      'The server shows its certificate, but not the ones in between that lead to an authority known here; or it is signed by an authority of its own.',
    steps: [
      'On a server of your own, give it the full chain (the file is mostly called fullchain.pem), not the certificate alone.',
      'Otherwise tell the operator of the server that the chain is incomplete.',
      TRUST_AUTHORITY,
      SWITCH_OFF,
    ],
  },
  {
    name: 'certificate-refused',
    kind: /^(CERT_|ERR_TLS_CERT|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH|UNABLE_TO_|ERROR_IN_CERT)/,
    cause: 'The certificate of the server cannot be trusted, for an uncommon reason.',
    steps: [
      'Tell the operator of the server what the step says.',
      'Check that the clock of this machine is right, and that its list of authorities is up to date.',
      SWITCH_OFF,
    ],
  },
]
