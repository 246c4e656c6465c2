import { type PeerCertificate, TLSSocket } from 'node:tls'
import { plainLine } from '../sanitize.js'
import type { SecretMask } from '../secrets/redactor.js'

/** What a server's certificate says of itself. */
export interface CertificateFacts {
  /** The names that it is for: those of its subjectAltName, else its common name (RFC 9525). */
  names: string[]
  issuer: string
  validFrom: Date
  validTo: Date
}

/** How a connection is encrypted. */
export interface TlsFacts {
  /** As in `TLSv1.3`. */
  protocol: string
  /** As in `TLS_AES_256_GCM_SHA384`. */
  cipher: string
  certificate: CertificateFacts | null
}

/** A certificate may be for thousands of names, each as long as it likes. */
const MOST_NAMES = 100
const LONGEST_NAME = 253

/** What can be told of an encrypted connection; null for one that is not, or not yet. */
export function tlsFactsOf(socket: unknown, secrets: SecretMask): TlsFacts | null {
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
): CertificateFacts | null {
  if (!certificate.subject) {
    return null
  }
  const plain = (text: string) => plainLine(secrets.apply(text), LONGEST_NAME)
  const alternatives = certificate.subjectaltname ?? ''
  const names = [...alternatives.matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(([, name]) => name)
  const { O: organisation, CN: name } = certificate.issuer
  return {
    names: (names.length > 0 ? names : [oneOf(certificate.subject.CN)])
      .slice(0, MOST_NAMES)
      .map(plain),
    issuer: plain([oneOf(organisation), oneOf(name)].filter(Boolean).join(', ')) || 'unknown',
    validFrom: new Date(certificate.valid_from),
    validTo: new Date(certificate.valid_to),
  }
}

/** A part of a name may stand in a certificate more than once. */
function oneOf(value: string | string[] | undefined): string {
  return [value ?? ''].flat()[0]
}
