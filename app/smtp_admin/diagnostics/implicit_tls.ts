import { isIP } from 'node:net'
import { connect } from 'node:tls'

export interface Endpoint {
  address: string
  /** The server name (SNI) to send. */
  host: string
  port: number
}

/** OpenSSL's errors for a reply that is not TLS. */
const NOT_TLS = /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)$/

/**
 * Whether a server expects TLS from the first byte. Only shakes hands, and accepts any certificate: the
 * answer says which encryption the port takes, not whether it is safe.
 */
export function supportsImplicitTls(
  { address, host, port }: Endpoint,
  signal: AbortSignal
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const servername = isIP(host) ? undefined : host
  const socket = connect({ host: address, port, servername, rejectUnauthorized: false }, () => {
    resolve(true)
    socket.destroy()
  })
  // A TLS alert is an answer in TLS, too.
  socket.once('error', ({ code = '' }: NodeJS.ErrnoException) => {
    resolve(code.startsWith('ERR_SSL_') && !NOT_TLS.test(code))
  })
  socket.once('close', () => resolve(false))
  signal.addEventListener('abort', () => socket.destroy())
  if (signal.aborted) {
    socket.destroy()
  }
  return promise
}
