import type { TestOptions } from '../diagnostics/connection_test.js'
import type { TestOutcome, TestRunner, TestSubject } from '../diagnostics/test_runner.js'
import { E_NO_SENDER } from '../errors.js'
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
