import type { Candidate } from '../resolution/candidate.js'
import { ConnectionPool } from './connection_pool.js'

/** Shorter than the idle timeout of any common server, so that we hang up first (RFC 5321, 4.5.3.2). */
const IDLE_MS = 20_000

/** The pools of this process, one for each configuration and its settings. */
export class ConnectionPools {
  /** By configuration, revision and settings. */
  #pools = new Map<string, ConnectionPool>()
  /** The pool that the next message of a configuration uses, by the configuration's id. */
  #current = new Map<string, ConnectionPool>()
  #sends = new Set<Promise<unknown>>()
  #idleMs: number
  #isShutDown = false

  /** @param idleMs after which an unused pool closes */
  constructor(idleMs = IDLE_MS) {
    this.#idleMs = idleMs
  }

  /** The number of open pools, draining ones included. */
  get size(): number {
    return this.#pools.size
  }

  /** Messages that the pools have not settled. */
  get inFlight(): number {
    return this.#pools.values().reduce((sum, pool) => sum + pool.inFlight, 0)
  }

  /** Counts a send until it settles, also while it has no pool yet: closing waits for it. */
  track<Result>(send: Promise<Result>): Promise<Result> {
    const forget = () => this.#sends.delete(send)
    this.#sends.add(send)
    send.then(forget, forget)
    return send
  }

  /**
   * Runs a send on the candidate's pool, which is opened if need be. A newer revision drains the pool of
   * the one before: its messages go out with the old settings. A send that was resolved before a change
   * and comes here after it gets a pool of its own, and drains nothing newer.
   *
   * @throws E_SMTP_PASSWORD_UNREADABLE
   */
  use<Result>(candidate: Candidate, send: (pool: ConnectionPool) => Promise<Result>) {
    const pool = this.#find(candidate) ?? this.#open(candidate)
    const current = this.#current.get(candidate.id)
    const isOutdated = current !== undefined && candidate.revision < current.candidate.revision
    if (current !== pool && !isOutdated) {
      void current?.drain()
      this.#current.set(candidate.id, pool)
    }
    const sent = send(pool)
    if (isOutdated || this.#isShutDown) {
      void pool.drain()
    }
    return sent
  }

  /** Closes every pool when the sends that have begun by now have settled. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#sends)
    while (this.#pools.size > 0) {
      await Promise.all(this.#pools.values().map((pool) => pool.drain()))
    }
  }

  /** Closes every pool for good: a later message still goes out, and no connection stays open. */
  shutdown(): Promise<void> {
    this.#isShutDown = true
    return this.close()
  }

  #find(candidate: Candidate): ConnectionPool | undefined {
    const current = this.#current.get(candidate.id)
    return current?.candidate === candidate ? current : this.#pools.get(poolKey(candidate))
  }

  #open(candidate: Candidate): ConnectionPool {
    const key = poolKey(candidate)
    const pool = new ConnectionPool(candidate, this.#idleMs, () => {
      this.#pools.delete(key)
      if (this.#current.get(candidate.id) === pool) {
        this.#current.delete(candidate.id)
      }
    })
    this.#pools.set(key, pool)
    return pool
  }
}

/**
 * The revision alone would do if only models wrote. A row that was altered without raising it must not be
 * sent through what was opened before.
 */
function poolKey({ id, revision, settingsHash }: Candidate): string {
  return `${id}:${revision}:${settingsHash}`
}
