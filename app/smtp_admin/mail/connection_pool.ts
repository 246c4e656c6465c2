import { createTransport } from 'nodemailer'
import type { SMTPPoolSentMessageInfo, SendMailOptions } from 'nodemailer'
import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool'
import type { Candidate } from '../resolution/candidate.js'
import { Password } from '../secrets/secret_box.js'
import { Redactor } from '../secrets/redactor.js'

/** Connections to one server at the same time, per process. */
const MAX_CONNECTIONS = 5

/** Shorter than the idle timeout of any common server, so that we hang up first (RFC 5321, 4.5.3.2). */
const IDLE_MS = 20_000

/** How long before the socket's timeout an idle connection says QUIT: it would be cut off otherwise. */
const QUIT_MARGIN_MS = 500

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

/**
 * The open connections to one server with one set of settings. A draining pool closes when its last
 * message has settled, an unused one after a while.
 */
export class ConnectionPool {
  readonly candidate: Candidate
  /** Redacts what the server says. Compiling it is slow, so the pool keeps it. */
  readonly redactor: Redactor
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
    this.redactor = Redactor.for(username, options.auth ? new Password(options.auth.pass!) : null)
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

/**
 * The options of every connection to this server, real or test. STARTTLS means required, no
 * encryption means none, and with credentials nothing is sent before a login has succeeded, offered
 * or not: nodemailer would otherwise send in clear, or without logging in.
 *
 * @throws E_SMTP_PASSWORD_UNREADABLE
 */
export function connectionOptions(candidate: Candidate): SMTPPoolOptions {
  const timeoutMs = candidate.timeout * 1000
  return {
    pool: true,
    host: candidate.host,
    port: candidate.port,
    name: candidate.ehloName ?? undefined,
    secure: candidate.encryption === 'tls',
    requireTLS: candidate.encryption === 'starttls',
    ignoreTLS: candidate.encryption === 'none',
    tls: { rejectUnauthorized: candidate.verifyCertificate },
    ...credentials(candidate),
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    maxConnections: MAX_CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
    maxRequeues: 1,
  }
}

function credentials({ username, password }: Candidate): SMTPPoolOptions {
  if (username === null || password === null) {
    return {}
  }
  return { auth: { user: username, pass: password.release() }, forceAuth: true }
}
