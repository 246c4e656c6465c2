import { type PeerCertificate, TLSSocket } from 'node:tls'
import type { CertificateInfo, TlsInfo } from '../models/test_report.js'
import { toSingleLine } from '../sanitize.js'
import type { Redactor } from '../secrets/redactor.js'

/** A certificate may have thousands of names of any length. */
const MAX_NAMES = 50
const MAX_NAME_LENGTH = 253

/** The protocol and the certificate of a connection; null: it is not encrypted, or not yet. */
export function toTlsInfo(socket: unknown, secrets: Redactor): TlsInfo | null {
  if (!(socket instanceof TLSSocket) || !isHandshakeDone(socket)) {
    return null
  }
  return {
    protocol: socket.getProtocol()!,
    cipher: socket.getCipher()?.standardName ?? 'unknown',
    certificate: toCertificateInfo(socket.getPeerCertificate(), secrets),
  }
}

function isHandshakeDone(socket: TLSSocket) {
  const protocol = socket.getProtocol()
  return protocol !== null && protocol !== 'unknown'
}

/** Null: the server presented no certificate. */
function toCertificateInfo(
  certificate: PeerCertificate,
  secrets: Redactor
): CertificateInfo | null {
  if (!certificate.subject) {
    return null
  }
  const plain = (text: string) => toSingleLine(secrets.redact(text), MAX_NAME_LENGTH)
  const alternatives = certificate.subjectaltname ?? ''
  const names = [...alternatives.matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(([, name]) => name)
  const { O: organisation, CN: name } = certificate.issuer
  return {
    names: (names.length > 0 ? names : [first(certificate.subject.CN)])
      .slice(0, MAX_NAMES)
      .map(plain),
    issuer: plain([first(organisation), first(name)].filter(Boolean).join(', ')) || 'unknown',
    validFrom: toIso(certificate.valid_from),
    validTo: toIso(certificate.valid_to),
  }
}

/** Empty for a text that is not a time. */
function toIso(time: string): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

/** A certificate may have several values for one attribute of a name. */
function first(value: string | string[] | undefined): string {
  return [value ?? ''].flat()[0]
}
