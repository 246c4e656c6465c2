import type { Envelope } from '../delivery/envelope_trial.js'
import { type ConnectionEvent, RecordedConnection } from '../delivery/recorded_connection.js'
import type { TlsFacts } from '../delivery/tls_facts.js'
import { plainLine } from '../plain_text.js'
import type { Candidate } from '../resolution/candidate.js'
import { type Advice, adviceFor } from './advice.js'
import { isUnknownRecipient } from './advice/recipient.js'
import { describeTls } from './certificate.js'
import { describeExtensions, type Extensions, readExtensions } from './extensions.js'
import { isCertificateProblem, peekTls } from './peek_tls.js'
import { checkPolicy } from './policy.js'
import { Progress } from './progress.js'
import { describeStageFailure, stageFailureOf } from './stage_failure.js'
import { type Stage, stagesFor } from './stages.js'
import { testMessage } from './test_message.js'
import { speaksTls } from './tls_probe.js'
import { Transcript } from './transcript.js'

/** What a test does beyond connecting and logging in. */
export interface TestOptions {
  /** Between whom to try a message; null: no sender is known, and those steps are skipped. */
  envelope: Envelope | null
  /** Whether to send a real message to the recipient. */
  message: 'none' | 'send'
  /** Cancels the test. */
  signal?: AbortSignal
  /** Told of each step as it ends. */
  tell?: (stage: Stage) => void
}

/** How a test went: plain data but for the dates of the certificate. */
export interface TestResult {
  verdict: 'passed' | 'failed' | 'cancelled'
  stages: Stage[]
  /** What the failure means and what to do; null: nothing failed, or nothing is known of it. */
  advice: Advice | null
  transcript: string
  tls: TlsFacts | null
  ms: number
}

/** How long a silent server is waited for before it is asked whether it wants TLS. */
const SILENCE_MS = 1500

/** Servers for each other's mail greet late on purpose, and mind those who do not wait. */
const LATE_GREETERS = 25

/**
 * Tests a server step by step, through the connection code that sends mail, within the timeout of
 * its settings. Never rejects: what goes wrong is in the result.
 */
export async function runTest(candidate: Candidate, options: TestOptions): Promise<TestResult> {
  const test = new Test(candidate, options)
  return test.run()
}

class Test {
  #candidate: Candidate
  #options: TestOptions
  #progress: Progress
  #transcript = new Transcript()
  #tls: TlsFacts | null = null
  /** What the latest answer to EHLO offers. */
  #offers: Extensions | null = null
  /** The latest command of ours. */
  #command = ''
  /** The deadline, or somebody who cancels. */
  #ends: AbortSignal
  #wantsTls = new AbortController()
  #isOver = new AbortController()

  constructor(candidate: Candidate, options: TestOptions) {
    this.#candidate = candidate
    this.#options = options
    this.#progress = new Progress(stagesFor(candidate.encryption), options.tell ?? (() => {}))
    const deadline = AbortSignal.timeout(candidate.timeout * 1000)
    this.#ends = AbortSignal.any([deadline, ...(options.signal ? [options.signal] : [])])
  }

  async run(): Promise<TestResult> {
    const started = performance.now()
    const advice = await this.#advice()
    this.#isOver.abort()
    return {
      verdict: this.#verdict,
      stages: this.#progress.stages,
      advice,
      transcript: this.#transcript.text,
      tls: this.#tls,
      ms: Math.round(performance.now() - started),
    }
  }

