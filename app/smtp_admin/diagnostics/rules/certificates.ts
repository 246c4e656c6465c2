import { isIP } from 'node:net'
import type { AdviceRow } from '../advice.js'
import { presetOfHost } from '../presets/presets.js'
import type { StageFailure } from '../stage_failure.js'
import { place } from './places.js'

const MOST_NAMES = 5

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

function namesOf({ certificate }: StageFailure): string | null {
  return certificate?.names.slice(0, MOST_NAMES).join(', ') || null
}

/** Certificates that were refused, each for its own reason. */
export const CERTIFICATES: AdviceRow[] = [
  {
    name: 'certificate-expired',
    kind: /^CERT_HAS_EXPIRED$/,
  },
  {
    name: 'certificate-not-yet-valid',
    kind: /^CERT_NOT_YET_VALID$/,
  },
  {
    name: 'certificate-revoked',
    kind: /^CERT_REVOKED$/,
  },
  {
    name: 'certificate-names-another',
    kind: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    when: (failure) => nameOnCertificate(failure) !== null,
    values: (failure) => ({
      ...place(failure),
      names: namesOf(failure),
      name: nameOnCertificate(failure),
    }),
    correction: (failure) => ({ host: nameOnCertificate(failure)! }),
  },
  {
    name: 'certificate-for-others',
    kind: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    values: (failure) => ({ ...place(failure), names: namesOf(failure) }),
  },
  {
    name: 'certificate-self-signed',
    kind: /^DEPTH_ZERO_SELF_SIGNED_CERT$/,
  },
  {
    name: 'certificate-private-authority',
    kind: /^SELF_SIGNED_CERT_IN_CHAIN$/,
  },
  {
    name: 'certificate-chain-incomplete',
    kind: /^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT|GET_ISSUER_CERT_LOCALLY)$/,
  },
  {
    name: 'certificate-refused',
    kind: /^(CERT_|ERR_TLS_CERT|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH|UNABLE_TO_|ERROR_IN_CERT)/,
  },
]
