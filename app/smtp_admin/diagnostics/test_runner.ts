import type { TlsFacts } from '../mail/tls_info.js'
import { E_SMTP_TESTS_BUSY } from '../errors.js'
import { pruneTestRuns } from '../models/prune_test_runs.js'
import type { SenderFinding, TlsReport } from '../models/test_report.js'
import { SmtpTestRun } from '../models/smtp_test_run.js'
import type { Candidate } from '../resolution/candidate.js'
import type { Author } from '../types/main.js'
import type { SenderLook } from './sender_findings.js'
import { runTest, type TestOptions, type TestResult } from './connection_test.js'

/** Which values are tested. */
export interface Tested {
  /** Null: not those of a stored configuration. */
  configId: string | null
  scope: string
  /** Null: values that were not saved. */
  revision: number | null
  /** Of a stored configuration as it stands; null for values that were not saved. */
  settingsHash: string | null
}

/** One test to run. */
export interface TestRequest extends TestOptions {
  candidate: Candidate
  tested: Tested
  author: Author
  /** Names the DKIM key of the sender's domain. */
  selector?: string | null
}

/** How a test went, and where it is kept. */
export interface TestOutcome {
  result: TestResult
  sender: SenderFinding[]
  /** Null: it could not be stored. */
  run: SmtpTestRun | null
}

/** Connections to somebody else's server are a power: a process tests no more than this at a time. */
const AT_ONCE = 2

/** How long DNS is waited for when the test itself has ended. */
const DNS_GRACE_MS = 500

/** Of the names that a certificate is for, more are not kept. */
const MOST_NAMES = 20

/** Runs tests and keeps them: the one way to test, for pages, commands and code. */
export class Tester {
  #lookAtSender: SenderLook
  #running = 0

  /** @param lookAtSender looks at the sender's domain meanwhile; it has no part in the verdict */
  constructor(lookAtSender: SenderLook = async () => []) {
    this.#lookAtSender = lookAtSender
  }

  /**
   * Tests a server and stores how it went. A database that is away does not spoil a test: it is then
   * not kept.
   *
   * @throws E_SMTP_TESTS_BUSY
   */
  async test(request: TestRequest): Promise<TestOutcome> {
    if (this.#running >= AT_ONCE) {
      throw new E_SMTP_TESTS_BUSY([AT_ONCE])
    }
    this.#running++
    try {
      const [result, sender] = await this.#run(request)
      const run = await store(request, result, sender).catch(() => null)
      return { result, sender, run }
    } finally {
      this.#running--
    }
  }

  async #run(request: TestRequest): Promise<[TestResult, SenderFinding[]]> {
    const over = new AbortController()
    const looking = this.#look(request, over.signal)
    const result = await runTest(request.candidate, request)
    // DNS may take as long as it likes: it does not keep anybody waiting for the result.
    const timer = setTimeout(() => over.abort(), DNS_GRACE_MS)
    const sender = await looking
    clearTimeout(timer)
    return [result, sender]
  }

  async #look(request: TestRequest, signal: AbortSignal): Promise<SenderFinding[]> {
    const { candidate, envelope, selector = null } = request
    if (!envelope) {
      return []
    }
    const sender = { from: envelope.from, host: candidate.host, selector }
    return this.#lookAtSender(sender, signal).catch(() => [])
  }
}

async function store(
  { candidate, tested, author }: TestRequest,
  { verdict, ms, stages, advice, transcript, tls }: TestResult,
  sender: SenderFinding[]
): Promise<SmtpTestRun> {
  const run = await SmtpTestRun.create({
    ...tested,
    configName: candidate.name,
    host: candidate.host,
    port: candidate.port,
    encryption: candidate.encryption,
    username: candidate.username,
    ...{ verdict, ms, transcript },
    report: { stages, advice, sender, tls: tls && reportOf(tls) },
    actorId: author.id,
    actorLabel: author.label,
    source: author.source,
    ip: author.ip,
  })
  await pruneTestRuns(tested.configId)
  return run
}

function reportOf({ protocol, cipher, certificate }: TlsFacts): TlsReport {
  if (!certificate) {
    return { protocol, cipher, certificate }
  }
  const { names, issuer, validFrom, validTo } = certificate
  const kept = {
    names: names.slice(0, MOST_NAMES),
    issuer,
    validFrom: isoOf(validFrom),
    validTo: isoOf(validTo),
  }
  return { protocol, cipher, certificate: kept }
}

/** Nothing for a time that is none: a certificate may say anything. */
function isoOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