  get #verdict(): TestResult['verdict'] {
    const states = this.#progress.stages.map(({ state }) => state)
    if (states.includes('cancelled')) {
      return 'cancelled'
    }
    return states.includes('failed') ? 'failed' : 'passed'
  }

  /** Goes through the steps; the advice for the one that failed, if one did. */
  async #advice(): Promise<Advice | null> {
    try {
      await this.#steps()
      return null
    } catch (error) {
      if (this.#options.signal?.aborted) {
        this.#progress.stop('cancelled', 'Cancelled')
        return null
      }
      return this.#fail(error)
    }
  }

  async #fail(error: unknown): Promise<Advice | null> {
    const stage = this.#progress.current ?? 'message'
    const failure = stageFailureOf(error, stage, this.#candidate, this.#offers)
    if (isCertificateProblem(failure.kind)) {
      this.#tls = await peekTls(this.#candidate, this.#ends)
      failure.certificate = this.#tls?.certificate ?? null
    }
    this.#progress.stop('failed', describeStageFailure(failure, this.#candidate))
    return adviceFor(failure)
  }

  async #steps() {
    await checkPolicy(this.#candidate)
    this.#progress.pass('The settings are valid')

    const { envelope, message } = this.#options
    const connection = new RecordedConnection(
      this.#candidate,
      (event) => this.#heed(event),
      AbortSignal.any([this.#ends, this.#wantsTls.signal])
    )
    try {
      await connection.connect()
      await this.#login(connection)
      await this.#envelope(connection, envelope)
      await this.#message(connection, message === 'send' ? envelope : null)
    } finally {
      connection.close()
    }
  }

  async #login(connection: RecordedConnection) {
    if (!connection.hasCredentials) {
      this.#progress.skip('No username is set: mail is sent without logging in')
      return
    }
    await connection.login()
    this.#progress.pass(`Logged in as ${this.#candidate.username}`)
  }

  async #envelope(connection: RecordedConnection, envelope: Envelope | null) {
    if (!envelope) {
      this.#progress.skip('No sender is known: the configuration has no from address')
      this.#progress.skip('No sender is known')
      return
    }
    try {
      await connection.tryEnvelope(envelope)
    } catch (error) {
      if (!this.#isOnlyUnknown(error)) {
        throw error
      }
      this.#progress.skip(
        `${envelope.to} is no mailbox of this server, which says nothing of others. Name a recipient to try one`
      )
    }
  }

  /**
   * Where nobody has named a recipient, the sender is asked for as one: that a no-reply address takes
   * no mail is as it should be.
   */
  #isOnlyUnknown(error: unknown): boolean {
    const { envelope, message } = this.#options
    const isNamed = message === 'send' || envelope?.to !== envelope?.from
    const stage = this.#progress.current
    if (isNamed || stage !== 'recipient') {
      return false
    }
    return isUnknownRecipient(stageFailureOf(error, stage, this.#candidate, this.#offers))
  }

  async #message(connection: RecordedConnection, envelope: Envelope | null) {
    if (!envelope) {
      this.#progress.skip('No message was asked for')
      return
    }
    const answer = await connection.send(envelope, await testMessage(this.#candidate, envelope))
    this.#progress.pass(`A message to ${envelope.to} was accepted: ${plainLine(answer, 200)}`)
  }

  #heed(event: ConnectionEvent) {
    switch (event.type) {
      case 'resolved':
        return this.#progress.pass(`Found ${event.addresses.slice(0, 8).join(', ')}`)
      case 'connected':
        this.#progress.pass(`Connected to ${event.address}, port ${this.#candidate.port}`)
        return this.#watchSilence(event.address)
      case 'secured':
        this.#tls = event.tls
        return this.#progress.pass(describeTls(event.tls))
      case 'said':
        this.#transcript.add(event.by, event.text)
        if (event.by === 'server') {
          return this.#heedReply(event.text, event.status)
        }
        this.#command = event.command
        return
      case 'accepted':
        return this.#heedAccepted(event.command)
    }
  }

  #heedReply(text: string, status: number) {
    const { current } = this.#progress
    if (current === 'greeting' && status === 220) {
      this.#progress.pass(`The server says: ${plainLine(text.slice(4), 200)}`)
    } else if (/^(EHLO|HELO)$/.test(this.#command) && /^2/.test(String(status))) {
      this.#heedExtensions(readExtensions(text))
    }
  }

  #heedExtensions(offers: Extensions) {
    if (this.#progress.current === 'ehlo') {
      this.#offers = offers
      this.#progress.pass(describeExtensions(offers))
      this.#skipTls()
    } else {
      // The second EHLO, after STARTTLS: only now does a server say how to log in.
      this.#offers = { ...offers, startTls: true }
      this.#progress.revise('ehlo', describeExtensions(this.#offers))
    }
  }

  #skipTls() {
    if (this.#candidate.encryption === 'none') {
      this.#progress.skip('No encryption is set: everything can be read on the way')
    }
  }

  #heedAccepted(command: 'MAIL FROM' | 'RCPT TO') {
    const address = this.#options.envelope![command === 'MAIL FROM' ? 'from' : 'to']
    this.#progress.pass(`${address} is accepted`)
  }

  /** A server that waits for TLS says nothing: rather than wait as long, ask it. */
  #watchSilence(address: string) {
    const { encryption, host, port } = this.#candidate
    if (encryption === 'tls' || port === LATE_GREETERS) {
      return
    }
    const signal = AbortSignal.any([this.#ends, this.#isOver.signal])
    const timer = setTimeout(async () => {
      const isWaiting = () => this.#progress.current === 'greeting'
      if (isWaiting() && (await speaksTls({ address, host, port }, signal)) && isWaiting()) {
        const error = new Error('the server waits for TLS')
        this.#wantsTls.abort(Object.assign(error, { code: 'EWANTSTLS' }))
      }
    }, SILENCE_MS)
    signal.addEventListener('abort', () => clearTimeout(timer))
  }
}
