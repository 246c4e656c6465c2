import type { Encryption } from '../types/common.js'
import type { Piece } from './pasted_pieces.js'
import { type Problem, problem } from './problem.js'

const SERVICES = new Map<string, number>([
  ['smtp', 25],
  ['submission', 587],
  ['submissions', 465],
  ['smtps', 465],
])
const DENIALS = /^(?:no|none|off|false)$/

/** The port that a text names, if it names one, and only one. */
export function readPort(
  pieces: Piece[],
  text: string,
  notes: string[]
): number | null | { problem: Problem } {
  const texts = pieces.flatMap((piece) => ('port' in piece && piece.port ? [piece.port] : []))
  const [port, ...others] = new Set(texts.map((it) => SERVICES.get(it) ?? Number(it)))
  if (port === undefined) {
    return null
  }
  if (others.length > 0) {
    return { problem: problem('host.ports') }
  }
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    return { problem: problem('host.noSuchPort') }
  }
  if (/^(?:https?|wss?):/.test(text)) {
    notes.push(`Port ${port} belongs to a web address and was left out.`)
    return null
  }
  notes.push(`Port ${port} was read from the text.`)
  return port
}

/** As said by scheme or word. “TLS” alone is said of both kinds: then the port decides. */
export function readEncryption(
  pieces: Piece[],
  text: string,
  port: number | null,
  notes: string[]
): Encryption | null {
  const isDenied = pieces.some((it) => it.kind === 'label' && DENIALS.test(it.word))
  const words = pieces.flatMap((it) => (it.kind === 'encryption' && !isDenied ? [it.word] : []))
  const [, scheme = ''] = /^([a-z0-9+.-]+):[/\\]/.exec(text) ?? []
  if (/starttls/.test(scheme) || words.some((word) => word === 'starttls')) {
    return noted('starttls', 'STARTTLS was read from the text.', notes)
  }
  if (/^(?:smtps|submissions|ssl|tls)$/.test(scheme)) {
    return noted('tls', `The scheme ${scheme}:// means TLS from the start.`, notes)
  }
  if (port === 465 || port === 587) {
    const encryption = port === 465 ? 'tls' : 'starttls'
    const usual = port === 465 ? 'TLS from the start' : 'STARTTLS'
    return noted(encryption, `Port ${port} takes ${usual}.`, notes)
  }
  if (words.some((word) => word.includes('ssl'))) {
    return noted('tls', 'SSL means TLS from the start.', notes)
  }
  return words.length > 0 && port !== null
    ? noted('starttls', `TLS on port ${port} means STARTTLS.`, notes)
    : null
}

function noted(encryption: Encryption, note: string, notes: string[]): Encryption {
  notes.push(note)
  return encryption
}
