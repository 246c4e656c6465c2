import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/** What ends like an IPv4 address is one, or is misread as one by whoever connects to it (`127.1`). */
const ENDS_IN_NUMBER = /(?:^|\.)(?:\d+|0x[\da-f]*)$/

/** Whether this is the name or the IP address of a host, and nothing else. */
export function isHost(value: string): boolean {
  if (isIP(value) !== 0) {
    return true
  }
  const isName = value.length <= 253 && value.split('.').every((label) => LABEL.test(label))
  return isName && !ENDS_IN_NUMBER.test(value)
}

/**
 * Lower case, without the root's dot, and in ASCII as DNS needs it (RFC 5890). Control characters
 * stay for the rules to refuse: the conversion would quietly remove them.
 */
export function canonicalHost(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '')
  const needsConversion = /\P{ASCII}/u.test(name) && !/\p{Cc}/u.test(name)
  return needsConversion ? domainToASCII(name) || name : name
}

/** Why this cannot be a host, in words that do not repeat it; null for what can. */
export function hostProblem(name: string): string | null {
  if (isHost(name)) {
    return null
  }
  if (ENDS_IN_NUMBER.test(name)) {
    return 'This is no complete IP address. Enter four numbers from 0 to 255, as in 192.0.2.25, or a name.'
  }
  if (/\P{ASCII}/u.test(name)) {
    return 'This name has characters that DNS cannot hold. Enter the host as its operator writes it.'
  }
  if (name.includes('*')) {
    return 'Enter the name of one host instead of a pattern, for example mail.example.com.'
  }
  if (name.includes('..')) {
    return 'There are two dots in a row. Enter the host with one between its parts, for example mail.example.com.'
  }
  if (name.length > 253 || name.split('.').some((label) => label.length > 63)) {
    return 'This is longer than a host name can be: 253 characters, 63 between two dots.'
  }
  if (name.split('.').some((label) => label.startsWith('-') || label.endsWith('-'))) {
    return 'A part of a host name cannot begin or end with a hyphen. Look for one too many.'
  }
  return 'Enter only a host name or IP address, for example mail.example.com: no scheme, no path, no spaces.'
}
