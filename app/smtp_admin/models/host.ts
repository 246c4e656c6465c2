import { isIP, isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'
import type { Encryption } from '../types/common.js'

/** A server as it was read from a text. */
export interface ParsedServer {
  /** In the form that DNS needs. Not a host if the text names none: see `isHost`. */
  host: string
  /** Null: the text has no port. */
  port: number | null
  /** Null: the text has no scheme, or one that leaves the encryption open. */
  encryption: Encryption | null
}

/** Why a text is not a host, as a rule of the field. */
export type HostRule =
  | 'characters'
  | 'dots'
  | 'hostName'
  | 'hyphen'
  | 'incoming'
  | 'ipAddress'
  | 'noSuchPort'
  | 'spaces'
  | 'tooLong'

/** RFC 8314 section 7 registers `submissions`; the others are what mail programs and libraries use. */
const SCHEMES: Record<string, Encryption | null> = {
  smtp: null,
  submission: 'starttls',
  smtps: 'tls',
  submissions: 'tls',
  ssl: 'tls',
  tls: 'tls',
}

const SCHEME = new RegExp(`^(${Object.keys(SCHEMES).join('|')})://`, 'i')

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/** A text that ends like an IPv4 address is one, or connects to one (`127.1`). */
const ENDS_IN_NUMBER = /(?:^|\.)(?:\d+|0x[\da-f]*)$/

/** Whether a text is the name or the IP address of a host, and nothing else. */
export function isHost(text: string): boolean {
  if (isIP(text) !== 0) {
    return true
  }
  const isName = text.length <= 253 && text.split('.').every((label) => LABEL.test(label))
  return isName && !ENDS_IN_NUMBER.test(text)
}

/**
 * Lower case, without the root's dot, in ASCII (RFC 5890). Control characters stay, so that the rules
 * can refuse them: the conversion removes them.
 */
export function canonicalHost(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '')
  const needsConversion = /\P{ASCII}/u.test(name) && !/\p{Cc}/u.test(name)
  return needsConversion ? domainToASCII(name) || name : name
}

/**
 * Reads `mail.example.com`, `mail.example.com:587`, `[::1]:25` and URLs such as
 * `smtps://mail.example.com`. Credentials before an @ are dropped, so that no page shows a pasted
 * password again.
 */
export function parseServer(text: string): ParsedServer {
  const pasted = text.trim()
  const [prefix, scheme] = SCHEME.exec(pasted) ?? ['', '']
  const encryption = SCHEMES[scheme.toLowerCase()] ?? null
  const address = withoutCredentials(pasted.slice(prefix.length))
  const server = prefix ? address.replace(/\/$/, '') : address
  const [, bracketed = server, bracketedPort] = /^\[([^\]]*)\](?::(\d+))?$/.exec(server) ?? []
  const [, host = bracketed, port = bracketedPort] =
    (!isIPv6(bracketed) && /^([^:]+):(\d+)$/.exec(bracketed)) || []
  if (port !== undefined && !isPort(Number(port))) {
    return { host: server, port: null, encryption }
  }
  return { host: canonicalHost(host), port: port === undefined ? null : Number(port), encryption }
}

/** The domain of an email address, with or without a name, a URL or a host; null: there is not one. */
export function parseDomain(text: string): string | null {
  const [, pasted = text] = /<([^<>]*)>\s*$/.exec(text) ?? []
  if (/[\s,;]/.test(pasted.trim())) {
    return null
  }
  const address = withoutCredentials(pasted.trim()).replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  const { host } = parseServer(address.split(/[/?#]/, 1)[0])
  return isHost(host) ? host : null
}

/** Why `text` is not a host: the rule that helps most. */
export function hostRule(text: string): HostRule {
  const name = parseServer(text).host
  if (/^(?:imap|pop3?)s?:\/\//i.test(text.trim())) {
    return 'incoming'
  }
  if (/\s/.test(name)) {
    return 'spaces'
  }
  if (/^[^:]+:\d+$/.test(name)) {
    return 'noSuchPort'
  }
  if (ENDS_IN_NUMBER.test(name)) {
    return 'ipAddress'
  }
  if (/\P{ASCII}/u.test(name)) {
    return 'characters'
  }
  if (name.includes('..')) {
    return 'dots'
  }
  const labels = name.split('.')
  if (name.length > 253 || labels.some((label) => label.length > 63)) {
    return 'tooLong'
  }
  return labels.some((label) => /^-|-$/.test(label)) ? 'hyphen' : 'hostName'
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65535
}

/** A text without a password in it stays as it is if no host follows the @. */
function withoutCredentials(address: string): string {
  const host = address.slice(address.lastIndexOf('@') + 1)
  return host === '' && !address.includes(':') ? address : host
}
