import type { HttpContext } from '@adonisjs/core/http'
import { testConfig } from '../../actions/test_configs.js'
import type { TestOutcome } from '../../diagnostics/test_runner.js'
import { validationError, fieldError } from '../../models/config_validator.js'
import type { Stage } from '../../models/test_report.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import { configCandidate } from '../../resolution/candidate.js'
import type { Author } from '../../types/main.js'
import type { AdminServices } from '../http/admin_services.js'
import type { TestInput } from './test_input.js'
import { abortOnDisconnect } from '../http/streaming.js'

/** A test to start. */
export interface RequestedTest {
  /** Stored or not. */
  config: SmtpConfig
  input: TestInput
  author: Author
  onStage?: (stage: Stage) => void
}

/**
 * Starts a test from a page: it counts for the user, and ends when they leave the page.
 *
 * @throws E_VALIDATION_ERROR when a message is to be sent and has no sender; E_TOO_MANY_SMTP_TESTS,
 * E_SMTP_TESTS_BUSY
 */
export async function startTest(
  admin: AdminServices,
  ctx: HttpContext,
  { config, input, author, onStage }: RequestedTest
): Promise<TestOutcome> {
  if (input.to && !(await admin.senderAddress(configCandidate(config)))) {
    throw validationError([fieldError('test_to.sender')])
  }
  await admin.testLimit.count(author)
  const { to, selector } = input
  const signal = abortOnDisconnect(ctx)
  return testConfig(admin, config, author, { to, selector, signal, onStage })
}
