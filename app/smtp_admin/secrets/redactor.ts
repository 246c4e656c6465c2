import { stripControlCharacters } from '../sanitize.js'
import type { Password } from './secret_box.js'

const REDACTED = '[redacted]'

/** Characters of a text that are searched: more than is ever displayed. */
const MAX_TEXT_LENGTH = 100_000

/** A shorter fragment of base64 is in many texts by chance. */
const MIN_FRAGMENT_LENGTH = 4

const BASE64 = /[\w+/=-]/

/**
 * Removes secrets from the responses of a server, which may repeat them as they are or in base64, alone or
 * inside a longer text. The result is safe to display, see `stripControlCharacters`.
 */
export class Redactor {
  #literal: RegExp | null = null
  #encoded: RegExp | null = null
  #maxLength = 0
  #secrets: string[] = []

  constructor(...secrets: string[]) {
    this.add(...secrets)
  }

  /**
   * Redacts a password in every form that AUTH sends: as it is, and in base64 (AUTH LOGIN, and AUTH PLAIN
   * of RFC 4616).
   *
   * @throws E_SMTP_PASSWORD_UNREADABLE
   */
  static for(username: string | null, password: Pick<Password, 'release'> | null): Redactor {
    if (!password) {
      return new Redactor()
    }
    const secret = password.release()
    return new Redactor(secret, `\u0000${username ?? ''}\u0000${secret}`)
  }

  add(...secrets: string[]) {
    this.#secrets.push(...secrets.filter((secret) => secret !== ''))
    const literal = this.#secrets.flatMap((secret) => [secret, ...literalForms(secret)])
    const encoded = this.#secrets.flatMap((secret) => base64Fragments(secret))
    this.#literal = anyOf(literal)
    this.#encoded = anyOf(encoded)
    this.#maxLength = Math.max(0, ...[...literal, ...encoded].map(({ length }) => length))
  }

  /** Time grows with the length of the text up to a bound: the rest is left out. */
  redact(text: string): string {
    const stripped = stripControlCharacters(this.#replace(text.slice(0, MAX_TEXT_LENGTH)))
    // A second time: stripping may have joined the halves of a secret.
    const redacted = this.#replace(stripped)
    // The cut may have left a part of a secret at the end that is too short to be found.
    return text.length > MAX_TEXT_LENGTH
      ? redacted.slice(0, -this.#maxLength || undefined)
      : redacted
  }

  #replace(text: string) {
    const redacted = this.#encoded ? redactWords(text, this.#encoded) : text
    return this.#literal ? redacted.replace(this.#literal, REDACTED) : redacted
  }
}

/** Redacts the whole word around each fragment: its ends hold some bits of the secret, too. */
function redactWords(text: string, fragments: RegExp): string {
  let redacted = ''
  let end = 0
  for (const { index, 0: fragment } of text.matchAll(fragments)) {
    if (index < end) {
      continue
    }
    let start = index
    while (start > end && BASE64.test(text[start - 1])) {
      start--
    }
    redacted += text.slice(end, start) + REDACTED
    end = index + fragment.length
    while (end < text.length && BASE64.test(text[end])) {
      end++
    }
  }
  return redacted + text.slice(end)
}

/**
 * A secret in base64 wherever it begins: base64 reads three bytes at a time, and the characters that hold
 * bits of the text around the secret are left out.
 */
function base64Fragments(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const inside = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const first = Math.ceil((before * 8) / 6)
    const last = Math.floor(((before + bytes.length) * 8) / 6)
    return text.slice(first, last)
  })
  const fragments = [
    ...inside.filter(({ length }) => length >= MIN_FRAGMENT_LENGTH),
    withoutPadding(bytes),
  ]
  return fragments.flatMap((it) => [it, it.replaceAll('+', '-').replaceAll('/', '_')])
}

/** A server may leave the padding out. */
function withoutPadding(bytes: Buffer) {
  return bytes.toString('base64').replace(/=+$/, '')
}

/** A secret after stripping, and after each of its bytes was read as a character. */
function literalForms(secret: string): string[] {
  const stripped = stripControlCharacters(secret)
  return [...(stripped.trim() === '' ? [] : [stripped]), Buffer.from(secret).toString('latin1')]
}

/** Matches the longest text at a place; null: there are no texts. */
function anyOf(texts: string[]): RegExp | null {
  const forms = [...new Set(texts)].sort((one, other) => other.length - one.length)
  return forms.length > 0 ? new RegExp(forms.map(RegExp.escape).join('|'), 'g') : null
}
