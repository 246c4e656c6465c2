import { createHmac } from 'node:crypto'
import type { Candidate } from '../resolution/candidate.js'
import { type SecretMask, maskOf } from '../secrets/redactor.js'

const MASK = '[redacted]'

/**
 * Makes what is said on a connection fit to be kept: no credentials, whoever says them. What we say
 * while logging in is masked whole after the name of the method, the server's challenges too, and
 * the password, or what proves it, wherever the server repeats it.
 */
export class TranscriptRedactor {
  /** Hides them in everything else that comes of the connection. */
  readonly secrets: SecretMask
  #candidate: Candidate
  #method: string | null = null

  constructor(candidate: Candidate) {
    this.#candidate = candidate
    this.secrets = maskOf(candidate.username, candidate.password)
  }

  /** A line of ours. */
  client(line: string): string {
    const [, method] = /^AUTH\s+(\S+)/i.exec(line) ?? []
    if (method) {
      this.#method = method.toUpperCase()
      return `AUTH ${method} ${MASK}`
    }
    return this.#method ? MASK : this.secrets.apply(line)
  }

  /** A line, or several, of the server's. */
  server(text: string): string {
    const [, challenge] = /^334[ -]?(.*)/.exec(text) ?? []
    if (this.#method && challenge !== undefined) {
      this.#expectAnswer(challenge)
      return `334 ${MASK}`
    }
    this.#method = null
    return this.secrets.apply(text)
  }

  /** What CRAM-MD5 answers to a challenge (RFC 2195): who knows both can try passwords out on it. */
  #expectAnswer(challenge: string) {
    const { password } = this.#candidate
    if (this.#method === 'CRAM-MD5' && password) {
      const asked = Buffer.from(challenge.trim(), 'base64').toString('ascii')
      this.secrets.add(createHmac('md5', password.release()).update(asked).digest('hex'))
    }
  }
}
