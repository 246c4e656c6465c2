import { stripControlCharacters } from '../sanitize.js'
import type { Redacted } from '../types/common.js'

const MASK = '[redacted]'

/** Characters of a text that are looked at: more than is ever shown of one. */
const LONGEST_TEXT = 100_000

/** A shorter piece of base64 stands in many a text by chance. */
const SHORTEST_PIECE = 4

const BASE64 = /[\w+/=-]/

/**
 * Takes secrets out of what a server says: it may repeat whatever it got, as it got it or in base64,
 * alone or inside of something longer. The text comes back fit to be shown, see `stripControlCharacters`.
 */
export class SecretMask {
  #clear: RegExp | null = null
  #encoded: RegExp | null = null
  #longest = 0
  #secrets: string[] = []

  constructor(...secrets: string[]) {
    this.add(...secrets)
  }

  /** Takes these out as well from now on. */
  add(...secrets: string[]) {
    this.#secrets.push(...secrets.filter((secret) => secret !== ''))
    const clear = this.#secrets.flatMap((secret) => [secret, ...variantsOf(secret)])
    const encoded = this.#secrets.flatMap((secret) => piecesOf(secret))
    this.#clear = anyOf(clear)
    this.#encoded = anyOf(encoded)
    this.#longest = Math.max(0, ...[...clear, ...encoded].map(({ length }) => length))
  }

  /** Time grows with the length of the text, and only up to a bound: the rest is left out. */
  apply(text: string): string {
    const tidy = stripControlCharacters(this.#hide(text.slice(0, LONGEST_TEXT)))
    // Once more: what stood between two halves of a secret may be gone.
    const shown = this.#hide(tidy)
    // The cut may have left a part of a secret at the end, too little to be told.
    return text.length > LONGEST_TEXT ? shown.slice(0, -this.#longest || undefined) : shown
  }

  #hide(text: string) {
    const shown = this.#encoded ? hideWords(text, this.#encoded) : text
    return this.#clear ? shown.replace(this.#clear, MASK) : shown
  }
}

/**
 * What a server says without the password, in all forms in which it is sent: in clear, and in base64
 * as AUTH LOGIN and AUTH PLAIN (RFC 4616) send it.
 */
export function maskOf(username: string | null, password: Redacted | null): SecretMask {
  if (!password) {
    return new SecretMask()
  }
  const secret = password.release()
  return new SecretMask(secret, `\u0000${username ?? ''}\u0000${secret}`)
}

/** The same for one text. */
export function maskPassword(
  text: string,
  username: string | null,
  password: Redacted | null
): string {
  return maskOf(username, password).apply(text)
}

/** Hides the whole word around each piece: its ends hold some bits of the secret, too. */
function hideWords(text: string, pieces: RegExp): string {
  let shown = ''
  let end = 0
  for (const { index, 0: piece } of text.matchAll(pieces)) {
    if (index < end) {
      continue
    }
    let start = index
    while (start > end && BASE64.test(text[start - 1])) {
      start--
    }
    shown += text.slice(end, start) + MASK
    end = index + piece.length
    while (end < text.length && BASE64.test(text[end])) {
      end++
    }
  }
  return shown + text.slice(end)
}

/**
 * What base64 makes of a secret wherever it begins: it reads three bytes at a time, and the
 * characters that hold bits of what stands before and after it are left out.
 */
function piecesOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const inside = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const first = Math.ceil((before * 8) / 6)
    const last = Math.floor(((before + bytes.length) * 8) / 6)
    return text.slice(first, last)
  })
  const pieces = [...inside.filter(({ length }) => length >= SHORTEST_PIECE), base64(bytes)]
  return pieces.flatMap((piece) => [piece, piece.replaceAll('+', '-').replaceAll('/', '_')])
}

/** Without the padding, which a server may leave out. */
function base64(bytes: Buffer) {
  return bytes.toString('base64').replace(/=+$/, '')
}

/** As it reads when a text has been tidied, and where somebody takes each byte for a character. */
function variantsOf(secret: string): string[] {
  const tidy = stripControlCharacters(secret)
  return [...(tidy.trim() === '' ? [] : [tidy]), Buffer.from(secret).toString('latin1')]
}

/** Finds the longest of them at a place; null: there are none. */
function anyOf(texts: string[]): RegExp | null {
  const forms = [...new Set(texts)].sort((one, other) => other.length - one.length)
  return forms.length > 0 ? new RegExp(forms.map(RegExp.escape).join('|'), 'g') : null
}
