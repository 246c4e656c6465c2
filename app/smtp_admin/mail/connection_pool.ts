import { createTransport } from 'nodemailer'
import type { SMTPPoolSentMessageInfo, SendMailOptions } from 'nodemailer'
import type { Candidate } from '../resolution/candidate.js'
import { PlainPassword } from '../secrets/plain_password.js'
import { type SecretMask, maskOf } from '../secrets/redactor.js'
import { connectionOptions } from './connection_options.js'

/** How long before the socket's timeout an idle connection says QUIT: it would be cut off otherwise. */
const QUIT_MARGIN_MS = 500

/**
 * The open connections to one server with one set of settings. A draining pool closes when its last
 * message has settled, an unused one after a while.
 */
export class ConnectionPool {
  readonly candidate: Candidate
  /** Redacts what the server says. Compiling it is slow, so the pool keeps it. */
  readonly redactor: SecretMask
  #transporter
  #inFlight = 0
  #isDraining = false
  #idleTimer: NodeJS.Timeout
  #closed = Promise.withResolvers<void>()
  #onClosed: () => void

  /**
   * @param idleMs after which an unused connection, or the whole unused pool, is closed
   * @param onClosed is called when the pool has closed
   * @throws E_SMTP_PASSWORD_UNREADABLE
   */
  constructor(candidate: Candidate, idleMs: number, onClosed: () => void) {
    const options = connectionOptions(candidate)
    const { username } = candidate
    this.candidate = candidate
    this.redactor = maskOf(username, options.auth ? new PlainPassword(options.auth.pass!) : null)
    this.#transporter = createTransport({
      ...options,
      idleTimeout: Math.min(idleMs, candidate.timeout * 1000 - QUIT_MARGIN_MS),
    })
    this.#onClosed = onClosed
    this.#idleTimer = setTimeout(() => this.#closeIfIdle(), idleMs).unref()
  }

  /** Messages that were handed over and have not settled. */
  get inFlight(): number {
    return this.#inFlight
  }

  /** Sends one message; rejects with nodemailer's error. */
  async send(message: SendMailOptions): Promise<SMTPPoolSentMessageInfo> {
    this.#inFlight++
    try {
      return await this.#transporter.sendMail(message)
    } finally {
      this.#inFlight--
      this.#idleTimer.refresh()
      if (this.#isDraining) {
        this.#closeIfIdle()
      }
    }
  }

  /** Closes the pool as soon as nothing is in flight. Resolves when it has closed. */
  drain(): Promise<void> {
    this.#isDraining = true
    this.#closeIfIdle()
    return this.#closed.promise
  }

  #closeIfIdle() {
    if (this.#inFlight > 0) {
      this.#idleTimer.refresh()
      return
    }
    clearTimeout(this.#idleTimer)
    this.#transporter.close()
    this.#closed.resolve()
    this.#onClosed()
  }
}
