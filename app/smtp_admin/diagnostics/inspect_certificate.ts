import { ObservedConnection } from '../mail/observed_connection.js'
import type { TlsInfo } from '../models/test_report.js'
import type { Candidate } from '../resolution/candidate.js'

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
