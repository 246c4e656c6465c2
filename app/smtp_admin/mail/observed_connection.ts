import type { Socket } from 'node:net'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { resolveHostname } from 'nodemailer/lib/shared'
import type { Candidate } from '../resolution/candidate.js'
import { connectionOptions } from './connection_options.js'
import { type Envelope, ENVELOPE_METHOD, probeEnvelope, encodeEnvelope } from './envelope_probe.js'
import { toDeliveryError } from './delivery_error.js'
import type { TlsInfo } from '../models/test_report.js'
import { toTlsInfo } from './tls_info.js'
import { TranscriptRedactor } from './transcript_redactor.js'

/** What happens on a connection, in the order in which it does. Texts are masked. */
export type ConnectionEvent =
  | { type: 'resolved'; addresses: string[] }
  | { type: 'connected'; address: string }
  | { type: 'secured'; tls: TlsInfo }
  | { type: 'said'; by: 'client'; text: string; command: string }
  /** With the number that it begins with: a reply code, or 0 for none. */
  | { type: 'said'; by: 'server'; text: string; status: number }
  | { type: 'accepted'; command: 'MAIL FROM' | 'RCPT TO' }

/** What nodemailer logs of each step. */
interface LogEntry {
  tnx?: string
}

/** Nodemailer's word for what others say on its connection: `probeEnvelope` tells it by itself. */
const UNTOLD = '/* secret */'

/**
 * One connection, made with the options of every other and by the same code, that tells what
 * happens on it. Each step rejects with E_SMTP_DELIVERY_FAILED.
 */
export class ObservedConnection {
  #candidate: Candidate
  #tell: (event: ConnectionEvent) => void
  #mask: TranscriptRedactor
  #connection: SMTPConnection
  #credentials: { user?: string; pass?: string } | undefined
  #failed = Promise.withResolvers<never>()
  #isSecured = false
  #refusal: Error | null = null

