import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'

/** What a pasted server address says. `port` is null when it names none. */
export interface ServerAddress {
  host: string
  port: number | null
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i
const BRACKETED = /^\[([^\]]+)\](?::(\d{1,5}))?$/
const HOST_AND_PORT = /^([^:]+):(\d{1,5})$/
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/**
 * Reads what people paste into a host field: `smtp://mail.example.com:587/`, `[::1]:25`,
 * `Mail.Example.com.`. What cannot be read stays as it is, for the host rule to refuse. Credentials
 * in front of an @ are dropped, so that a pasted password is never shown again.
 */
export function parseServerAddress(pasted: string): ServerAddress {
  const withoutScheme = pasted.replace(/^ +|(?<! ) +$/g, '').replace(SCHEME, '')
  const address = withoutScheme.slice(withoutScheme.lastIndexOf('@') + 1).replace(/\/$/, '')

  const parts = BRACKETED.exec(address) ?? HOST_AND_PORT.exec(address)
  const host = parts ? parts[1] : address
  return { host: canonicalHost(host), port: parts?.[2] ? Number(parts[2]) : null }
}

/** Whether this is the name or the IP address of a host, and nothing else. */
export function isHost(value: string): boolean {
  if (isIP(value) !== 0) {
    return true
  }
  return value.length <= 253 && value.split('.').every((label) => LABEL.test(label))
}

/**
 * Lower case, without the root's dot, and in ASCII as DNS needs it (RFC 5890). Control characters
 * stay for the rules to refuse: the conversion would quietly remove them.
 */
function canonicalHost(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '')
  const needsConversion = /\P{ASCII}/u.test(name) && !/\p{Cc}/u.test(name)
  return needsConversion ? domainToASCII(name) || name : name
}
