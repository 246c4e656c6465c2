import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Encryption } from '../../types/main.js'
import type { ProbePort } from './types.js'

/** What a server turned out to be. */
export interface ProbeAnswer {
  /** What it takes: TLS from the start, STARTTLS, or no encryption at all. */
  encryption: Encryption
  /** Whether its certificate is valid for this host. */
  isTrusted: boolean
}

/** How long one server may take to say hello. */
const PROBE_MS = 2500
const LONGEST_REPLY = 64 * 1024

/**
 * Connects to a server, listens to its greeting and to what it offers, encrypts if it can, and hangs
 * up. Nothing is sent but EHLO and STARTTLS, which is why any certificate is taken. Null: there is no
 * such server.
 *
 * @param address where to connect: it was checked, and the host is not looked up again
 */
export async function probe(
  host: string,
  address: string,
  { port, encryption }: ProbePort,
  signal: AbortSignal
): Promise<ProbeAnswer | null> {
  const connection = new SMTPConnection({
    ...{ host: address, port, secure: encryption === 'tls' },
    tls: { servername: isIP(host) ? undefined : host, rejectUnauthorized: false },
    ...{ connectionTimeout: PROBE_MS, greetingTimeout: PROBE_MS, socketTimeout: PROBE_MS },
    ...{ socketCloseTimeout: 0, maxResponseSize: LONGEST_REPLY },
  })
  const { promise, resolve } = Promise.withResolvers<ProbeAnswer | null>()
  const giveUp = () => resolve(null)
  const ended = AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)])

  ended.addEventListener('abort', giveUp, { once: true })
  connection.on('error', giveUp)
  connection.once('end', giveUp)
  connection.connect((error) => resolve(error ? null : answerOf(connection, encryption)))
  if (ended.aborted) {
    giveUp()
  }
  try {
    return await promise
  } finally {
    ended.removeEventListener('abort', giveUp)
    connection.close()
  }
}

function answerOf(connection: SMTPConnection, expected: 'starttls' | 'tls'): ProbeAnswer {
  const socket = connection._socket
  return {
    encryption: connection.secure ? expected : 'none',
    isTrusted: socket instanceof TLSSocket && socket.authorized,
  }
}
