import type { Encryption } from '../types/common.js'
import { hostProblem } from './host_name.js'
import { type Named, type Piece, piecesOf } from './pasted_pieces.js'
import { readEncryption, readPort } from './pasted_port.js'
import { type Problem, problem } from './problem.js'

/** What a pasted text says about a server, each thing with a note in words. */
export interface PastedAddress {
  host: string
  port: number | null
  encryption: Encryption | null
  /** Whether a path stood after the host: whoever pasted it may have meant something else. */
  hasPath: boolean
  notes: string[]
}

/** Why nothing could be read from a text, and what to enter instead. Never repeats the text. */
export interface Unreadable {
  problem: Problem
}

const LONGEST = 1000
const CONTROL = /[\p{Cc}\u2028\u2029]/u
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const QUOTES = /["'`´“”„‟‘’‚«»‹›<>(){}|]/g
const HOST_WORD = /^(?:smtp|e?mail|relay|server)(?:_(?:host|relay|server))?$/

/** Reads one server from what people paste: addresses with a scheme, lines of a manual, settings. */
export function readPastedAddress(pasted: string): PastedAddress | Unreadable {
  if (pasted.length > LONGEST) {
    return { problem: problem('host.tooMuch') }
  }
  if (CONTROL.test(pasted)) {
    return { problem: problem('host.line') }
  }
  const notes: string[] = []
  const text = withoutCredentials(plain(pasted, notes), notes)
  const pieces = piecesOf(text)
  return refusal(pieces) ?? reading(pieces, text, notes)
}

/** In lower case, without what cannot be seen, wide forms and quotation marks. */
function plain(pasted: string, notes: string[]): string {
  const visible = pasted.replace(INVISIBLE, '').replace(/\p{Zs}/gu, ' ')
  const narrow = visible.normalize('NFKC').replace(/[。｡]/g, '.')
  const bare = narrow.replace(QUOTES, ' ').replace(/ *@ */g, '@').trim()
  noteIf(pasted.search(INVISIBLE) >= 0, notes, 'Invisible characters were taken out.')
  noteIf(narrow !== visible.normalize('NFC'), notes, 'Wide characters were made plain ones.')
  noteIf(narrow.search(QUOTES) >= 0, notes, 'Quotation marks or brackets were left out.')
  return bare.toLowerCase()
}

/**
 * After a scheme everything up to the last @ is a username and a password, whatever it looks like:
 * neither may show up again.
 */
function withoutCredentials(text: string, notes: string[]): string {
  const [scheme] = /^[a-z][a-z0-9+.-]*:\/\//.exec(text) ?? []
  const rest = text.slice(text.lastIndexOf('@') + 1)
  noteIf(text.includes('@'), notes, 'What stands before the @ was left out.')
  return scheme && text.includes('@') ? `${scheme}${rest}` : text
}

function refusal(pieces: Piece[]): Unreadable | null {
  if (pieces.some(({ kind }) => kind === 'incoming')) {
    return { problem: problem('host.incoming') }
  }
  const [first, second] = pieces
  if (pieces.length === 2 && first.kind === 'label' && second.kind === 'host' && !first.isMarked) {
    const meant = `${first.word}.${second.host}`
    const isName = HOST_WORD.test(first.word) && /^[^.]+\.[^.]+$/.test(second.host)
    return isName ? { problem: problem('host.space', { meant }) } : null
  }
  return null
}

function reading(pieces: Piece[], text: string, notes: string[]): PastedAddress | Unreadable {
  const hosts = namedHosts(pieces)
  if (new Set(hosts.map(({ host }) => host)).size > 1) {
    return { problem: problem('host.several') }
  }
  const [named] = hosts
  if (!named) {
    const hasWords = pieces.some(({ kind }) => kind === 'word')
    return { problem: problem(hasWords ? 'host.spaces' : 'host.required') }
  }
  const { host, written, kind } = named
  const misnamed = hostProblem(host)
  if (misnamed) {
    return { problem: misnamed }
  }
  const words = pieces.filter((piece) => piece.kind === 'word' && piece.host !== host)
  if (words.length > 0 && kind !== 'address') {
    return { problem: problem('host.spaces') }
  }
  const port = readPort(pieces, text, notes)
  if (port !== null && typeof port === 'object') {
    return port
  }
  const hasPath = pieces.some((piece) => 'hasPath' in piece && piece.hasPath)
  noteHost(host, written, notes)
  noteIf(hasPath, notes, 'The path after the host was left out.')
  noteIf(words.length > 0 || isLabelled(pieces, host), notes, 'The words around it were left out.')
  return { host, port, encryption: readEncryption(pieces, text, port, notes), hasPath, notes }
}

/** Named as a host, else by an e-mail address, else by the only word that there is. */
function namedHosts(pieces: Piece[]): Named[] {
  for (const kind of ['host', 'address', 'word'] as const) {
    const named = pieces.filter((piece): piece is Named => piece.kind === kind)
    if (named.length > 0) {
      return kind === 'word' && named.length > 1 ? [] : named
    }
  }
  const labels = pieces.filter((piece) => piece.kind === 'label')
  const [{ word, isMarked }] = [...labels, { word: '', isMarked: true }]
  const isHost = labels.length === 1 && !isMarked && HOST_WORD.test(word)
  return isHost ? [{ kind: 'word', host: word, written: word, hasPath: false }] : []
}

function noteHost(host: string, written: string, notes: string[]) {
  noteIf(/^\.|\.$/.test(written), notes, 'The dot at the end of the host was left out.')
  noteIf(/\P{ASCII}/u.test(written), notes, `In DNS this name is ${host}.`)
  noteIf(host.includes('_'), notes, 'An underscore in a host is unusual: look whether it is right.')
  noteIf(
    /^(?:imap|pop3?)\./.test(host),
    notes,
    'A host of this name usually serves reading mail; the one for sending is often called smtp.'
  )
}

function isLabelled(pieces: Piece[], host: string) {
  return pieces.some((piece) => piece.kind === 'label' && piece.word !== host)
}

function noteIf(isSo: boolean, notes: string[], note: string) {
  if (isSo) {
    notes.push(note)
  }
}
