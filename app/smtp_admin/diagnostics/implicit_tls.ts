import { isIP } from 'node:net'
import { connect } from 'node:tls'

/** Where a server is: the address, the name that goes with it, the port. */
export interface Place {
  address: string
  host: string
  port: number
}

/** What OpenSSL says where the answer is no TLS at all. */
const NO_TLS = /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)$/

/**
 * Whether a server takes TLS from the start. Nothing is sent but the handshake, and its certificate
 * is not looked at: the answer only says which encryption fits the port.
 */
export function supportsImplicitTls(
  { address, host, port }: Place,
  signal: AbortSignal
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const servername = isIP(host) ? undefined : host
  const socket = connect({ host: address, port, servername, rejectUnauthorized: false }, () => {
    resolve(true)
    socket.destroy()
  })
  // A refusal in the language of TLS tells as much as a success.
  socket.once('error', ({ code }: NodeJS.ErrnoException) => {
    resolve(/^ERR_SSL_/.test(code ?? '') && !NO_TLS.test(code ?? ''))
  })
  socket.once('close', () => resolve(false))
  signal.addEventListener('abort', () => socket.destroy())
  if (signal.aborted) {
    socket.destroy()
  }
  return promise
}
