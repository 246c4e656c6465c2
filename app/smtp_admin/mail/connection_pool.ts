import { createTransport } from 'nodemailer'
import type { SMTPPoolSentMessageInfo, SendMailOptions } from 'nodemailer'
import type { Candidate } from '../resolution/candidate.js'
import { connectionOptions } from './connection_options.js'

/** How long before the timeout on silence an idle connection says QUIT: else it would be cut off. */
const GOODBYE_MS = 500

/**
 * The open connections to one server with one set of settings. Closing lets every message that was
 * handed over finish first; a pool that nobody uses closes by itself.
 */
export class ConnectionPool {
  readonly configurationId: string
  #transporter
  #inFlight = 0
  #isDraining = false
  #idleTimer: NodeJS.Timeout
  #closed = Promise.withResolvers<void>()
  #onClosed: () => void

  /**
   * @param idleMs after which a connection or the whole pool closes when nobody uses it
   * @param onClosed called when the pool has closed
   * @throws E_SMTP_PASSWORD_UNREADABLE
   */
  constructor(candidate: Candidate, idleMs: number, onClosed: () => void) {
    this.configurationId = candidate.id
    this.#transporter = createTransport({
      ...connectionOptions(candidate),
      idleTimeout: Math.min(idleMs, candidate.timeout * 1000 - GOODBYE_MS),
    })
    this.#onClosed = onClosed
    this.#idleTimer = setTimeout(() => this.#closeIfIdle(), idleMs).unref()
  }

  /** How many messages were handed over and have not settled. */
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

  /** Closes as soon as nothing is in flight. Resolves when that has happened. */
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
