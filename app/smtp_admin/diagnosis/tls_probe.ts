import { connect } from 'node:tls'

/**
 * Whether a server takes TLS from the start. Nothing is sent but the handshake, and its certificate
 * is not looked at: the answer only says which encryption fits the port.
 */
export function speaksTls(address: string, port: number, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect({ host: address, port, rejectUnauthorized: false }, () => {
    resolve(true)
    socket.destroy()
  })
  socket.once('error', () => resolve(false))
  socket.once('close', () => resolve(false))
  signal.addEventListener('abort', () => socket.destroy())
  return promise
}
