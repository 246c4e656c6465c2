import type { Socket } from 'node:net'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { resolveHostname } from 'nodemailer/lib/shared'
import type { Candidate } from '../resolution/candidate.js'
import type { EmitConnectionEvent } from './connection_events.js'
import { connectionOptions } from './connection_pool.js'
import { type Envelope, ENVELOPE_METHOD, probeEnvelope, encodeEnvelope } from './envelope_probe.js'
import { toDeliveryError } from './delivery_error.js'
import { toTlsInfo } from './tls_info.js'
import { TranscriptRedactor } from './transcript_redactor.js'

/** The field of nodemailer's log entries that is read. */
interface LogEntry {
  tnx?: string
}

/** Nodemailer logs this for the commands of a custom login method. `probeEnvelope` emits them. */
const HIDDEN_BY_NODEMAILER = '/* secret */'

/**
 * One connection with the options and the code of those that send mail, which emits everything that
 * happens on it. Each step rejects with E_SMTP_DELIVERY_FAILED.
 */
export class ObservedConnection {
  #candidate: Candidate
  #emit: EmitConnectionEvent
  #redactor: TranscriptRedactor
  #connection: SMTPConnection
  #credentials: { user?: string; pass?: string } | undefined
  #failed = Promise.withResolvers<never>()
  #isSecured = false
  #refusal: Error | null = null

  /**
   * @param signal closes the connection at once; the current step rejects with its reason
   * @throws E_SMTP_PASSWORD_UNREADABLE
   */
  constructor(candidate: Candidate, emit: EmitConnectionEvent, signal: AbortSignal) {
    const options = connectionOptions(candidate)
    this.#candidate = candidate
    this.#emit = emit
    this.#redactor = new TranscriptRedactor(candidate)
    this.#credentials = options.auth
    this.#connection = new SMTPConnection({
      ...options,
      transactionLog: true,
      logger: this.#logger(),
      customAuth: {
        [ENVELOPE_METHOD]: async (context) => {
          this.#refusal = await probeEnvelope(context, emit)
        },
      },
    })
    this.#failed.promise.catch(() => {})
    this.#connection.on('error', this.#failed.reject)
    // Later than the last reply: it says more than the end of the connection.
    this.#connection.once('end', () => setImmediate(() => this.#failed.reject(closedByServer())))
    const end = () => {
      this.#failed.reject(toAbortError(signal))
      this.#connection.close()
    }
    signal.addEventListener('abort', end)
    if (signal.aborted) {
      end()
    }
  }

  /** DNS lookup, connection, TLS and EHLO. */
  async connect(): Promise<void> {
    await this.#step(async () => {
      const addresses = await this.#resolve()
      this.#emit({ type: 'resolved', addresses })
      await promisify((done) => this.#connection.connect(done))
    })
  }

  get hasCredentials(): boolean {
    return this.#credentials !== undefined
  }

  /** Signs in. Fails if the server does not offer authentication. */
  async login(): Promise<void> {
    const credentials = { user: this.#credentials?.user, pass: this.#credentials?.pass }
    await this.#step(() => {
      return promisify((done) => this.#connection.login({ ...credentials, credentials }, done))
    })
  }

  /** MAIL FROM and RCPT TO without a message. */
  async probeEnvelope(envelope: Envelope): Promise<void> {
    await this.#step(async () => {
      const login = { method: ENVELOPE_METHOD, ...encodeEnvelope(envelope) }
      await promisify((done) => this.#connection.login(login, done))
      if (this.#refusal) {
        throw this.#refusal
      }
    })
  }

  /** Sends a complete message. Resolves with the server's reply, redacted. */
  async send(envelope: Envelope, message: Buffer): Promise<string> {
    const answer = Promise.withResolvers<string>()
    await this.#step(async () => {
      const { from, to } = encodeEnvelope(envelope)
      await promisify((done) =>
        this.#connection.send({ from, to: [to] }, message, (error, info) => {
          answer.resolve(String(info?.response ?? ''))
          done(error)
        })
      )
    })
    return this.#redactor.server(await answer.promise)
  }

  /** Sends QUIT and closes without waiting for the reply. */
  close(): void {
    this.#connection.quit()
    this.#connection.close()
  }

  async #step(work: () => Promise<unknown>): Promise<void> {
    try {
      await Promise.race([work(), this.#failed.promise])
    } catch (error) {
      this.#connection.close()
      throw toDeliveryError(error, this.#candidate, this.#redactor.secrets)
    }
  }

  /** Nodemailer's own lookup: it caches the answer for the connection that follows. */
  #resolve(): Promise<string[]> {
    const { host, timeout } = this.#candidate
    const { promise, resolve, reject } = Promise.withResolvers<string[]>()
    resolveHostname({ host, timeout: timeout * 1000 }, (error, found) => {
      if (error) {
        reject(
          Object.assign(error, { originalCode: findCode(error), code: 'EDNS', command: 'CONN' })
        )
      } else {
        const { _addresses: addresses } = (found ?? {}) as { _addresses?: string[] }
        resolve(addresses ?? [found?.host ?? host])
      }
    })
    return promise
  }

  #logger() {
    const log = (entry: LogEntry, text: string) => this.#onLog(entry, text)
    return { trace: log, debug: log, info: log, warn: log, error: log, fatal: log }
  }

  #onLog({ tnx }: LogEntry, text: string) {
    if (tnx === 'dns') {
      // Nodemailer logs this before it creates the socket.
      queueMicrotask(() => this.#attachSocket(this.#connection._socket))
    }
    if (tnx === 'client' && text !== HIDDEN_BY_NODEMAILER) {
      this.#emitSecured()
      const command = /^[A-Z]+\b/.exec(text)?.[0] ?? ''
      this.#emit({ type: 'said', by: 'client', text: this.#redactor.client(text), command })
    }
    if (tnx === 'server') {
      this.#emitSecured()
      const status = Number(/^\d{1,3}/.exec(text)?.[0] ?? 0)
      this.#emit({ type: 'said', by: 'server', text: this.#redactor.server(text), status })
    }
  }

  #attachSocket(socket: Socket | false | null) {
    if (socket) {
      socket.once('connect', () => {
        this.#emit({ type: 'connected', address: socket.remoteAddress ?? this.#candidate.host })
      })
      socket.once('secureConnect', () => this.#emitSecured())
    }
  }

  #emitSecured() {
    const tls = this.#isSecured ? null : toTlsInfo(this.#connection._socket, this.#redactor.secrets)
    if (tls) {
      this.#isSecured = true
      this.#emit({ type: 'secured', tls })
    }
  }
}

function closedByServer() {
  return Object.assign(new Error('the server closed the connection'), { code: 'ECONNECTION' })
}

function toAbortError({ reason }: AbortSignal) {
  const isLate = reason instanceof DOMException && reason.name === 'TimeoutError'
  return isLate ? Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }) : reason
}

function findCode(error: Error) {
  return (error as { code?: string }).code
}

function promisify(run: (done: (error?: Error | null) => void) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  run((error) => (error ? reject(error) : resolve()))
  return promise
}
