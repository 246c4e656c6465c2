import { type PeerCertificate, TLSSocket } from 'node:tls'

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

/** What can be told of an encrypted connection; null for one that is not. */
export function tlsFactsOf(socket: unknown): TlsFacts | null {
  if (!(socket instanceof TLSSocket)) {
    return null
  }
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher()?.standardName ?? 'unknown',
    certificate: certificateFacts(socket.getPeerCertificate()),
  }
}

/** A certificate in the words of Node, as facts; null for a server that showed none. */
export function certificateFacts(certificate: PeerCertificate): CertificateFacts | null {
  if (!certificate.subject) {
    return null
  }
  const alternatives = certificate.subjectaltname ?? ''
  const names = [...alternatives.matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(([, name]) => name)
  const { O: organisation, CN: name } = certificate.issuer
  return {
    names: names.length > 0 ? names : [oneOf(certificate.subject.CN)],
    issuer: [oneOf(organisation), oneOf(name)].filter(Boolean).join(', ') || 'unknown',
    validFrom: new Date(certificate.valid_from),
    validTo: new Date(certificate.valid_to),
  }
}

/** A part of a name may stand in a certificate more than once. */
function oneOf(value: string | string[] | undefined): string {
  return [value ?? ''].flat()[0]
}