  /**
   * @param signal ends the connection at once; its reason is what the step under way rejects with
   * @throws E_SMTP_PASSWORD_UNREADABLE
   */
  constructor(candidate: Candidate, tell: (event: ConnectionEvent) => void, signal: AbortSignal) {
    const options = connectionOptions(candidate)
    this.#candidate = candidate
    this.#tell = tell
    this.#mask = new TranscriptRedactor(candidate)
    this.#credentials = options.auth
    this.#connection = new SMTPConnection({
      ...options,
      transactionLog: true,
      logger: this.#logger(),
      customAuth: {
        [ENVELOPE_METHOD]: async (context) => {
          this.#refusal = await probeEnvelope(context, tell)
        },
      },
    })
    this.#failed.promise.catch(() => {})
    this.#connection.on('error', this.#failed.reject)
    // A moment later: the reply that came with the end says more than the end.
    this.#connection.once('end', () => setImmediate(() => this.#failed.reject(closedByServer())))
    const end = () => {
      this.#failed.reject(reasonOf(signal))
      this.#connection.close()
    }
    signal.addEventListener('abort', end)
    if (signal.aborted) {
      end()
    }
  }

  /** Looks the name up, connects, encrypts and says hello. */
  async connect(): Promise<void> {
    await this.#step(async () => {
      const addresses = await this.#resolve()
      this.#tell({ type: 'resolved', addresses })
      await callback((done) => this.#connection.connect(done))
    })
  }

  /** Whether there is anything to log in with. */
  get hasCredentials(): boolean {
    return this.#credentials !== undefined
  }

  /** Logs in, offered or not: a server that does not want to know is a failure. */
  async login(): Promise<void> {
    const credentials = { user: this.#credentials?.user, pass: this.#credentials?.pass }
    await this.#step(() => {
      return callback((done) => this.#connection.login({ ...credentials, credentials }, done))
    })
  }

  /** Asks the server for its word on a sender and a recipient, and takes the message back (RSET). */
  async probeEnvelope(envelope: Envelope): Promise<void> {
    await this.#step(async () => {
      const login = { method: ENVELOPE_METHOD, ...encodeEnvelope(envelope) }
      await callback((done) => this.#connection.login(login, done))
      if (this.#refusal) {
        throw this.#refusal
      }
    })
  }

  /** Sends a finished message. Resolves with the server's answer. */
  async send(envelope: Envelope, message: Buffer): Promise<string> {
    const answer = Promise.withResolvers<string>()
    await this.#step(async () => {
      const { from, to } = encodeEnvelope(envelope)
      await callback((done) =>
        this.#connection.send({ from, to: [to] }, message, (error, info) => {
          answer.resolve(String(info?.response ?? ''))
          done(error)
        })
      )
    })
    return this.#mask.server(await answer.promise)
  }

  /** Says goodbye, without waiting for an answer. */
  close(): void {
    this.#connection.quit()
    this.#connection.close()
  }

  async #step(work: () => Promise<unknown>): Promise<void> {
    try {
      await Promise.race([work(), this.#failed.promise])
    } catch (error) {
      this.#connection.close()
      throw toDeliveryError(error, this.#candidate, this.#mask.secrets)
    }
  }

  /** By nodemailer's own lookup, which remembers the answer for the connection that follows. */
  #resolve(): Promise<string[]> {
    const { host, timeout } = this.#candidate
    const { promise, resolve, reject } = Promise.withResolvers<string[]>()
    resolveHostname({ host, timeout: timeout * 1000 }, (error, found) => {
      if (error) {
        reject(Object.assign(error, { originalCode: codeOf(error), code: 'EDNS', command: 'CONN' }))
      } else {
        const { _addresses: addresses } = (found ?? {}) as { _addresses?: string[] }
        resolve(addresses ?? [found?.host ?? host])
      }
    })
    return promise
  }

  #logger() {
    const heed = (entry: LogEntry, text: string) => this.#heed(entry, text)
    return { trace: heed, debug: heed, info: heed, warn: heed, error: heed, fatal: heed }
  }

  #heed({ tnx }: LogEntry, text: string) {
    if (tnx === 'dns') {
      // Logged just before the socket is made.
      queueMicrotask(() => this.#watch(this.#connection._socket))
    }
    if (tnx === 'client' && text !== UNTOLD) {
      this.#noticeEncryption()
      const command = /^[A-Z]+\b/.exec(text)?.[0] ?? ''
      this.#tell({ type: 'said', by: 'client', text: this.#mask.client(text), command })
    }
    if (tnx === 'server') {
      this.#noticeEncryption()
      const status = Number(/^\d{1,3}/.exec(text)?.[0] ?? 0)
      this.#tell({ type: 'said', by: 'server', text: this.#mask.server(text), status })
    }
  }

  #watch(socket: Socket | false | null) {
    if (socket) {
      const connected = () => {
        this.#tell({ type: 'connected', address: socket.remoteAddress ?? this.#candidate.host })
      }
      socket.once('connect', connected)
      socket.once('secureConnect', () => this.#noticeEncryption())
    }
  }

  #noticeEncryption() {
    const tls = this.#isSecured ? null : toTlsInfo(this.#connection._socket, this.#mask.secrets)
    if (tls) {
      this.#isSecured = true
      this.#tell({ type: 'secured', tls })
    }
  }
}

function closedByServer() {
  return Object.assign(new Error('the server closed the connection'), { code: 'ECONNECTION' })
}

function reasonOf({ reason }: AbortSignal) {
  const isLate = reason instanceof DOMException && reason.name === 'TimeoutError'
  return isLate ? Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }) : reason
}

function codeOf(error: Error) {
  return (error as { code?: string }).code
}

/** Nodemailer's callbacks as a promise. */
function callback(run: (done: (error?: Error | null) => void) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  run((error) => (error ? reject(error) : resolve()))
  return promise
}
