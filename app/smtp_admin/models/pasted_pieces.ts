import { isIPv6 } from 'node:net'
import { canonicalHost } from './host_name.js'

/**
 * A word that names a server: certainly (`host`), as the domain of an e-mail address, or perhaps, for
 * want of a better one (`word`). `written` is the name before it was brought to its form in DNS.
 */
export interface Named {
  kind: 'host' | 'address' | 'word'
  host: string
  written: string
  port?: string
  hasPath: boolean
}

/** One word of a pasted text, by what it says. */
export type Piece =
  | Named
  | { kind: 'port'; port: string }
  | { kind: 'encryption'; word: string }
  | { kind: 'label'; word: string; isMarked: boolean }
  | { kind: 'incoming' }

/** Words that stand around a server in a manual, a table or a file of settings. */
const LABELS = new Set([
  ...['smtp', 'smtps', 'esmtp', 'submission', 'mail', 'email', 'e-mail', 'server', 'servername'],
  ...['host', 'hostname', 'outgoing', 'outbound', 'address', 'name', 'port', 'url', 'uri', 'is'],
  ...['use', 'using', 'on', 'at', 'via', 'with', 'over', 'through', 'the', 'for', 'and', 'or'],
  ...['encryption', 'security', 'secure', 'connection', 'type', 'method', 'required', 'yes'],
  ...['true', 'no', 'none', 'off', 'false', 'tcp', 'relay'],
  ...['postausgangsserver', 'serveur', 'servidor', 'sortant'],
])

const SCHEME = /^[a-z][a-z0-9+.-]{0,20}:\/{2,}/
const MISTYPED_SCHEME = /^(?:smtps?|https?|submissions?)(?::[/\\]+|[/\\]{2,})/
const INCOMING = /^(?:imap|pop3?)s?:/
const ENCRYPTION = /^(?:ssl|tls|starttls)(?:[/+](?:ssl|tls|starttls))*$/
const TWO_PORTS = /^(.*:\d+)\/(\d+)$/
const PORT = /^:?(\d+)(?:\/(?:tcp|ssl|tls|starttls))?$/

/** The pieces of a text without quotation marks, in lower case. */
export function piecesOf(text: string): Piece[] {
  return text
    .split(/[\s,;]+/)
    .flatMap((word) => (/^[\w.-]+=/.test(word) ? word.split('=') : [word]))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .flatMap((word) => pieceOf(word))
}

function pieceOf(word: string): Piece[] {
  if (INCOMING.test(word)) {
    return [{ kind: 'incoming' }]
  }
  if (word.includes('@')) {
    return [
      { ...hostPiece(word.slice(word.lastIndexOf('@') + 1)), kind: 'address', hasPath: false },
    ]
  }
  const bare = word.replace(/[.:!?]+$/, '')
  if (ENCRYPTION.test(bare)) {
    return [{ kind: 'encryption', word: bare }]
  }
  const port = PORT.exec(bare)
  if (port) {
    return [{ kind: 'port', port: port[1] }]
  }
  if (/^\d+(?:[/-]\d+)+$/.test(bare)) {
    return bare.split(/[/-]/).map((it) => ({ kind: 'port', port: it }))
  }
  const both = TWO_PORTS.exec(bare)
  if (both) {
    return [...pieceOf(both[1]), { kind: 'port', port: both[2] }]
  }
  if (isLabel(bare)) {
    return [{ kind: 'label', word: bare, isMarked: word.endsWith(':') }]
  }
  const labelled = /^([a-z_-]+):(?![/\\])(.*\D.*)$/.exec(bare)
  if (labelled && isLabel(labelled[1])) {
    return [{ kind: 'label', word: labelled[1], isMarked: true }, ...pieceOf(labelled[2])]
  }
  const piece = hostPiece(word.replace(/[:!]+$/, ''))
  return piece.written ? [piece] : []
}

function hostPiece(word: string): Named {
  const { written, hasPath } = cutPath(word)
  const { host, port } = splitPort(written)
  const isSure = port !== undefined || hasPath || /[.:]/.test(host) || /\P{ASCII}/u.test(host)
  return {
    kind: isSure ? 'host' : 'word',
    host: canonicalHost(host.replace(/^\.+(?=.)/, '')),
    written: host,
    port,
    hasPath,
  }
}

/** Takes the scheme off, and what follows a slash, question mark or hash. */
function cutPath(word: string) {
  let address = word.replace(/^\/{2,}/, '')
  while (SCHEME.test(address) || MISTYPED_SCHEME.test(address)) {
    address = address.replace(SCHEME, '').replace(MISTYPED_SCHEME, '')
  }
  const [written] = address.split(/[/?#]/, 1)
  return { written, hasPath: /^[/?#]+[^/?#]/.test(address.slice(written.length)) }
}

/** Host and port as they are written; of an IPv6 address the brackets are taken off. */
function splitPort(written: string): { host: string; port?: string } {
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(written)
  if (bracketed) {
    return { host: bracketed[1], port: portText(bracketed[2]) }
  }
  const colon = written.indexOf(':')
  if (colon < 0 || isIPv6(written)) {
    return { host: written }
  }
  return { host: written.slice(0, colon), port: portText(written.slice(colon + 1)) }
}

function portText(port: string | undefined) {
  return port?.replace(/[.:!]+$/, '') || undefined
}

function isLabel(word: string) {
  return LABELS.has(word) || (word.includes('_') && word.split('_').every((it) => LABELS.has(it)))
}
