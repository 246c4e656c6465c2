import { createHmac } from 'node:crypto'
import type { Candidate } from '../resolution/candidate.js'
import { Redactor } from '../secrets/redactor.js'

const MASK = '[redacted]'

/**
 * Removes credentials from the transcript of a connection. During authentication everything after the
 * name of the method is removed, including the server's challenges. The password, and a digest that
 * proves it, are removed wherever the server repeats them.
 */
export class TranscriptRedactor {
  /** Redacts everything else that a server says. */
  readonly secrets: Redactor
  #candidate: Candidate
  #method: string | null = null

  constructor(candidate: Candidate) {
    this.#candidate = candidate
    this.secrets = Redactor.for(candidate.username, candidate.password)
  }

  client(line: string): string {
    const [, method] = /^AUTH\s+(\S+)/i.exec(line) ?? []
    if (method) {
      this.#method = method.toUpperCase()
      return `AUTH ${method} ${MASK}`
    }
    return this.#method ? MASK : this.secrets.redact(line)
  }

  /** One line or several. */
  server(text: string): string {
    const [, challenge] = /^334[ -]?(.*)/.exec(text) ?? []
    if (this.#method && challenge !== undefined) {
      this.#redactCramMd5Digest(challenge)
      return `334 ${MASK}`
    }
    this.#method = null
    return this.secrets.redact(text)
  }

  /** The answer of CRAM-MD5 (RFC 2195): with the challenge, passwords can be tried against it offline. */
  #redactCramMd5Digest(challenge: string) {
    const { password } = this.#candidate
    if (this.#method === 'CRAM-MD5' && password) {
      const question = Buffer.from(challenge.trim(), 'base64').toString('ascii')
      this.secrets.add(createHmac('md5', password.release()).update(question).digest('hex'))
    }
  }
}
