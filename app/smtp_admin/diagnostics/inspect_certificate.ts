import { RecordedConnection } from '../mail/observed_connection.js'
import type { TlsFacts } from '../mail/tls_info.js'
import type { Candidate } from '../resolution/candidate.js'

/**
 * Looks at the certificate that was refused, over a second connection which trusts everything and is
 * told nothing: no login, no mail. Null when there is none to be seen.
 */
export async function peekTls(candidate: Candidate, signal: AbortSignal): Promise<TlsFacts | null> {
  const found = Promise.withResolvers<TlsFacts | null>()
  // Without a username there is no login. The password stays, to be masked wherever it comes up.
  const stranger = { ...candidate, verifyCertificate: false, username: null }
  const connection = new RecordedConnection(
    stranger,
    (event) => event.type === 'secured' && found.resolve(event.tls),
    signal
  )
  connection.connect().then(
    () => found.resolve(null),
    () => found.resolve(null)
  )
  const tls = await found.promise
  connection.close()
  return tls
}

const REFUSED = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/

/** Whether it was the certificate that a connection failed for. */
export function isCertificateProblem(kind: string): boolean {
  return REFUSED.test(kind)
}
