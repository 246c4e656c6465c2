import { canonicalHost } from './host_name.js'
import { readPastedAddress } from './pasted_address.js'
import type { Problem } from './problem.js'

export { isHost } from './host_name.js'

/** What a pasted server address says. `port` is null when it names none. */
export interface ServerAddress {
  host: string
  port: number | null
}

const HOST_AND_PORT = /^([^:]+):(\d{1,5})$/

/**
 * Reads what people paste into a host field: `smtp://mail.example.com:587/`, `[::1]:25`,
 * `Mail.Example.com.`, `Server: mail.example.com, port 587`. What cannot be read, or only by leaving
 * something out that may matter, stays as it is, for the host rule to refuse. Credentials in front of
 * an @ are dropped, so that a pasted password is never shown again.
 */
export function parseServerAddress(pasted: string): ServerAddress {
  const read = readPastedAddress(pasted)
  if ('host' in read && !read.hasPath) {
    return { host: read.host, port: read.port }
  }
  // With the @ in front of it, what cannot be read is no host either.
  const at = pasted.lastIndexOf('@')
  const address = pasted.slice('problem' in read ? Math.max(at, 0) : at + 1)
  const [, host, port] = HOST_AND_PORT.exec(address) ?? []
  return port ? { host: canonicalHost(host), port: Number(port) } : { host: address, port: null }
}

/** Why no server can be read from a text; null: one can, though perhaps only by leaving something out. */
export function hostReason(pasted: string): Problem | null {
  const read = readPastedAddress(pasted)
  return 'problem' in read ? read.problem : null
}
