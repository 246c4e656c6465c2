import type { TestOptions } from '../diagnostics/connection_test.js'
import type { TestOutcome, TestRunner, TestSubject } from '../diagnostics/test_runner.js'
import { E_NO_SENDER, E_SMTP_TESTS_BUSY, E_TOO_MANY_SMTP_TESTS } from '../errors.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import { type Candidate, configCandidate, describeCandidate } from '../resolution/candidate.js'
import type { Author } from '../types/main.js'

/** What tests are run with. */
export interface TestServices {
  tester: Pick<TestRunner, 'test'>
  /** The sender of messages that name none, through this server; null: there is none. */
  senderAddress: (candidate: Candidate) => Promise<string | null>
}

/** How a configuration is tested. */
export interface TestSettings extends Pick<TestOptions, 'signal' | 'onStage'> {
  /** Sends a message to this address. Without it, the test ends after MAIL FROM and RCPT TO. */
  to?: string | null
  /** The DKIM selector of the sender's domain (RFC 6376). */
  selector?: string | null
}

/**
 * Tests a configuration, saved or not, and stores the report.
 *
 * @throws E_SMTP_TESTS_BUSY; E_NO_SENDER when a message is to be sent and has no sender
 */
export async function testConfig(
  { tester, senderAddress }: TestServices,
  config: SmtpConfig,
  author: Author,
  { to = null, selector, signal, onStage }: TestSettings = {}
): Promise<TestOutcome> {
  const candidate = configCandidate(config)
  const from = await senderAddress(candidate)
  if (to && !from) {
    throw new E_NO_SENDER([describeCandidate(candidate)])
  }
  return tester.test({
    candidate,
    subject: toTestSubject(config),
    author,
    envelope: from === null ? null : { from, to: to ?? from },
    message: to ? 'send' : 'none',
    selector,
    signal,
    onStage,
  })
}

export interface TestSummary {
  tested: number
  passed: number
  /** Why the remaining configurations were not tested; null: all were. */
  refusal: Error | null
}

/** Tests configurations one after the other, until a limit refuses the next test. */
export async function testConfigs(
  configs: SmtpConfig[],
  test: (config: SmtpConfig) => Promise<TestOutcome>
): Promise<TestSummary> {
  const summary: TestSummary = { tested: 0, passed: 0, refusal: null }
  for (const config of configs) {
    try {
      const { result } = await test(config)
      summary.tested++
      summary.passed += result.verdict === 'passed' ? 1 : 0
    } catch (error) {
      if (error instanceof E_SMTP_TESTS_BUSY || error instanceof E_TOO_MANY_SMTP_TESTS) {
        return { ...summary, refusal: error }
      }
      throw error
    }
  }
  return summary
}

function toTestSubject(config: SmtpConfig): TestSubject {
  const { id, scope, revision, settingsHash, $isPersisted: isStored, $isDirty: isDirty } = config
  const isSaved = isStored && !isDirty
  return {
    configId: isStored ? id : null,
    scope,
    revision: isSaved ? revision : null,
    settingsHash: isSaved ? settingsHash : null,
  }
}
