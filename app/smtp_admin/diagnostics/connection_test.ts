import { errors } from '@vinejs/vine'
import MailComposer from 'nodemailer/lib/mail-composer'
import { E_SMTP_PASSWORD_UNREADABLE } from '../errors.js'
import type { Envelope } from '../mail/envelope_probe.js'
import { ObservedConnection } from '../mail/observed_connection.js'
import { DEFAULTS, FIELDS, SENDING_FIELDS } from '../models/config_fields.js'
import { validate, type FieldError } from '../models/config_validator.js'
import { encryptionFlags } from '../models/encryption.js'
import type { Advice, Stage, TestResult, Verdict } from '../models/test_report.js'
import type { Candidate } from '../resolution/candidate.js'
import { toSingleLine } from '../sanitize.js'
import { ConnectionObserver } from './connection_observer.js'
import { supportsImplicitTls } from './implicit_tls.js'
import { inspectCertificate, isCertificateError } from './certificate.js'
import { failureMessages } from './messages.js'
import { findAdvice } from './rules/index.js'
import { isUnknownRecipient, toStageFailure } from './stage_failure.js'
import { StageRecorder, stagesFor } from './stage_recorder.js'

export interface TestOptions {
  /** The addresses of MAIL FROM and RCPT TO; null: no sender is known, so both are skipped. */
  envelope: Envelope | null
  /** Whether to send a real message to the recipient. */
  message: 'none' | 'send'
  /** Cancels the test. */
  signal?: AbortSignal
  /** Called with each stage as it ends. */
  onStage?: (stage: Stage) => void
}

/** How long a server may stay silent before the test checks whether it expects TLS. */
const SILENCE_MS = 1500

/** On this port servers delay the greeting on purpose, and reject clients that do not wait. */
const SERVER_TO_SERVER_PORT = 25

const MAX_REPLY_LENGTH = 200

/**
 * Tests a server stage by stage, through the connection code that sends mail, within the timeout of
 * its settings. Never rejects: errors are part of the result. The report's `emailAuth` is empty: DNS
 * is not part of the connection.
 */
export function testConnection(candidate: Candidate, options: TestOptions): Promise<TestResult> {
  return new ConnectionTest(candidate, options).run()
}

class ConnectionTest {
  #candidate: Candidate
  #options: TestOptions
  #recorder: StageRecorder
  #observer: ConnectionObserver
  /** Aborts on timeout or when the test is cancelled. */
  #signal: AbortSignal
  #expectsTls = new AbortController()
  #finished = new AbortController()

