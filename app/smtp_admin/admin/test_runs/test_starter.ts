import type { HttpContext } from '@adonisjs/core/http'
import type { TestOutcome, TestRunner } from '../../diagnostics/test_runner.js'
import { refuse } from '../../models/check_values.js'
import { problem } from '../../models/problem.js'
import type { Stage } from '../../models/test_report.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Candidate } from '../../resolution/candidate.js'
import { configCandidate } from '../../resolution/candidate.js'
import type { Author } from '../../types/main.js'
import type { TestInput } from './test_input.js'
import type { TestLimit } from './test_limit.js'
import { whileConnected } from './while_connected.js'

/** What tests are run with. */
export interface TestServices {
  tester: TestRunner
  testLimit: TestLimit
  /** The address that mail through this server goes out from unless it names one; null: none. */
  senderAddress: (candidate: Candidate) => Promise<string | null>
}

/** A test that has been asked for. */
export interface StartedTest {
  /** As stored, or as a form has it: what is not saved yet is told by the model. */
  config: SmtpConfig
  input: TestInput
  author: Author
  onStage?: (stage: Stage) => void
}

/** Starts the tests of the pages: each counts for whoever starts it, and ends when they leave. */
export class TestStarter {
  #services: TestServices

  constructor(services: TestServices) {
    this.#services = services
  }

  /**
   * @throws E_VALIDATION_ERROR when a message is asked for and has no sender
   * @throws E_TOO_MANY_SMTP_TESTS, E_SMTP_TESTS_BUSY
   */
  async start(
    ctx: HttpContext,
    { config, input, author, onStage }: StartedTest
  ): Promise<TestOutcome> {
    const { tester, testLimit } = this.#services
    const candidate = configCandidate(config)
    const from = await this.#services.senderAddress(candidate)
    if (input.to && !from) {
      throw refuse([NO_SENDER])
    }
    await testLimit.count(author)
    return tester.test({
      candidate,
      subject: testedOf(config),
      author,
      envelope: from === null ? null : { from, to: input.to ?? from },
      message: input.to ? 'send' : 'none',
      selector: input.selector,
      signal: whileConnected(ctx),
      onStage,
    })
  }
}

const NO_SENDER = problem('test_to.sender')

function testedOf(config: SmtpConfig) {
  const { id, scope, revision, settingsHash, $isPersisted: isStored, $isDirty: isDirty } = config
  const isSaved = isStored && !isDirty
  return {
    configId: isStored ? id : null,
    scope,
    revision: isSaved ? revision : null,
    settingsHash: isSaved ? settingsHash : null,
  }
}
