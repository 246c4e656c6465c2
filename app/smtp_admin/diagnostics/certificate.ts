import type { Message, MessageParams } from '../i18n/types.js'
import { ObservedConnection } from '../mail/observed_connection.js'
import type { CertificateInfo, TlsInfo } from '../models/test_report.js'
import type { Candidate } from '../resolution/candidate.js'

const DAY_MS = 86_400_000

/** A certificate that expires sooner needs attention. */
export const EXPIRY_WARNING_DAYS = 21

/** The names of a certificate that a message lists. */
const MAX_LISTED_NAMES = 5

/** As in “It is for mail.example.com, issued by Let's Encrypt, R11, valid for 43 days more”. */
export function certificateMessage(certificate: CertificateInfo): Message {
  return {
    key: `failures.certificate.${validity(certificate)}`,
    params: certificateParams(certificate),
  }
}

/** As in “TLSv1.3 with TLS_AES_256_GCM_SHA384; the certificate is …”. */
export function tlsMessage({ protocol, cipher, certificate }: TlsInfo): Message {
  if (!certificate) {
    return { key: 'stages.secured', params: { protocol, cipher } }
  }
  return {
    key: `stages.secured.${validity(certificate)}`,
    params: { protocol, cipher, ...certificateParams(certificate) },
  }
}

function validity({ validTo }: CertificateInfo) {
  const left = Date.parse(validTo) - Date.now()
  if (Math.abs(left) < DAY_MS) {
    return left < 0 ? 'just_expired' : 'ending'
  }
  return left < 0 ? 'expired' : 'valid'
}

function certificateParams({ names, issuer, validTo }: CertificateInfo): MessageParams {
  const listed = names.slice(0, MAX_LISTED_NAMES)
  const more = names.length > MAX_LISTED_NAMES ? ['…'] : []
  const days = Math.floor(Math.abs(Date.parse(validTo) - Date.now()) / DAY_MS)
  return { names: [...listed, ...more].join(', '), issuer, count: days }
}

/**
 * Reads the certificate that was rejected, over a second connection that accepts any certificate and
 * neither authenticates nor sends mail. Null: the server shows none.
 */
export async function inspectCertificate(
  candidate: Candidate,
  signal: AbortSignal
): Promise<TlsInfo | null> {
  const found = Promise.withResolvers<TlsInfo | null>()
  // Without a username there is no authentication. The password stays so that it is redacted.
  const anonymous = { ...candidate, verifyCertificate: false, username: null }
  const connection = new ObservedConnection(
    anonymous,
    (event) => event.type === 'secured' && found.resolve(event.tls),
    signal
  )
  const giveUp = () => found.resolve(null)
  connection.connect().then(giveUp, giveUp)
  const tls = await found.promise
  connection.close()
  return tls
}

const REJECTED = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/

/** Whether the connection failed because of the certificate. */
export function isCertificateError(kind: string): boolean {
  return REJECTED.test(kind)
}