  constructor(candidate: Candidate, options: TestOptions) {
    const { envelope, signal, onStage = () => {} } = options
    this.#candidate = candidate
    this.#options = options
    this.#recorder = new StageRecorder(stagesFor(candidate.encryption), onStage)
    this.#observer = new ConnectionObserver({
      candidate,
      envelope,
      recorder: this.#recorder,
      onConnected: (address) => this.#probeImplicitTls(address),
    })
    const timeout = AbortSignal.timeout(candidate.timeout * 1000)
    this.#signal = signal ? AbortSignal.any([timeout, signal]) : timeout
  }

  async run(): Promise<TestResult> {
    const startedAt = performance.now()
    const advice = await this.#runStages()
    this.#finished.abort()
    const { stages } = this.#recorder
    const { tls, transcript } = this.#observer
    return {
      verdict: toVerdict(stages),
      ms: Math.round(performance.now() - startedAt),
      report: { stages, advice, emailAuth: [], tls },
      transcript: transcript.text,
    }
  }

  async #runStages(): Promise<Advice | null> {
    try {
      await validateSettings(this.#candidate)
      this.#recorder.pass({ key: 'stages.valid' })
      await this.#connect()
      return null
    } catch (error) {
      if (this.#options.signal?.aborted) {
        this.#recorder.stop('cancelled', [{ key: 'stages.cancelled' }])
        return null
      }
      return this.#fail(error)
    }
  }

  async #fail(error: unknown): Promise<Advice | null> {
    const stage = this.#recorder.current ?? 'message'
    const failure = toStageFailure(error, stage, this.#candidate, this.#observer.capabilities)
    if (isCertificateError(failure.kind)) {
      this.#observer.tls = await inspectCertificate(this.#candidate, this.#signal)
      failure.certificate = this.#observer.tls?.certificate ?? null
    }
    this.#recorder.stop('failed', failureMessages(failure, this.#candidate))
    return findAdvice(failure)
  }

  async #connect() {
    const { envelope, message } = this.#options
    const connection = new ObservedConnection(
      this.#candidate,
      (event) => this.#observer.handle(event),
      AbortSignal.any([this.#signal, this.#expectsTls.signal])
    )
    try {
      await connection.connect()
      await this.#authenticate(connection)
      await this.#probeEnvelope(connection, envelope)
      await this.#sendMessage(connection, message === 'send' ? envelope : null)
    } finally {
      connection.close()
    }
  }

  async #authenticate(connection: ObservedConnection) {
    if (!connection.hasCredentials) {
      this.#recorder.skip({ key: 'stages.no_login' })
      return
    }
    await connection.login()
    const { username } = this.#candidate
    this.#recorder.pass({ key: 'stages.logged_in', params: { username } })
  }

  async #probeEnvelope(connection: ObservedConnection, envelope: Envelope | null) {
    if (!envelope) {
      this.#recorder.skip({ key: 'stages.no_from_address' })
      this.#recorder.skip({ key: 'stages.no_sender' })
      return
    }
    try {
      await connection.probeEnvelope(envelope)
    } catch (error) {
      if (!this.#isMissingMailbox(error)) {
        throw error
      }
      this.#recorder.skip({ key: 'stages.no_mailbox', params: { address: envelope.to } })
    }
  }

  /**
   * Without a given recipient the sender's address is probed. A no-reply address without a mailbox is
   * no failure.
   */
  #isMissingMailbox(error: unknown): boolean {
    const { envelope, message } = this.#options
    const isRecipientGiven = message === 'send' || envelope?.to !== envelope?.from
    const stage = this.#recorder.current
    if (isRecipientGiven || stage !== 'recipient') {
      return false
    }
    return isUnknownRecipient(toStageFailure(error, stage, this.#candidate, null))
  }

  async #sendMessage(connection: ObservedConnection, envelope: Envelope | null) {
    if (!envelope) {
      this.#recorder.skip({ key: 'stages.no_message' })
      return
    }
    const reply = await connection.send(envelope, await testMessage(this.#candidate, envelope))
    this.#recorder.pass({
      key: 'stages.sent',
      params: { address: envelope.to, words: toSingleLine(reply, MAX_REPLY_LENGTH) },
    })
  }

  /** A server that expects implicit TLS does not greet. Find out early instead of timing out. */
  #probeImplicitTls(address: string) {
    const { encryption, host, port } = this.#candidate
    if (encryption === 'tls' || port === SERVER_TO_SERVER_PORT) {
      return
    }
    const signal = AbortSignal.any([this.#signal, this.#finished.signal])
    const isSilent = () => this.#recorder.current === 'greeting'
    const timer = setTimeout(async () => {
      const endpoint = { address, host, port }
      if (isSilent() && (await supportsImplicitTls(endpoint, signal)) && isSilent()) {
        const error = new Error('the server expects TLS')
        this.#expectsTls.abort(Object.assign(error, { code: 'EWANTSTLS' }))
      }
    }, SILENCE_MS)
    signal.addEventListener('abort', () => clearTimeout(timer))
  }
}

function toVerdict(stages: Stage[]): Verdict {
  const states = stages.map(({ state }) => state)
  if (states.includes('cancelled')) {
    return 'cancelled'
  }
  return states.includes('failed') ? 'failed' : 'passed'
}

function testMessage(candidate: Candidate, { from, to }: Envelope): Promise<Buffer> {
  const { name, host, port, fromName } = candidate
  const composer = new MailComposer({
    from: { name: fromName ?? '', address: from },
    to,
    subject: `Test email through ${name}`,
    text: `This message was sent to try out the SMTP configuration "${name}" (${host}:${port}). If you can read it, the configuration works.`,
  })
  return composer.compile().build()
}

/**
 * Validates settings without connecting to a server.
 *
 * @throws E_SMTP_PASSWORD_UNREADABLE; an error with code ECONFIG that lists each invalid value
 */
async function validateSettings(candidate: Candidate): Promise<void> {
  const { name, password, encryption } = candidate
  if (password && !password.canDecrypt()) {
    throw new E_SMTP_PASSWORD_UNREADABLE([name])
  }
  const { useTls, useSsl } = encryptionFlags(encryption)
  try {
    const sent = SENDING_FIELDS.filter((field) => field in candidate)
    const values = sent.map((field) => [FIELDS[field].column, candidate[field as keyof Candidate]])
    await validate({
      ...DEFAULTS,
      ...Object.fromEntries(values),
      use_tls: useTls,
      use_ssl: useSsl,
      password: password && '[sealed]',
    })
  } catch (error) {
    throw error instanceof errors.E_VALIDATION_ERROR ? configError(error.messages) : error
  }
}

function configError(problems: FieldError[]) {
  const text = problems.map(({ message }) => message).join(' ')
  return Object.assign(new Error(text), { code: 'ECONFIG', problems })
}
