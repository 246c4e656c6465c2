import type { HttpContext } from '@adonisjs/core/http'
import { type TestServices, testConfig } from '../../actions/test_configs.js'
import type { TestOutcome } from '../../diagnostics/test_runner.js'
import { validationError, fieldError } from '../../models/config_validator.js'
import type { Stage } from '../../models/test_report.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import { configCandidate } from '../../resolution/candidate.js'
import type { Author } from '../../types/main.js'
import type { TestInput } from './test_input.js'
import type { TestLimit } from './rate_limit.js'
import { abortOnDisconnect } from '../http/streaming.js'

/** What the tests of the pages are run with. */
export interface PageTestServices extends TestServices {
  testLimit: TestLimit
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
  #services: PageTestServices

  constructor(services: PageTestServices) {
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
    const { testLimit, senderAddress } = this.#services
    if (input.to && !(await senderAddress(configCandidate(config)))) {
      throw validationError([NO_SENDER])
    }
    await testLimit.count(author)
    const { to, selector } = input
    const signal = abortOnDisconnect(ctx)
    return testConfig(this.#services, config, author, { to, selector, signal, onStage })
  }
}

const NO_SENDER = fieldError('test_to.sender')
