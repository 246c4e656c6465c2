import type { Candidate } from '../resolution/candidate.js'
import { maskPassword } from '../secrets/mask.js'

const MASK = '[redacted]'

/**
 * Makes a transcript fit to be kept: no credentials, whoever says them. What we say while logging in
 * is masked whole after the name of the method, the server's challenges too, and the password
 * wherever the server repeats it.
 */
export class TranscriptMask {
  #candidate: Candidate
  #isLoggingIn = false

  constructor(candidate: Candidate) {
    this.#candidate = candidate
  }

  /** A line of ours. */
  client(line: string): string {
    const [, method] = /^AUTH\s+(\S+)/i.exec(line) ?? []
    if (method) {
      this.#isLoggingIn = true
      return `AUTH ${method} ${MASK}`
    }
    return this.#isLoggingIn ? MASK : this.#withoutPassword(line)
  }

  /** A line, or several, of the server's. */
  server(text: string): string {
    if (this.#isLoggingIn && /^334\b/.test(text)) {
      return `334 ${MASK}`
    }
    this.#isLoggingIn = false
    return this.#withoutPassword(text)
  }

  #withoutPassword(text: string) {
    return maskPassword(text, this.#candidate.username, this.#candidate.password)
  }
}
