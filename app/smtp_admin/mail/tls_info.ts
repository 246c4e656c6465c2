import { type PeerCertificate, TLSSocket } from 'node:tls'
import type { CertificateInfo, TlsInfo } from '../models/test_report.js'
import { plainLine } from '../sanitize.js'
import type { SecretMask } from '../secrets/redactor.js'

/** A certificate may have thousands of names of any length. */
const MAX_NAMES = 50
const MAX_NAME_LENGTH = 253

/** What can be told of an encrypted connection; null for one that is not, or not yet. */
export function toTlsInfo(socket: unknown, secrets: SecretMask): TlsInfo | null {
  if (!(socket instanceof TLSSocket) || !hasShakenHands(socket)) {
    return null
  }
  return {
    protocol: socket.getProtocol()!,
    cipher: socket.getCipher()?.standardName ?? 'unknown',
    certificate: certificateFacts(socket.getPeerCertificate(), secrets),
  }
}

function hasShakenHands(socket: TLSSocket) {
  const protocol = socket.getProtocol()
  return protocol !== null && protocol !== 'unknown'
}

/** A certificate in the words of Node, as facts; null for a server that showed none. */
function certificateFacts(
  certificate: PeerCertificate,
  secrets: SecretMask
): CertificateInfo | null {
  if (!certificate.subject) {
    return null
  }
  const plain = (text: string) => plainLine(secrets.apply(text), MAX_NAME_LENGTH)
  const alternatives = certificate.subjectaltname ?? ''
  const names = [...alternatives.matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(([, name]) => name)
  const { O: organisation, CN: name } = certificate.issuer
  return {
    names: (names.length > 0 ? names : [oneOf(certificate.subject.CN)])
      .slice(0, MAX_NAMES)
      .map(plain),
    issuer: plain([oneOf(organisation), oneOf(name)].filter(Boolean).join(', ')) || 'unknown',
    validFrom: toIso(certificate.valid_from),
    validTo: toIso(certificate.valid_to),
  }
}

/** A certificate may hold anything in place of a time. */
function toIso(time: string): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

/** A part of a name may stand in a certificate more than once. */
function oneOf(value: string | string[] | undefined): string {
  return [value ?? ''].flat()[0]
}
