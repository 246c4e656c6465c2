import type { Envelope } from '../mail/envelope_probe.js'
import { RecordedConnection } from '../mail/observed_connection.js'
import type { TlsFacts } from '../mail/tls_info.js'
import { plainLine } from '../sanitize.js'
import type { Candidate } from '../resolution/candidate.js'
import { type Advice, adviceFor } from './advice.js'
import { isUnknownRecipient } from './rules/recipient.js'
import { Hearing } from './connection_observer.js'
import { isCertificateProblem, peekTls } from './inspect_certificate.js'
import { checkPolicy } from './validate_settings.js'
import { Progress } from './stage_recorder.js'
import { failurePhrases } from './failure_phrases.js'
import { stageFailureOf } from './stage_failure.js'
import { type Stage, stagesFor } from './stages.js'
import { testMessage } from './test_message.js'
import { speaksTls } from './implicit_tls.js'

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
  #hearing: Hearing
  /** The deadline, or somebody who cancels. */
  #ends: AbortSignal
  #wantsTls = new AbortController()
  #isOver = new AbortController()

  constructor(candidate: Candidate, options: TestOptions) {
    this.#candidate = candidate
    this.#options = options
    this.#progress = new Progress(stagesFor(candidate.encryption), options.tell ?? (() => {}))
    this.#hearing = new Hearing(candidate, options.envelope, this.#progress, (address) =>
      this.#watchSilence(address)
    )
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
      transcript: this.#hearing.transcript.text,
      tls: this.#hearing.tls,
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
        this.#progress.stop('cancelled', [{ key: 'stages.cancelled' }])
        return null
      }
      return this.#fail(error)
    }
  }

  async #fail(error: unknown): Promise<Advice | null> {
    const stage = this.#progress.current ?? 'message'
    const failure = stageFailureOf(error, stage, this.#candidate, this.#hearing.offers)
    if (isCertificateProblem(failure.kind)) {
      this.#hearing.tls = await peekTls(this.#candidate, this.#ends)
      failure.certificate = this.#hearing.tls?.certificate ?? null
    }
    this.#progress.stop('failed', failurePhrases(failure, this.#candidate))
    return adviceFor(failure)
  }

  async #steps() {
    await checkPolicy(this.#candidate)
    this.#progress.pass({ key: 'stages.valid' })

    const { envelope, message } = this.#options
    const connection = new RecordedConnection(
      this.#candidate,
      (event) => this.#hearing.heed(event),
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
      this.#progress.skip({ key: 'stages.no_login' })
      return
    }
    await connection.login()
    this.#progress.pass({
      key: 'stages.logged_in',
      values: { username: this.#candidate.username },
    })
  }

  async #envelope(connection: RecordedConnection, envelope: Envelope | null) {
    if (!envelope) {
      this.#progress.skip({ key: 'stages.no_from_address' })
      this.#progress.skip({ key: 'stages.no_sender' })
      return
    }
    try {
      await connection.tryEnvelope(envelope)
    } catch (error) {
      if (!this.#isOnlyUnknown(error)) {
        throw error
      }
      this.#progress.skip({ key: 'stages.no_mailbox', values: { address: envelope.to } })
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
    return isUnknownRecipient(stageFailureOf(error, stage, this.#candidate, this.#hearing.offers))
  }

  async #message(connection: RecordedConnection, envelope: Envelope | null) {
    if (!envelope) {
      this.#progress.skip({ key: 'stages.no_message' })
      return
    }
    const answer = await connection.send(envelope, await testMessage(this.#candidate, envelope))
    this.#progress.pass({
      key: 'stages.sent',
      values: { address: envelope.to, words: plainLine(answer, 200) },
    })
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
