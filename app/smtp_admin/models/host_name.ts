import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { type Problem, problem } from './problem.js'

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
export function hostProblem(name: string): Problem | null {
  if (isHost(name)) {
    return null
  }
  if (ENDS_IN_NUMBER.test(name)) {
    return problem('host.ipAddress')
  }
  if (/\P{ASCII}/u.test(name)) {
    return problem('host.characters')
  }
  if (name.includes('*')) {
    return problem('host.pattern')
  }
  if (name.includes('..')) {
    return problem('host.dots')
  }
  if (name.length > 253 || name.split('.').some((label) => label.length > 63)) {
    return problem('host.tooLong')
  }
  if (name.split('.').some((label) => label.startsWith('-') || label.endsWith('-'))) {
    return problem('host.hyphen')
  }
  return problem('host.hostName')
}
