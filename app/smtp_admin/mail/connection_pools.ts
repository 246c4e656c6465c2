import type { SMTPPoolSentMessageInfo, SendMailOptions } from 'nodemailer'
import type { Candidate } from '../resolution/candidate.js'
import { ConnectionPool } from './connection_pool.js'

/** Shorter than the idle time of any common server, so that it is us who hang up (RFC 5321, 4.5.3.2). */
const IDLE_MS = 20_000

/** The open pools of this process, one for each configuration and revision in use. */
export class ConnectionPools {
  #pools = new Map<string, ConnectionPool>()
  #draining = new Set<Promise<void>>()
  #idleMs: number
  #isShutDown = false

  /** @param idleMs after which a pool that nobody uses closes */
  constructor(idleMs = IDLE_MS) {
    this.#idleMs = idleMs
  }

  /** How many pools are open, those that are draining not counted. */
  get size(): number {
    return this.#pools.size
  }

  /** How many messages the open pools have not settled. */
  get inFlight(): number {
    return [...this.#pools.values()].reduce((sum, pool) => sum + pool.inFlight, 0)
  }

  /**
   * Sends through the candidate's pool, opening it if need be. A new revision drains the pool of
   * the old one: what was handed to it goes out with the old settings, what follows with the new.
   *
   * @throws E_SMTP_PASSWORD_UNREADABLE
   */
  send(candidate: Candidate, message: SendMailOptions): Promise<SMTPPoolSentMessageInfo> {
    const sent = this.#poolOf(candidate).send(message)
    if (this.#isShutDown) {
      this.#drain(candidate.key)
    }
    return sent
  }

  /** Closes everything; resolves when the messages in flight have settled. */
  async close(): Promise<void> {
    while (this.#pools.size > 0 || this.#draining.size > 0) {
      for (const key of this.#pools.keys()) {
        this.#drain(key)
      }
      await Promise.all(this.#draining)
    }
  }

  /** Closes everything for good: a message that comes later still goes out, and nothing stays open. */
  shutdown(): Promise<void> {
    this.#isShutDown = true
    return this.close()
  }

  #poolOf(candidate: Candidate): ConnectionPool {
    const open = this.#pools.get(candidate.key)
    if (open) {
      return open
    }
    for (const [key, pool] of this.#pools) {
      if (pool.configurationId === candidate.id) {
        this.#drain(key)
      }
    }
    const pool = new ConnectionPool(candidate, this.#idleMs, () =>
      this.#forget(candidate.key, pool)
    )
    this.#pools.set(candidate.key, pool)
    return pool
  }

  #drain(key: string) {
    const drained = this.#pools.get(key)!.drain()
    this.#pools.delete(key)
    this.#draining.add(drained)
    void drained.then(() => this.#draining.delete(drained))
  }

  #forget(key: string, pool: ConnectionPool) {
    if (this.#pools.get(key) === pool) {
      this.#pools.delete(key)
    }
  }
}
