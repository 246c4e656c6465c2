import { E_SMTP_TESTS_BUSY } from '../errors.js'
import { type Events, noEvents } from '../events.js'
import { toActorColumns } from '../models/smtp_history.js'
import { pruneTestRuns } from '../models/smtp_test_run.js'
import { SmtpTestRun } from '../models/smtp_test_run.js'
import type { Finding, TestResult } from '../models/test_report.js'
import type { Candidate } from '../resolution/candidate.js'
import type { Author } from '../types/main.js'
import { testConnection, type TestOptions } from './connection_test.js'
import type { SenderCheck } from './email_auth/index.js'

/** Whose settings are tested. */
export interface TestSubject {
  /** Null: not a stored configuration. */
  configId: string | null
  scope: string
  /** Null: settings that are not saved. */
  revision: number | null
  /** Null: settings that are not saved. */
  settingsHash: string | null
}

export interface TestRequest extends TestOptions {
  candidate: Candidate
  subject: TestSubject
  author: Author
  /** The DKIM selector of the sender's domain (RFC 6376); null: DKIM is not checked. */
  selector?: string | null
}

export interface TestOutcome {
  result: TestResult
  /** Null: the result could not be stored. */
  run: SmtpTestRun | null
}

export interface RunnerServices {
  /** Checks the sender's domain in parallel. It does not change the verdict. */
  checkSender?: SenderCheck
  events?: Events
}

/** Tests open connections to any server, so a process runs few of them at a time. */
const CONCURRENCY = 2

/** How long DNS lookups may continue after the connection test has ended. */
const DNS_GRACE_MS = 500

/** Runs tests and stores their results, for pages, commands and code. */
export class TestRunner {
  #checkSender: SenderCheck
  #events: Events
  #running = 0

  constructor({ checkSender = async () => [], events = noEvents }: RunnerServices = {}) {
    this.#checkSender = checkSender
    this.#events = events
  }

  /**
   * Tests a server and stores the result. When the database is unavailable, the result is returned
   * without being stored.
   *
   * @throws E_SMTP_TESTS_BUSY
   */
  async test(request: TestRequest): Promise<TestOutcome> {
    if (this.#running >= CONCURRENCY) {
      throw new E_SMTP_TESTS_BUSY([CONCURRENCY])
    }
    this.#running++
    try {
      const result = await this.#run(request)
      const run = await store(request, result)
      this.#emitFinished(request, result, run)
      return { result, run }
    } finally {
      this.#running--
    }
  }

  async #run(request: TestRequest): Promise<TestResult> {
    const dns = new AbortController()
    const checking = this.#check(request, dns.signal)
    const result = await testConnection(request.candidate, request)
    const timer = setTimeout(() => dns.abort(), DNS_GRACE_MS)
    const emailAuth = await checking
    clearTimeout(timer)
    return { ...result, report: { ...result.report, emailAuth } }
  }

  async #check(request: TestRequest, signal: AbortSignal): Promise<Finding[]> {
    const { candidate, envelope, selector = null } = request
    if (!envelope) {
      return []
    }
    const sender = { from: envelope.from, host: candidate.host, selector }
    return this.#checkSender(sender, signal).catch(() => [])
  }

  #emitFinished(
    { candidate, subject, author }: TestRequest,
    { verdict, ms }: TestResult,
    run: SmtpTestRun | null
  ) {
    const { name, host, port } = candidate
    const { configId, scope } = subject
    this.#events.emit('smtp_admin:test_finished', {
      runId: run?.id ?? null,
      config: configId === null ? null : { id: configId, name, scope },
      host,
      port,
      verdict,
      ms,
      author,
    })
  }
}

async function store(
  { candidate, subject, author }: TestRequest,
  { verdict, ms, report, transcript }: TestResult
): Promise<SmtpTestRun | null> {
  try {
    const run = await SmtpTestRun.create({
      ...subject,
      configName: candidate.name,
      host: candidate.host,
      port: candidate.port,
      encryption: candidate.encryption,
      username: candidate.username,
      verdict,
      ms,
      report,
      transcript,
      ...toActorColumns(author),
    })
    // The run is stored, whether old ones can be deleted or not.
    await pruneTestRuns(subject.configId).catch(() => {})
    return run
  } catch {
    return null
  }
}
